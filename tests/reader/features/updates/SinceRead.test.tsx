import { screen, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Article } from "#content/article.ts";
import { noteRead } from "#reader/features/updates/readVersions.ts";
import { anArticle, anArticlePage } from "../../../support/anArticle.ts";
import { renderApp } from "../../../support/renderApp.tsx";

/** The device's database, as a map. */
const read = vi.hoisted(() => new Map<string, { slug: string; at: string; paragraphs: string[] }>());
vi.mock("#reader/device/deviceDatabase.ts", () => ({
  deviceDatabase: async () => ({
    get: async (_store: string, slug: string) => read.get(slug),
    getAll: async () => [...read.values()],
    put: async (_store: string, version: { slug: string; at: string; paragraphs: string[] }) => void read.set(version.slug, version),
    delete: async (_store: string, slug: string) => void read.delete(slug),
    count: async () => read.size,
  }),
}));

beforeEach(() => {
  read.clear();
  vi.stubGlobal("indexedDB", {});
});

const paragraph = (text: string): Article["body"][number] => ({ type: "paragraph", children: [{ type: "text", text }] });
const story = (text: string) => anArticle({ body: [paragraph("A report arrived."), paragraph(text)] });

describe("a story that was read before", () => {
  it("says that it has changed since, and shows what", async () => {
    await noteRead(story("It was launched in 1976."));
    read.set("voyager-1", { ...read.get("voyager-1")!, at: "2024-04-22T10:00:00Z" });
    const article = story("It was launched in 1977.");
    const { user } = await renderApp("/article/voyager-1", { "article/voyager-1.json": anArticlePage({ article }) });
    await screen.findByText("This story has changed since you read it on 22 April.");
    await user.click(screen.getByRole("button", { name: "Show what changed" }));
    const panel = await screen.findByRole("dialog", { name: "What changed" });
    expect(within(panel).getByText("1976.").tagName).toBe("DEL");
    expect(within(panel).getByText("1977.").tagName).toBe("INS");
    expect(panel).not.toHaveTextContent("A report arrived.");
  });

  it("says nothing where it is as it was, or is read for the first time", async () => {
    expect(await noteRead(story("It was launched in 1977."))).toBeUndefined();
    expect(await noteRead(story("It was launched in 1977."))).toBeUndefined();
  });

  it("is forgotten when three hundred others were read after it", async () => {
    for (let i = 0; i < 301; i += 1) {
      const slug = `s${i}`;
      read.set(slug, { slug, at: new Date(i * 1000).toISOString(), paragraphs: [] });
    }
    await noteRead(story("It was launched in 1977."));
    expect(read.has("s0")).toBe(false);
    expect(read.has("s300")).toBe(true);
    expect(read.has("voyager-1")).toBe(true);
  });
});
