import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Article } from "#content/article.ts";
import { anArticle, anArticlePage, anEdition } from "../../../support/anArticle.ts";
import { linksOf } from "../../../support/linksOf.ts";
import { renderApp } from "../../../support/renderApp.tsx";

const show = (changes: Partial<Article>, page = {}) =>
  renderApp("/article/voyager-1", { "article/voyager-1.json": anArticlePage({ article: anArticle(changes), ...page }) });

const text = (words: string) => ({ type: "text" as const, text: words });

const kicker = () => Array.from(document.querySelectorAll(".story-top > .kicker"), (each) => each.textContent);
const credits = () => document.querySelector(".credits > p")?.textContent.replaceAll("\u00a0", " ");
const science = { slug: "science", name: "Science" };
const topics = ["Voyager", "Probes"].map((name) => ({ slug: name.toLowerCase(), name }));

it("its head says where it belongs, which part of a series it is, and how often it has changed", async () => {
  await show(
    { section: science, topics, genre: "Analysis", standfirst: "In short." },
    { series: { ...science, part: 2, of: 3 }, changes: 2 },
  );
  expect(kicker()).toEqual(["Analysis / Science / Voyager", "Science / Part 2 of 3"]);
  expect(linksOf(document.querySelector(".story-top"))).toEqual([
    "Science /section/science",
    "Voyager /topic/voyager",
    "Science /series/science",
    "Science /section/science",
    "Changed twice since publication /article/voyager-1/versions",
  ]);
  expect(document.querySelector(".story-top .standfirst")).toHaveTextContent("In short.");
});

it.each<[Partial<Article>, string[], string]>([
  [{}, [], "Published 22 April 2024, 07:101 min read"],
  [{ genre: "Analysis" }, ["Analysis"], "Published 22 April 2024, 07:101 min read"],
  [{ genre: "Voyager", topics }, ["Voyager"], "Published 22 April 2024, 07:101 min read"],
  [
    { section: science, dateModified: "2024-04-23T09:30:00Z" },
    ["Science"],
    "Published 22 April 2024, 07:10 in ScienceUpdated 23 April 2024, 09:301 min read",
  ],
])("its head has no part without words: %j", async (changes, shown, line) => {
  await show(changes);
  expect([kicker(), credits()]).toEqual([shown, line]);
});

it("its head says first who has paid for it, and its links outside are marked as sponsored", async () => {
  const body = [
    { type: "paragraph" as const, children: [{ type: "link" as const, url: "https://acme.example/shop", children: [text("shop")] }] },
  ];
  await show({ sponsor: { name: "Acme", url: "https://acme.example/", label: "Paid for by Acme" }, body });
  const label = await screen.findByRole("link", { name: "Paid for by Acme" });
  expect(label.compareDocumentPosition(screen.getByRole("heading", { level: 1 }))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  for (const link of [label, screen.getByRole("link", { name: "shop" })]) expect(link).toHaveAttribute("rel", "sponsored");
});

it("says below its byline what AI was used for, and in its foot where the paper has its policies", async () => {
  const policies = [{ name: "How we correct", url: "/about/corrections", about: "corrections" }];
  await renderApp("/article/voyager-1", {
    "article/voyager-1.json": anArticlePage({ article: anArticle({ ai: { for: ["translation"], label: "Translated with AI." } }) }),
    "edition.json": { ...anEdition, policies },
  });
  expect(await screen.findByText("Translated with AI.")).toBeVisible();
  expect(linksOf(document.querySelector(".tail > .meta"))).toEqual(["How we correct /about/corrections"]);
});

it("has no neighbours, topics or sources where there are none, and one where there is one", async () => {
  await show({ section: science }, { next: { slug: "b", headline: "Story b", datePublished: "2024-04-01T00:00:00Z" } });
  expect(linksOf(document.querySelector(".turn"))).toEqual(["Next in ScienceStory b /article/b"]);
  expect(document.querySelector(".tail, .citations")).toBeNull();
});

it("a press on the sign beside a paragraph copies its link, and the sign says so for a while", async () => {
  const paragraph = (words: string) => ({ type: "paragraph" as const, children: [text(words)] });
  const { user } = await show({ body: [paragraph("One"), paragraph("Two")] });
  for (const words of ["One", "Two"]) await user.hover(screen.getByText(words));
  const [first, second] = document.querySelectorAll<HTMLElement>(".pilcrow");
  expect([first?.tabIndex, second?.tabIndex]).toEqual([-1, -1]);
  await user.click(second!);
  await waitFor(() => expect(second).toHaveAttribute("data-copied", "Copied"));
  expect(first).not.toHaveAttribute("data-copied");
  expect(await navigator.clipboard.readText()).toMatch(/\/article\/voyager-1#p-2$/u);
  await user.click(first!);
  await waitFor(() => expect(first).toHaveAttribute("data-copied"));
  expect(second).not.toHaveAttribute("data-copied");
});
