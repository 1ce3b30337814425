import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import * as v from "valibot";
import { describe, expect, inject } from "vitest";
import { ArticlePageSchema } from "#content/pages/articlePage.ts";
import { articlePath } from "#content/paths.ts";
import { plainText } from "#content/blocks/plainText.ts";
import { journey, type Visit, CORE_WIDTHS } from "../support/journey.ts";
import { NOT_FOUND, PAGE_KINDS } from "../support/pageKinds.ts";

const KINDS = [...PAGE_KINDS, NOT_FOUND];

describe.each(CORE_WIDTHS)("without JavaScript, %i px wide", (width) => {
  const open = (visit: Visit, path: string) => visit(path, { width, javaScriptEnabled: false });

  journey.for(KINDS.map((kind) => [kind.kind, kind] as const))(
    "a %s can be read, opens, and offers nothing that only a script can do",
    async ([, kind], { visit }) => {
      const { page, forgive } = await open(visit, kind.path);
      if (kind === NOT_FOUND) forgive(/status of 404/u);
      expect(await page.locator("h1").count()).toBe(1);
      expect(await page.locator("main").innerText()).toContain(kind.text);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);

      const controls = page.locator("button, input, select, textarea, dialog, [role=button], [role=tab], a:not([href])");
      // A plain form leads to the search page, which says what it needs.
      const dead = await controls
        .filter({ visible: true })
        .evaluateAll((all) => all.filter((one) => !one.closest("form[action]")).map((one) => one.outerHTML));
      expect(dead).toEqual([]);

      for (const folded of await page.locator("details").all()) {
        const inside = folded.locator("a").first();
        expect(await inside.isVisible()).toBe(false);
        await folded.locator("summary").click();
        expect(await inside.isVisible()).toBe(true);
      }
    },
  );

  journey("the menu leads to the links at the foot of the page", async ({ visit }) => {
    const { page } = await open(visit, "/article/operation-rescue");
    await page.locator(".masthead").getByRole("link", { name: "Menu" }).click();
    await expect.poll(() => inView(page, "#menu")).toBe(true);
    await page.locator("#menu").getByRole("link", { name: "Science", exact: true }).click();
    expect(await page.locator("h1").innerText()).toContain("Science");
  });
});

describe("without JavaScript, from every kind of page", () => {
  journey("every link leads to a page, and every picture is there", async ({ visit, site }) => {
    const wanted = new Map<string, string>();
    for (const { path } of KINDS) {
      const { page, forgive } = await visit(path, { javaScriptEnabled: false });
      if (path === NOT_FOUND.path) forgive(/status of 404/u);
      for (const address of await addresses(page)) if (!address.includes("#")) wanted.set(address, path);
      expect(await deadAnchors(page), `parts of ${path}`).toEqual([]);
    }
    const own = [...wanted].filter(([address]) => address.startsWith(site.address));
    expect(own.length).toBeGreaterThan(150);
    const dead = [];
    for (const [address, from] of own) {
      const { status } = await fetch(address, { redirect: "manual" });
      if (status !== 200) dead.push(`${status} for ${address} on ${from}`);
    }
    expect(dead).toEqual([]);
    const others = [...wanted.keys()].filter((address) => !address.startsWith(site.address));
    expect(others.filter((address) => !/^(?:https?|mailto|data):/u.test(address))).toEqual([]);
  });
});

journey("every story of the edition has all of its words", async ({ visit, task }) => {
  const folder = join(inject("sampleSite"), "data", "article");
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const { page } = await visit("/", { javaScriptEnabled: false });
  const lacking: string[] = [];
  let words = 0;
  for (const file of files) {
    const { article } = v.parse(ArticlePageSchema, JSON.parse(readFileSync(join(folder, file), "utf8")));
    await page.goto(new URL(articlePath(article.slug), page.url()).href);
    await page.locator("main details").evaluateAll((all) => all.forEach((each) => each.setAttribute("open", "")));
    // What stands above and below in a formula is no line of text.
    const formulas = await page.locator("main math").evaluateAll((all) => all.map((each) => each.getAttribute("alttext") ?? ""));
    const shown = textOf([await page.locator("main").innerText(), ...formulas].join(" "));
    const wanted = wordsOf([article.headline, article.standfirst ?? "", plainText(article.body)].join(" "));
    words += wanted.size;
    lacking.push(...[...wanted].filter((word) => !shown.includes(word)).map((word) => `${article.slug}: ${word}`));
  }
  task.meta.figure = `${files.length} stories, ${words} different words, ${lacking.length} lacking`;
  expect(files.length).toBeGreaterThan(40);
  expect(lacking).toEqual([]);
});

/** Without the places where a word may be divided. */
const textOf = (text: string): string => text.replaceAll("\u{ad}", "").toLowerCase();

function wordsOf(text: string): Set<string> {
  return new Set(textOf(text).match(/[\p{L}\p{M}\p{N}]+/gu));
}

/** All that a page leads to or shows, as full addresses. */
function addresses(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].map(({ href }) => href);
    const heads = [...document.querySelectorAll<HTMLLinkElement>("link[href]")].map(({ href }) => href);
    const pictures = [...document.querySelectorAll("img")].map(({ src }) => src);
    return [...links, ...heads, ...pictures];
  });
}

/** Links to parts of the page that it does not have. */
function deadAnchors(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("a[href^='#']")]
      .map((link) => link.getAttribute("href") ?? "")
      .filter((href) => !document.getElementById(decodeURIComponent(href.slice(1)))),
  );
}

function inView(page: Page, selector: string): Promise<boolean> {
  return page.locator(selector).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
}

journey.for([["/search"], ["/offline"]] as const)(
  "what stands on %s in place of scripts has air between its parts",
  async ([path], { visit }) => {
    const { page } = await visit(path, { width: 360, javaScriptEnabled: false });
    const parts = await page.locator("main noscript > *").evaluateAll((all) => all.map((part) => part.getBoundingClientRect().toJSON()));
    expect(parts.length).toBeGreaterThan(1);
    for (const [at, { top }] of parts.slice(1).entries()) expect(top - parts[at].bottom).toBeGreaterThanOrEqual(12);
  },
);
