import { act, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { anArticle, anArticlePage } from "../../support/anArticle.ts";
import { renderApp } from "../../support/renderApp.tsx";

test.each([
  ["/thread/ferry", 0, 0, 1, 2],
  ["/topic/ferry", 1, 0, 1, 2],
  ["/place/ferry", 1, 0, 1, 2],
  ["/section/ferry", 0, 1, 1, 2],
  ["/author/ferry", 1, 1, 1, 2],
  ["/latest", 0, 0, 0, 0],
])("the head of %s has room for its kicker, its words, what is related and its buttons", async (path, kickers, texts, related, buttons) => {
  const page = anArticlePage({ article: anArticle({ slug: "one" }) });
  const { router } = await renderApp("/article/one", { "article/one.json": page, [`${path.slice(1)}.json`]: new Promise(() => {}) });
  act(() => void router.navigate(path));
  await waitFor(() => expect(document.querySelector(".skeleton .list-head")).not.toBeNull(), { timeout: 5000 });
  const count = (selector: string) => document.querySelectorAll(`.skeleton .list-head > ${selector}`).length;
  expect([count(".kicker"), count(".standfirst"), count(".related")]).toEqual([kickers, texts, related]);
  expect(document.querySelectorAll(".skeleton .button")).toHaveLength(buttons);
  expect(document.querySelectorAll(".skeleton picture")).toHaveLength(1);
});

test("the shape of a story has the headline that its teaser had, in its language", async () => {
  const image = { url: "/pictures/x.svg", width: 1200, height: 750, sources: [], alt: "" };
  const teaser = {
    slug: "two",
    headline: "Zwei",
    standfirst: "Kurz.",
    inLanguage: "de",
    datePublished: "2024-04-22T07:10:00Z",
    readingMinutes: 2,
  };
  const teasers = [teaser, { ...teaser, slug: "three", image }];
  const list = { kind: "topic", slug: "ferry", name: "Ferry", related: [], days: [{ date: "2024-04-22", teasers }] };
  const late = new Promise(() => {});
  const { go, router } = await renderApp("/topic/ferry", {
    "topic/ferry.json": list,
    "article/two.json": late,
    "article/three.json": late,
    "article/four.json": late,
  });
  const shape = async (slug: string) => {
    act(() => void router.navigate(`/article/${slug}`));
    const found = await waitFor(() => {
      const story = document.querySelector<HTMLElement>(".skeleton.story");
      if (!story) throw new Error("It is not there yet.");
      return story;
    });
    const shown = [
      found.lang,
      found.querySelector("h2")?.textContent.slice(0, 4),
      found.querySelector(".standfirst")?.textContent.slice(0, 5),
      found.querySelectorAll(".hero").length,
    ];
    await go("/topic/ferry");
    return shown;
  };
  expect(await shape("two")).toEqual(["de", "Zwei", "Kurz.", 0]);
  expect(await shape("three")).toEqual(["de", "Zwei", "Kurz.", 1]);
  expect(await shape("four")).toEqual(["", "word", "words", 1]);
});
