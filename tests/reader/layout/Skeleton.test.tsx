import { act, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { anArticle, anArticlePage } from "../../support/anArticle.ts";
import { renderApp } from "../../support/renderApp.tsx";

test.each([
  ["/thread/ferry", 2],
  ["/topic/ferry", 2],
  ["/latest", 0],
])("the shape of %s has room for what can be done with it", async (path, buttons) => {
  const page = anArticlePage({ article: anArticle({ slug: "one" }) });
  const { router } = await renderApp("/article/one", { "article/one.json": page, [`${path.slice(1)}.json`]: new Promise(() => {}) });
  act(() => void router.navigate(path));
  await waitFor(() => expect(document.querySelector(".skeleton .list-head")).not.toBeNull(), { timeout: 5000 });
  expect(document.querySelectorAll(".skeleton .button")).toHaveLength(buttons);
});
