import { screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { changeSetting, resetSettings } from "#reader/features/settings/settingsStore.ts";
import { anArticle, anArticlePage } from "../../../../support/anArticle.ts";
import { renderApp } from "../../../../support/renderApp.tsx";
import { searchable } from "../../../../support/searchable.ts";

const open = () => renderApp("/article/voyager-1", { ...searchable(), "article/voyager-1.json": anArticlePage({ article: anArticle() }) });
const dialog = () => screen.findByRole("dialog", { name: "Search" });
const lastSearches = (within_: HTMLElement) => {
  const region = within(within_).queryByRole("region", { name: "Recent searches" });
  const items = region ? within(region).queryAllByRole("listitem") : [];
  return items.map(({ textContent }) => textContent);
};

beforeEach(() => localStorage.clear());
afterEach(resetSettings);

describe("the quick search", () => {
  it("opens with / on any page, asks for nothing before, and finds while the reader types", async () => {
    const { user, asked } = await open();
    expect(asked.filter((file) => file.startsWith("search/"))).toEqual([]);
    await user.keyboard("/");
    const field = within(await dialog()).getByRole("searchbox");
    expect(field).toHaveFocus();
    expect(field).toHaveValue("");
    expect(within(await dialog()).getByRole("list", { name: "Topics" })).toBeInTheDocument();
    await user.keyboard("blea");
    expect(await within(await dialog()).findByText("2 stories", { selector: ".count" })).toBeInTheDocument();
    expect(
      within(await dialog())
        .getAllByRole("link")
        .map(({ textContent }) => textContent),
    ).toEqual(["Florida moves its corals", "Three in four reefs are pale"]);
  });

  it("tells of each word that it has corrected", async () => {
    const errors = vi.spyOn(console, "error");
    onTestFinished(() => errors.mockRestore());
    const { user } = await open();
    await user.keyboard("/");
    await dialog();
    await user.keyboard("bleeching florda");
    expect(await within(await dialog()).findByText(/“bleeching”/u, { selector: ".said" })).toBeInTheDocument();
    expect(within(await dialog()).getByText(/“florda”/u, { selector: ".said" })).toBeInTheDocument();
    // React reports keys that occur twice.
    expect(errors).not.toHaveBeenCalled();
  });

  it("opens by its button, and goes on with Enter to the page of all hits", async () => {
    const { user, router } = await open();
    await user.click(screen.getByRole("button", { name: "Search" }));
    await dialog();
    await user.keyboard("bleaching{Enter}");
    expect(await screen.findByRole("heading", { name: "2 stories" })).toBeInTheDocument();
    expect(router.state.location.search).toBe("?q=bleaching");
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("is walked through with arrow keys, opens a hit with Enter, and closes with Escape", async () => {
    const { user } = await open();
    await user.keyboard("/");
    await dialog();
    await user.keyboard("corals");
    const hit = await within(await dialog()).findByRole("link", { name: "Florida moves its corals" });
    await user.keyboard("{ArrowDown}");
    expect(hit).toHaveFocus();
    await user.keyboard("{ArrowUp}");
    expect(within(await dialog()).getByRole("searchbox")).toHaveFocus();
    await user.keyboard("{ArrowDown}{Enter}");
    expect(await screen.findByRole("heading", { level: 1, name: "Florida moves its corals" })).toBeInTheDocument();
    await user.keyboard("/");
    await dialog();
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("offers the last searches of this device, the last one first, and forgets them on demand", async () => {
    const { user } = await open();
    for (const query of ["bleaching", "corals", "bleaching"]) {
      await user.keyboard("/");
      await dialog();
      await user.keyboard(`${query}{Enter}`);
      await screen.findByRole("heading", { name: /stor/u, level: 2 });
      await user.click(screen.getByRole("link", { name: "Florida moves its corals" }));
      await screen.findByRole("heading", { level: 1, name: "Florida moves its corals" });
    }
    await user.keyboard("/");
    expect(lastSearches(await dialog())).toEqual(["bleaching", "corals"]);
    await user.click(within(await dialog()).getByRole("button", { name: "Clear the list" }));
    expect(lastSearches(await dialog())).toEqual([]);
    expect(localStorage.getItem("broadsheet-searches")).toBeNull();
  });

  it("keeps no searches for a reader who does not want it", async () => {
    changeSetting("searches", "off");
    const { user } = await open();
    await user.keyboard("/");
    await dialog();
    await user.keyboard("bleaching{Enter}");
    await screen.findByRole("heading", { name: "2 stories" });
    expect(localStorage.getItem("broadsheet-searches")).toBeNull();
  });

  it("says when the search does not come, and tries again", async () => {
    const files = searchable();
    const manifest = files["search/manifest.json"];
    files["search/manifest.json"] = new Response("", { status: 503 });
    const { user, served } = await renderApp("/article/reef", files);
    await user.keyboard("/");
    await dialog();
    await user.keyboard("bleaching");
    const failed = await dialog();
    await within(failed).findByRole("heading", { name: "The search did not load" });
    served["search/manifest.json"] = manifest;
    await user.click(within(failed).getByRole("button", { name: "Try again" }));
    expect(await within(await dialog()).findByText("2 stories", { selector: ".count" })).toBeInTheDocument();
  });
});

describe("the search field of a page", () => {
  it("leads from an address that is no page to the search", async () => {
    const { user, router } = await renderApp("/nowhere", searchable());
    await user.type(within(screen.getByRole("main")).getByRole("searchbox", { name: "Search the news" }), "bleaching{Enter}");
    expect(await screen.findByRole("heading", { name: "2 stories" })).toBeInTheDocument();
    expect(router.state.location.pathname).toBe("/search");
  });

  it("in the masthead is a plain form, and a click into it hands what stands in it to the quick search", async () => {
    const { user } = await renderApp("/nowhere", searchable());
    const field = within(screen.getByRole("banner")).getByRole("searchbox", { name: "Search the news" });
    expect(field.closest("form")).toHaveAttribute("action", "/search");
    field.focus();
    await user.keyboard("corals");
    await user.click(field);
    expect(within(await dialog()).getByRole("searchbox")).toHaveValue("corals");
    expect(await within(await dialog()).findByText("1 story", { selector: ".count" })).toBeInTheDocument();
  });

  it("is what / goes to where the page has one", async () => {
    const { user } = await renderApp("/search?q=bleaching", searchable());
    await screen.findByRole("heading", { name: "2 stories" });
    await user.keyboard("/");
    expect(screen.getByRole("searchbox", { name: "Search for" })).toHaveFocus();
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});
