import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderApp } from "../../support/renderApp.tsx";
import { searchable, threeStories } from "../../support/searchable.ts";
import { filesOf } from "../../support/searchOver.ts";

const headlines = () => screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent);

describe("the search page", () => {
  it("asks for nothing of the index before there is a query, and says what it can do", async () => {
    const { asked } = await renderApp("/search", searchable());
    expect(screen.getByText(/full text of every story/u)).toBeInTheDocument();
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

  it("counts the pages of the paper apart from its stories", async () => {
    const manifest = JSON.parse(new TextDecoder().decode(filesOf(threeStories).get("manifest.json")));
    const files = () => ({ ...searchable(), "search/manifest.json": { ...manifest, apart: 1 } });
    const { go } = await renderApp("/search?q=bleaching", files());
    expect(await screen.findByRole("heading", { name: "1 story" })).toBeInTheDocument();
    expect(headlines()).toHaveLength(2);
    await go("/search?q=flights");
    expect(await screen.findByRole("heading", { name: "1 page" })).toBeInTheDocument();
  });

  it("sorts by date", async () => {
    const { user } = await renderApp("/search?q=bleaching", searchable());
    await screen.findByRole("heading", { name: "2 stories" });
    await user.selectOptions(screen.getByRole("combobox", { name: "Sort by" }), "Oldest");
    await expect.poll(headlines).toEqual(["Three in four reefs are pale", "Florida moves its corals"]);
  });

  it("says what was not understood, and what was found nowhere", async () => {
    await renderApp("/search?q=zzqqxx%20before%3Asoon", searchable());
    expect(await screen.findByRole("heading", { name: /No stories found for/u })).toBeInTheDocument();
    expect(screen.getByText(/before: needs a date/u, { selector: ".said" })).toBeInTheDocument();
  });

  it("offers to try again when a part of the index does not come", async () => {
    const files = searchable();
    const manifest = files["search/manifest.json"];
    files["search/manifest.json"] = new Response("", { status: 503 });
    const { user, served } = await renderApp("/search?q=bleaching", files);
    const failed = screen.getByRole("main");
    await waitFor(() => expect(screen.getAllByText(/The search did not load/u)).toHaveLength(2));
    served["search/manifest.json"] = manifest;
    await user.click(within(failed).getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("heading", { name: "2 stories" })).toBeInTheDocument();
  });

  it("offers to try again when a shard was cut off on its way", async () => {
    const files = searchable();
    const shards = Object.keys(files).filter((name) => name.endsWith(".bin"));
    const whole = Object.fromEntries(shards.map((name) => [name, files[name]]));
    for (const name of shards) files[name] = new Response(new Uint8Array([1, 7, 7]));
    const { user, served } = await renderApp("/search?q=bleaching", files);
    const failed = screen.getByRole("main");
    await waitFor(() => expect(screen.getAllByText(/The search did not load/u)).toHaveLength(2));
    Object.assign(served, whole);
    await user.click(within(failed).getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("heading", { name: "2 stories" })).toBeInTheDocument();
  });

  it("asks for what can be filtered only when the keys rest", async () => {
    const { user } = await renderApp("/search", searchable());
    await user.type(screen.getByRole("searchbox", { name: "Search for" }), "blea");
    await screen.findByRole("heading", { name: "2 stories" });
    expect(screen.queryByRole("checkbox", { hidden: true })).toBeNull();
    expect(await screen.findByRole("checkbox", { name: /Science/u, hidden: true })).toBeInTheDocument();
  });

  it("has on Back the list that was left, although its last word was not whole", async () => {
    const { user, router } = await renderApp("/search", searchable());
    await user.type(screen.getByRole("searchbox", { name: "Search for" }), "nurs");
    await screen.findByRole("heading", { name: "1 story" });
    await user.click(screen.getByRole("link", { name: "Florida moves its corals" }));
    await screen.findByRole("heading", { level: 1, name: "Florida moves its corals" });
    await router.navigate(-1);
    expect(await screen.findByRole("heading", { name: "1 story" })).toBeInTheDocument();
    expect(screen.queryByText(/No story has/u)).toBeNull();
  });

  it("is walked through with arrow keys, and Escape leads back into the field", async () => {
    const { user } = await renderApp("/search?q=bleaching", searchable());
    await screen.findByRole("heading", { name: "2 stories" });
    const field = screen.getByRole("searchbox", { name: "Search for" });
    const [first, second] = screen.getAllByRole("heading", { level: 3 }).map((headline) => within(headline).getByRole("link"));
    await user.click(field);
    await user.keyboard("{ArrowDown}");
    expect(first).toHaveFocus();
    await user.keyboard("{ArrowDown}");
    expect(second).toHaveFocus();
    await user.keyboard("{ArrowDown}");
    expect(second).toHaveFocus();
    await user.keyboard("{ArrowUp}{ArrowUp}");
    expect(field).toHaveFocus();
    await user.keyboard("{ArrowDown}{Escape}");
    expect(field).toHaveFocus();
  });
});
