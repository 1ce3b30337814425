import { cleanup, screen, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { renderApp } from "../../support/renderApp.tsx";
import { searchable, threeStories } from "../../support/searchable.ts";

const KEY = "broadsheet-saved-searches";
const kept = (): unknown => JSON.parse(localStorage.getItem(KEY) ?? "[]");
const [reef, , race] = threeStories;
const before = [reef, race].flatMap((story) => story ?? []);

beforeEach(() => localStorage.clear());

describe("saved searches", () => {
  it("tell on the search page how many stories are new, until the reader has looked", async () => {
    const { user } = await renderApp("/search?q=bleaching&section=science&section=climate", searchable(before));
    await user.click(await screen.findByRole("button", { name: "Save this search" }));
    await expect.poll(kept, { timeout: 5000 }).toMatchObject([{ query: "bleaching", since: "2023-04-17T00:00:00Z" }]);
    cleanup();

    const later = await renderApp("/search", searchable());
    const list = await screen.findByRole("region", { name: "Saved searches" });
    const saved = await within(list).findByRole("link", { name: /bleaching · science · climate.*1 new story/u });
    await later.user.click(saved);
    expect(await screen.findByRole("button", { name: "Search saved", pressed: true })).toBeInTheDocument();
    await expect.poll(kept, { timeout: 5000 }).toMatchObject([{ since: "2024-03-08T00:00:00Z" }]);
    cleanup();

    await renderApp("/search", searchable());
    expect(await screen.findByRole("link", { name: /bleaching/u })).toBeInTheDocument();
    expect(screen.queryByText(/new stor/u)).toBeNull();
  });

  it("are let go where they are shown, and in their list", async () => {
    const { user } = await renderApp("/search?q=bleaching", searchable());
    await user.click(await screen.findByRole("button", { name: "Save this search" }));
    await user.click(await screen.findByRole("button", { name: "Search saved" }));
    await expect.poll(kept, { timeout: 5000 }).toEqual([]);
    await user.click(await screen.findByRole("button", { name: "Save this search" }));
    cleanup();
    const again = await renderApp("/search", searchable());
    await again.user.click(await screen.findByRole("button", { name: "Remove bleaching" }));
    expect(screen.queryByRole("region", { name: "Saved searches" })).toBeNull();
  });

  it("are an empty list where the device holds something else", async () => {
    localStorage.setItem(KEY, '[{"query":7}]');
    await renderApp("/search", searchable());
    expect(screen.getByText(/Every story of this paper/u)).toBeInTheDocument();
    expect(screen.queryByRole("region", { name: "Saved searches" })).toBeNull();
  });
});
