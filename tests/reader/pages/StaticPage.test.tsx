import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { StaticPage } from "#content/pages/staticPage.ts";
import { anEdition } from "../../support/anArticle.ts";
import { renderApp } from "../../support/renderApp.tsx";

const text = (words: string) => [{ type: "text" as const, text: words }];

const about: StaticPage = {
  path: "/about/us",
  title: "About us",
  type: "AboutPage",
  standfirst: "Who we are",
  contents: true,
  body: [
    { type: "heading", level: 2, id: "owners", children: text("Owners") },
    { type: "paragraph", children: [...text("We own it."), { type: "noteRef", note: "1" }] },
    { type: "heading", level: 3, id: "shares", children: text("Shares") },
    { type: "heading", level: 4, id: "small", children: text("Small print") },
    { type: "note", id: "1", children: [{ type: "paragraph", children: text("All of it.") }] },
  ],
  inLanguage: "en",
  direction: "ltr",
};

describe("a page of the paper", () => {
  it("shows title, standfirst, text and notes, and lists its headings if it wants to", async () => {
    await renderApp("/about/us", { "about/us.json": about });
    expect(screen.getByRole("heading", { level: 1, name: "About us" })).toBeInTheDocument();
    expect(document.title).toBe("About us | The Paper");
    const contents = within(screen.getByRole("navigation", { name: "On this page" }));
    expect(contents.getAllByRole("link").map((link) => [link.textContent, link.getAttribute("href")])).toEqual([
      ["Owners", "#owners"],
      ["Shares", "#shares"],
    ]);
    expect(screen.getByRole("main")).toHaveTextContent("All of it.");
  });

  it("stands in place of the front page of a paper without a story, which leads to no list of stories", async () => {
    await renderApp("/", {
      "edition.json": { ...anEdition, sections: [], home: true, breadcrumbs: true },
      "front.json": { ...about, path: "/", title: "Manual" },
    });
    expect(screen.getByRole("heading", { level: 1, name: "Manual" })).toBeInTheDocument();
    expect(screen.queryByRole("navigation", { name: "Breadcrumb" })).not.toBeInTheDocument();
    const names = screen.getAllByRole("link").map((link) => link.textContent);
    expect(names).toEqual(expect.arrayContaining(["Front page", "Search"]));
    for (const name of ["Latest", "Archive by date", "Topics A to Z", "Saved", "History"]) expect(names).not.toContain(name);
    expect(screen.queryByRole("heading", { name: "Yours" })).not.toBeInTheDocument();
  });

  it("has no list of headings unless it wants one", async () => {
    await renderApp("/about/us/", { "about/us.json": { ...about, contents: undefined } });
    expect(screen.getByRole("heading", { level: 1, name: "About us" })).toBeInTheDocument();
    expect(screen.queryByRole("navigation", { name: "On this page" })).not.toBeInTheDocument();
  });

  it("is led to from the foot of every page under the paper's name", async () => {
    const edition = { ...anEdition, pages: [{ name: "About", url: "/about/us" }] };
    const { user } = await renderApp("/nothing", { "edition.json": edition, "about/us.json": about });
    const foot = within(screen.getByRole("contentinfo"));
    expect(foot.getByRole("heading", { name: "The Paper" })).toBeInTheDocument();
    await user.click(foot.getByRole("link", { name: "About" }));
    const headline = await screen.findByRole("heading", { level: 1, name: "About us" });
    await waitFor(() => expect(headline).toHaveFocus());
  });
});

describe("an address that is no page", () => {
  it("asks for no data of what has a file's name", async () => {
    const { asked } = await renderApp("/robots.txt", {});
    expect(screen.getByText("Error 404:", { exact: false })).toBeInTheDocument();
    expect(asked).not.toContain("robots.txt.json");
  });

  it("says what the paper says of it", async () => {
    const paragraphs = [[{ text: "Try the " }, { text: "archive", url: "/archive" }], [{ text: "Or ask", url: "mailto:desk@example.org" }]];
    const edition = { ...anEdition, texts: { missing: { title: "Nothing here", paragraphs } } };
    await renderApp("/nothing", { "edition.json": edition });
    const main = within(screen.getByRole("main"));
    expect(main.getByRole("heading", { level: 1, name: "Nothing here" })).toBeInTheDocument();
    expect(main.getByRole("link", { name: "archive" })).toHaveAttribute("href", "/archive");
    expect(main.getByRole("link", { name: "Or ask" })).toHaveAttribute("href", "mailto:desk@example.org");
    expect(main.queryByText(/mistyped/u)).not.toBeInTheDocument();
  });
});
