import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import * as v from "valibot";
import { describe, expect, inject } from "vitest";
import { ArticlePageSchema } from "#content/pages/articlePage.ts";
import { articlePath } from "#content/paths.ts";
import { plainText } from "#content/blocks/plainText.ts";
import { journey } from "../support/journey.ts";
import { NOT_FOUND, PAGE_KINDS } from "../support/pageKinds.ts";

const KINDS = [...PAGE_KINDS, NOT_FOUND];

/** Words and links are there before the pictures. */
const SOON = { waitUntil: "domcontentloaded" } as const;

describe("without JavaScript, from every kind of page", () => {
  journey("every link leads to a page, and every picture is there", async ({ visit, site }) => {
    const wanted = new Map<string, string>();
    const { page, forgive } = await visit("/", { javaScriptEnabled: false });
    forgive(/status of 404/u);
    for (const { path } of KINDS) {
      await page.goto(new URL(path, site.address).href, SOON);
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
    await page.goto(new URL(articlePath(article.slug), page.url()).href, SOON);
    const shown = textOf(await page.evaluate(textInMain));
    const wanted = wordsOf([article.headline, article.standfirst ?? "", plainText(article.body)].join(" "));
    words += wanted.size;
    lacking.push(...[...wanted].filter((word) => !shown.includes(word)).map((word) => `${article.slug}: ${word}`));
  }
  task.meta.figure = `${files.length} stories, ${words} different words, ${lacking.length} lacking`;
  expect(files.length).toBeGreaterThan(40);
  expect(lacking).toEqual([]);
});

/** What a reader can see, once all is folded out. It is run in the page. */
function textInMain(): string {
  const main = document.querySelector("main");
  for (const folded of main?.querySelectorAll("details") ?? []) folded.open = true;
  // What stands above and below in a formula is no line of text.
  const formulas = [...(main?.querySelectorAll("math") ?? [])].map((formula) => formula.getAttribute("alttext") ?? "");
  return [main?.innerText ?? "", ...formulas].join(" ");
}

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
