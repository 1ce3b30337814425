import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { buildSearch } from "#compiler/search/buildSearch.ts";
import { anArticle, anArticlePage } from "../../support/anArticle.ts";
import { type Files, renderApp } from "../../support/renderApp.tsx";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const story = (slug: string, headline: string, text: string, section: string, datePublished: string) =>
  anArticle({
    id: slug,
    slug,
    headline,
    datePublished,
    section: { slug: section.toLowerCase(), name: section },
    body: [{ type: "paragraph", children: [{ type: "text", text }] }],
  });

const stories = [
  story("reef", "Three in four reefs are pale", "Flights over the reef found bleaching on most of it.", "Climate", "2023-04-17T00:00:00Z"),
  story("tanks", "Florida moves its corals", "Bleaching began weeks early in the nurseries.", "Science", "2024-03-08T00:00:00Z"),
  story("race", "A race in the rain", "Nobody finished on dry tyres.", "Sport", "2024-04-01T00:00:00Z"),
];

function searchable(): Files {
  const folder = temporaryFolder();
  buildSearch(stories, { language: "en", timeZone: "UTC" }, folder);
  return Object.fromEntries([
    ...readdirSync(folder).map((name) => [`search/${name}`, new Response(new Uint8Array(readFileSync(join(folder, name))))]),
    ...stories.map((article) => [`article/${article.slug}.json`, anArticlePage({ article })]),
  ]);
}

const headlines = () => screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent);

describe("the search page", () => {
  it("asks for nothing of the index before there is a query, and says what it can do", async () => {
    const { asked } = await renderApp("/search", searchable());
    expect(screen.getByText(/Every story of this paper/u)).toBeInTheDocument();
    expect(asked.filter((file) => file.startsWith("search/"))).toEqual([]);
  });

  it("shows what an address asks for, with the passage that matched and its words marked", async () => {
    await renderApp("/search?q=bleaching", searchable());
    expect(await screen.findByRole("heading", { name: "2 stories" })).toBeInTheDocument();
    await expect.poll(() => screen.queryAllByText(/^bleaching$/iu, { selector: "mark" })).toHaveLength(2);
    expect(document.title).toBe("Search: bleaching | The Paper");
  });

  it("searches while the reader types, and keeps what was typed in the address", async () => {
    const { user, router } = await renderApp("/search", searchable());
    await user.type(screen.getByRole("searchbox", { name: "Search for" }), "blea");
    expect(await screen.findByRole("heading", { name: "2 stories" })).toBeInTheDocument();
    expect(router.state.location.search).toBe("?q=blea");
  });

  it("filters by a facet, shows it as a chip, and Back takes it away again", async () => {
    const { user, router, go } = await renderApp("/search?q=bleaching", searchable());
    const science = await screen.findByRole("checkbox", { name: /Science/u, hidden: true });
    await user.click(science);
    expect(await screen.findByRole("heading", { name: "1 of 2 stories" })).toBeInTheDocument();
    expect(router.state.location.search).toBe("?q=bleaching&section=science");
    expect(headlines()).toEqual(["Florida moves its corals"]);
    expect(screen.getByRole("button", { name: /Science.*remove filter/u })).toBeInTheDocument();
    await go("/");
    await router.navigate(-1);
    await router.navigate(-1);
    expect(await screen.findByRole("heading", { name: "2 stories" })).toBeInTheDocument();
  });

  it("sorts by date", async () => {
    const { user } = await renderApp("/search?q=bleaching", searchable());
    await screen.findByRole("heading", { name: "2 stories" });
    await user.selectOptions(screen.getByRole("combobox", { name: "Sort by" }), "Oldest");
    await expect.poll(headlines).toEqual(["Three in four reefs are pale", "Florida moves its corals"]);
  });

  it("says what was not understood, and what was found nowhere", async () => {
    await renderApp("/search?q=zzqqxx%20before%3Asoon", searchable());
    expect(await screen.findByRole("heading", { name: /No story was found for/u })).toBeInTheDocument();
    expect(screen.getByText(/before: needs a date/u)).toBeInTheDocument();
  });

  it("offers to try again when a part of the index does not come", async () => {
    const files = searchable();
    const manifest = files["search/manifest.json"];
    files["search/manifest.json"] = new Response("", { status: 503 });
    const { user, served } = await renderApp("/search?q=bleaching", files);
    const failed = await screen.findByRole("alert");
    served["search/manifest.json"] = manifest;
    await user.click(within(failed).getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("heading", { name: "2 stories" })).toBeInTheDocument();
  });
});
