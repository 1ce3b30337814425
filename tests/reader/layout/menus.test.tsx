import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Edition } from "#content/edition/edition.ts";
import { anArticle, anArticlePage, anEdition } from "../../support/anArticle.ts";
import { renderApp } from "../../support/renderApp.tsx";

const open = (changes: Partial<Edition>, address = "/nothing") =>
  renderApp(address, {
    "edition.json": { ...anEdition, ...changes },
    "topics.json": { kind: "topic", letters: [] },
    "article/voyager-1.json": anArticlePage({ article: anArticle({ section: { slug: "science", name: "Science" } }) }),
  });

const linksIn = (element: HTMLElement) =>
  within(element)
    .getAllByRole("link")
    .map((link) => [link.textContent, link.getAttribute("href")]);

describe("the navigation", () => {
  it("is what the paper asks for, with groups that open, and marks the page that is shown", async () => {
    const navigation = [
      { name: "/topics", url: "/topics" },
      { name: "Shop", url: "https://shop.example/" },
      { name: "More", items: [{ name: "Science", url: "/section/science" }] },
    ];
    const { user } = await open({ navigation }, "/topics");
    const nav = screen.getByRole("navigation", { name: "Sections" });
    expect(linksIn(nav).slice(0, 2)).toEqual([
      ["Topics A to Z", "/topics"],
      ["Shop", "https://shop.example/"],
    ]);
    expect(within(nav).getByRole("link", { current: "page" })).toHaveTextContent("Topics A to Z");
    const group = within(nav).getByText("More");
    expect(group.closest("details")).not.toHaveAttribute("open");
    await user.click(group);
    expect(group.closest("details")).toHaveAttribute("open");
    expect(within(nav).getByRole("link", { name: "Science" })).toHaveAttribute("href", "/section/science");

    await user.click(screen.getByRole("button", { name: "Menu" }));
    const menu = within(await screen.findByRole("dialog", { name: "Menu" }));
    expect(linksIn(menu.getByRole("region", { name: "More" }))).toEqual([["Science", "/section/science"]]);
  });

  it("marks a group that the page is in, also while it is closed", async () => {
    const groups = ["/topics", "/places"].map((url) => ({ name: `With ${url}`, items: [{ name: url, url }] }));
    await open({ navigation: groups }, "/topics");
    const nav = within(screen.getByRole("navigation", { name: "Sections" }));
    expect(nav.getByText("With /topics")).toHaveAttribute("aria-current", "true");
    expect(nav.getByText("With /places")).not.toHaveAttribute("aria-current");
  });
});

describe("the foot of a page", () => {
  it.each(["Reading settings", "Keyboard shortcuts"])("opens %s", async (name) => {
    const { user } = await open({});
    await user.click(within(screen.getByRole("contentinfo")).getByRole("button", { name }));
    expect(await screen.findByRole("dialog", { name })).toBeVisible();
  });
});

describe("breadcrumbs", () => {
  it("show the way to a story from the front page", async () => {
    await open({ breadcrumbs: true }, "/article/voyager-1");
    expect(linksIn(screen.getByRole("navigation", { name: "Breadcrumb" }))).toEqual([
      ["Front page", "/"],
      ["Science", "/section/science"],
    ]);
  });

  it("are not there unless the paper wants them", async () => {
    await open({}, "/article/voyager-1");
    expect(screen.queryByRole("navigation", { name: "Breadcrumb" })).not.toBeInTheDocument();
  });
});
