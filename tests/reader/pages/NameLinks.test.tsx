import { act, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { changeSetting, resetSettings } from "#reader/features/settings/settingsStore.ts";
import { anArticle, anArticlePage } from "../../support/anArticle.ts";
import { renderApp, settled } from "../../support/renderApp.tsx";

afterEach(resetSettings);

const body = [
  {
    type: "paragraph" as const,
    children: [
      { type: "text" as const, text: "A report of " },
      { type: "link" as const, url: "/topic/europol", card: true, children: [{ type: "text" as const, text: "Europol" }] },
      { type: "text" as const, text: " arrived." },
    ],
  },
];

const list = { kind: "topic", slug: "europol", name: "Europol", count: 1, fullPages: 0, related: [], days: [] };
const files = {
  "article/voyager-1.json": anArticlePage({ article: anArticle({ body }) }),
  "topic/europol.json": list,
};

describe("a name that the edition knows", () => {
  it("is a link to its page, and leads there where there are no popovers", async () => {
    const { user } = await renderApp("/article/voyager-1", files);
    const name = screen.getByRole("link", { name: "Europol" });
    expect(name).toHaveAttribute("href", "/topic/europol");
    expect(name).toHaveClass("name");
    await user.click(name);
    expect(await screen.findByRole("heading", { level: 1, name: /Europol news/u })).toBeInTheDocument();
  });

  it("is no link for who wants no cards, and one again for who wants them again", async () => {
    changeSetting("cards", "off");
    await renderApp("/article/voyager-1", files);
    expect(screen.queryByRole("link", { name: "Europol" })).not.toBeInTheDocument();
    expect(screen.getByText("Europol")).toBeInTheDocument();
    act(() => changeSetting("cards", "on"));
    await settled();
    expect(screen.getByRole("link", { name: "Europol" })).toHaveAttribute("href", "/topic/europol");
  });
});
