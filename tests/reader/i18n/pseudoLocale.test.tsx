import { screen, waitFor, within } from "@testing-library/react";
import { QueryClient } from "@tanstack/react-query";
import { matchRoutes } from "react-router";
import { describe, expect, it } from "vitest";
import { pageRoutes } from "#reader/app/routes.tsx";
import { type Files, renderApp } from "../../support/renderApp.tsx";
import { filesOf } from "../../support/searchOver.ts";
import { greekArticle, greekFiles } from "./everyPage.ts";
import { setWords } from "#reader/i18n/loadCatalogue.ts";
import { loadPseudoWords, pseudoLibraryWords, pseudoWords } from "./pseudoWords.ts";
import { isStray, strayText } from "./strayText.ts";

setWords(loadPseudoWords);

/** Addresses of pages that have no file of their own in the data. */
const WITHOUT_FILE = [
  "/no/such/page",
  "/404",
  "/search",
  "/offline",
  "/saved",
  "/following",
  "/history",
  "/catch-up",
  "/highlights",
  "/account",
  "/account/verify",
  "/account/reset",
  "/account/alerts/leave",
];

const addresses = Object.keys(greekFiles)
  .filter((file) => file !== "edition.json")
  .map((file) => (file === "front.json" ? "/" : `/${file.replace(/\.json$/u, "")}`));

/** The index over the Greek story. */
function greekSearch(): Files {
  const index = filesOf([greekArticle], { language: "el" });
  return Object.fromEntries([...index].map(([name, bytes]) => [`search/${name}`, new Response(bytes)]));
}

async function straysAt(address: string, changes: Files = {}): Promise<string[]> {
  await renderApp(address, { ...greekFiles, ...changes }, pseudoWords, pseudoLibraryWords);
  const strays = strayText(document.body);
  return isStray(document.title) ? [...strays, document.title] : strays;
}

describe("the reader in a pseudo-locale", () => {
  it.each([...addresses, ...WITHOUT_FILE])("says nothing at %s that is not in the catalogue", async (address) => {
    expect(await straysAt(address)).toEqual([]);
    expect(screen.getByRole("heading", { level: 1 }).closest("body")).toHaveTextContent("⟦Front page⟧");
  });

  it("is tried at every kind of page", () => {
    const routes = pageRoutes(new QueryClient());
    const tried = [...addresses, ...WITHOUT_FILE].map((address) => matchRoutes(routes, address)?.at(-1)?.route.id);
    expect(routes.map(({ id }) => id).filter((id) => !tried.includes(id))).toEqual([]);
  });

  it("says nothing of its own in any dialog", async () => {
    const { user } = await renderApp("/article/voyager-1", greekFiles, pseudoWords);
    const openers = document.querySelectorAll("[aria-haspopup=dialog]");
    expect(openers.length).toBeGreaterThan(2);
    for (const opener of openers) {
      await user.click(opener);
      expect(strayText(await screen.findByRole("dialog"))).toEqual([]);
      await user.click(screen.getByRole("button", { name: "⟦Close⟧" }));
      await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    }
  });

  it.each([
    ["for a search that finds", "/search?q=θάλασσα", "article"],
    ["for filters and an order", "/search?q=θάλασσα&section=sea&sort=oldest", "article"],
    ["for a search that finds nothing, and for what it did not understand", "/search?q=ωωωωω before:χθες", "heading"],
  ])("says nothing of its own %s", async (_what, address, sign) => {
    await renderApp(address, { ...greekFiles, ...greekSearch() }, pseudoWords);
    await within(screen.getByRole("main")).findAllByRole(sign, sign === "heading" ? { level: 2 } : {});
    // A filter goes by its slug until the names of all filters have come.
    await waitFor(() => expect(strayText(document.body)).toEqual([]));
    expect(isStray(document.title)).toBe(false);
  });

  it.each([
    ["a server's error", new Response("", { status: 503 })],
    ["no connection", new TypeError("Failed to fetch")],
    ["half a file", new Response('{"kind":')],
    ["a file that breaks the contract", { kind: "topic" }],
  ])("says nothing of its own about %s", async (_what, answer) => {
    expect(await straysAt("/topic/sea", { "topic/sea.json": answer })).toEqual([]);
    expect(screen.getByRole("main")).toHaveTextContent("⟦Try again⟧");
  });

  it("says nothing of its own on an empty front page", async () => {
    const empty = { date: "2024-04-22", also: [], latest: [], top: [], sections: [] };
    expect(await straysAt("/", { "front.json": empty })).toEqual([]);
  });
});

describe("strayText", () => {
  const straysIn = (html: string) => {
    const page = document.createElement("div");
    page.innerHTML = html;
    return strayText(page);
  };

  it("finds a text, a label and an alternative text that nobody translated", () => {
    expect(straysIn(`<p>Read on</p><nav aria-label="Pages"></nav><img alt="Photo">`)).toEqual(["Read on", "Pages", "Photo"]);
  });

  it("finds words beside a text of the catalogue", () => {
    expect(straysIn("<p>⟦Page ⟦4⟧⟧ of 12</p>")).toEqual(["⟦Page ⟦4⟧⟧ of 12"]);
  });

  it("lets pass what the catalogue, the edition and Intl say", () => {
    expect(straysIn("<p>⟦More⟧ Αθήνα</p><h1>April 2024</h1><time>22 April</time>")).toEqual([]);
  });
});
