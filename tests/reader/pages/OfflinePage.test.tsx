import { screen, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { cacheName, KEPT_HEADER } from "#content/serviceWorker.ts";
import { anArticle, anArticlePage } from "../../support/anArticle.ts";
import { renderApp } from "../../support/renderApp.tsx";

/** The caches of a device that has these files of the edition, each kept a minute after the one before. */
function device(files: Record<string, unknown>) {
  const entries = Object.entries(files).map(([file, value], minute): [string, Response] => {
    const headers = { [KEPT_HEADER]: `2026-05-01T10:${String(minute).padStart(2, "0")}:00.000Z` };
    return [new URL(`/data/${file}`, location.href).href, Response.json(value, { headers })];
  });
  const cache = {
    keys: async () => entries.map(([url]) => ({ url })),
    match: async (url: string) => entries.find(([own]) => own === url)?.[1].clone(),
  };
  const mine = cacheName("/", "data");
  vi.stubGlobal("caches", { has: async (name: string) => name === mine, open: async () => cache });
}

const page = (slug: string, headline: string) => anArticlePage({ article: anArticle({ slug, headline }) });

describe("the page of what is on the device", () => {
  it("lists the stories, what was kept last first, and the pages that lead to them", async () => {
    device({
      "article/rain.json": page("rain", "It rained"),
      "article/snow.json": page("snow", "It snowed"),
      "topic/weather.json": { kind: "topic", name: "Weather" },
      "front.json": {},
      "article/torn.json": { article: { headline: "Half a file" } },
    });
    await renderApp("/offline", {});
    const stories = await screen.findByRole("region", { name: "Stories" });
    expect(
      within(stories)
        .getAllByRole("link")
        .map((link) => link.textContent),
    ).toEqual(["It snowed", "It rained"]);
    const pages = screen.getByRole("region", { name: "Pages" });
    expect(
      within(pages)
        .getAllByRole("link")
        .map((link) => link.getAttribute("href")),
    ).toEqual(["/", "/topic/weather"]);
  });

  it("says so when there is nothing yet", async () => {
    device({});
    await renderApp("/offline", {});
    expect(await screen.findByText("There is nothing here yet.", { exact: false })).toBeInTheDocument();
  });

  it("says so too in a browser that keeps nothing", async () => {
    await renderApp("/offline", {});
    expect(await screen.findByText("There is nothing here yet.", { exact: false })).toBeInTheDocument();
  });
});
