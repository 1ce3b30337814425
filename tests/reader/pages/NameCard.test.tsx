import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { changeLibrary } from "#reader/data/library/library.ts";
import { anArticle, anArticlePage } from "../../support/anArticle.ts";
import { anOwnLibrary } from "../../support/ownLibrary.ts";
import { standInForPopovers } from "../../support/popoverStandIn.ts";
import { renderApp, settled } from "../../support/renderApp.tsx";

anOwnLibrary();

standInForPopovers();

const link = { type: "link" as const, url: "/topic/europol", card: true, children: [{ type: "text" as const, text: "Europol" }] };
const teaser = (slug: string, about: string[]) => ({
  slug,
  headline: `The story ${slug}`,
  datePublished: "2024-04-22T07:10:00Z",
  readingMinutes: 5,
  about,
});
const teasers = [teaser("a", []), teaser("b", ["topic:fraud"]), teaser("c", []), teaser("d", [])];
const files = {
  "article/voyager-1.json": anArticlePage({ article: anArticle({ body: [{ type: "paragraph", children: [link] }] }) }),
  "topic/europol.json": {
    kind: "topic",
    slug: "europol",
    name: "Europol",
    count: 4,
    fullPages: 0,
    related: [],
    days: [{ date: "2024-04-22", teasers }],
  },
};

/** By roles jsdom finds nothing in it, since it believes that it is closed. */
const shown = () => document.querySelector<HTMLElement>(".name-card");

async function opened() {
  const app = await renderApp("/article/voyager-1", files);
  await app.user.click(screen.getByRole("link", { name: "Europol" }));
  await settled();
  await waitFor(() => expect(shown()).not.toBeNull());
  return { ...app, card: within(shown()!) };
}

test("a card has the three latest stories of those that the reader has not muted", async () => {
  await changeLibrary("muted", "topic:fraud", { kind: "topic", slug: "fraud", name: "Fraud", mutedAt: 1 });
  const { card } = await opened();
  const headlines = () => card.getAllByText(/^The story/u).map(({ textContent }) => textContent);
  await waitFor(() => expect(headlines()).toEqual(["The story a", "The story c", "The story d"]));
});

test.each([
  ["closes where it is a sheet, so that the toast is before all", true],
  ["stays beside its name", false],
])("a card from which a subject is followed %s", async (_, isPhone) => {
  const media = vi.fn((_query: string) => ({ matches: isPhone, addEventListener: () => {}, removeEventListener: () => {} }));
  vi.stubGlobal("matchMedia", media);
  const { card, user } = await opened();
  await user.click(card.getByText("Follow"));
  await screen.findByText("You now follow Europol");
  await waitFor(() => expect(media).toHaveBeenCalledWith("(width < 48rem)"));
  if (isPhone) return waitFor(() => expect(shown()).toBeNull());
  await card.findByText("Following");
  expect(shown()).not.toBeNull();
});
