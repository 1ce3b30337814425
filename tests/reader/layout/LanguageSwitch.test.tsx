import { screen, within } from "@testing-library/react";
import { expect, it, onTestFinished } from "vitest";
import { setAddress } from "#reader/edition/address.ts";
import { anArticle, anArticlePage, anEdition } from "../../support/anArticle.ts";
import { renderApp } from "../../support/renderApp.tsx";

const editions = [
  { language: "en", prefix: "" },
  { language: "nl", prefix: "/nl" },
  { language: "ar", prefix: "/ar" },
];
const tea = anArticle({ slug: "tea", headline: "Tea", translations: [{ slug: "thee", inLanguage: "nl", headline: "Thee" }] });
const files = {
  "edition.json": { ...anEdition, editions },
  "article/tea.json": anArticlePage({ article: tea }),
  "topic/tea.json": {
    kind: "topic",
    slug: "tea",
    name: "Tea",
    related: [],
    days: [],
    alternates: [
      { language: "en", path: "/topic/tea" },
      { language: "ar", path: "/ar/topic/tea" },
      { language: "x-default", path: "/topic/tea" },
    ],
  },
};
const languages = async () => within(await screen.findByRole("navigation", { name: "Languages" }));

it("leads to the same page in other editions, or to their front pages, which it says", async () => {
  await renderApp("/article/tea", files);
  const story = await languages();
  expect(story.getByRole("link", { name: "Nederlands" })).toHaveAttribute("href", "/nl/article/thee");
  expect(story.getByRole("link", { name: "Nederlands" })).toHaveAttribute("hreflang", "nl");
  expect(story.getByRole("link", { name: "العربية" })).toHaveAttribute("href", "/ar");
  expect(story.getByRole("link", { name: "العربية" }).closest("li")).toHaveTextContent("(no translation: front page)");
  expect(story.getByText("English").closest("li")).toHaveAttribute("aria-current", "true");
});

it("knows the lists that other editions have too", async () => {
  await renderApp("/topic/tea", files);
  const list = await languages();
  expect(list.getByRole("link", { name: "العربية" })).toHaveAttribute("href", "/ar/topic/tea");
  expect(list.getByRole("link", { name: "Nederlands" })).toHaveAttribute("href", "/nl");
});

it("is not there where the site has one edition", async () => {
  await renderApp("/article/tea", { ...files, "edition.json": anEdition });
  expect(screen.queryByRole("navigation", { name: "Languages" })).not.toBeInTheDocument();
});

it("leads from an edition below a prefix to the main one", async () => {
  setAddress({ base: "/paper/", data: "/data/", prefix: "/nl" });
  onTestFinished(() => setAddress({ base: "/", data: "/data/" }));
  await renderApp("/topic/tea", files);
  const list = await languages();
  expect(list.getByRole("link", { name: "English" })).toHaveAttribute("href", "/paper/topic/tea");
  expect(list.getByText("Nederlands").closest("li")).toHaveAttribute("aria-current", "true");
});
