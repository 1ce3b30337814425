import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { StaticPage } from "#content/pages/staticPage.ts";
import { anArticle, anArticlePage } from "../../../support/anArticle.ts";
import { renderApp } from "../../../support/renderApp.tsx";

const ferry = anArticle({
  slug: "ferry",
  headline: "Ferry",
  translations: [
    { slug: "faehre", inLanguage: "de", headline: "Fähre" },
    { slug: "abbara", inLanguage: "ar", headline: "عبارة" },
  ],
});
const faehre = anArticle({
  slug: "faehre",
  headline: "Fähre",
  inLanguage: "de",
  translationOf: "ferry",
  translations: [{ slug: "ferry", inLanguage: "en", headline: "Ferry" }],
});
const files = {
  "article/ferry.json": anArticlePage({ article: ferry }),
  "article/faehre.json": anArticlePage({ article: faehre }),
  "article/alone.json": anArticlePage({ article: anArticle({ slug: "alone" }) }),
};
const languages = () => within(screen.getByRole("navigation", { name: "Read this in" }));

it("leads from a story to the same in another language and back, each named in its own", async () => {
  const { user } = await renderApp("/article/ferry", files);
  expect(languages().getByRole("link", { name: "العربية" })).toHaveAttribute("lang", "ar");
  const german = languages().getByRole("link", { name: "Deutsch" });
  expect(german).toHaveAttribute("href", "/article/faehre");
  await user.click(german);
  expect(await screen.findByRole("heading", { level: 1, name: "Fähre" })).toHaveFocus();
  // It is in the language of the paper, inside a story in another.
  expect(screen.getByText("Read this in", { exact: false }).closest("[lang]")).toHaveAttribute("lang", "en");
  await user.click(languages().getByRole("link", { name: "English" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Ferry" })).toHaveFocus();
});

it("is not there for a story in one language", async () => {
  await renderApp("/article/alone", files);
  expect(screen.queryByRole("navigation", { name: "Read this in" })).not.toBeInTheDocument();
});

it("leads from a page of the paper to the same in another language", async () => {
  const page = { title: "About us", type: "AboutPage" as const, body: [], inLanguage: "en", direction: "ltr" as const };
  const about: StaticPage = { ...page, path: "/about", translations: [{ path: "/ueber-uns", inLanguage: "de", title: "Über uns" }] };
  const german: StaticPage = { ...page, path: "/ueber-uns", title: "Über uns", inLanguage: "de", translationOf: "/about" };
  const { user } = await renderApp("/about", { "about.json": about, "ueber-uns.json": german });
  await user.click(languages().getByRole("link", { name: "Deutsch" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Über uns" })).toHaveFocus();
});
