/* oxlint-disable no-empty-pattern -- Vitest wants a pattern, also where a fixture needs no other. */
import { AxeBuilder } from "@axe-core/playwright";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Page, Route } from "playwright-core";
import * as v from "valibot";
import { describe, expect } from "vitest";
import { builtPaper } from "../support/builtPaper.ts";
import { journey, WIDTHS } from "../support/journey.ts";
import { openSite } from "../support/site.ts";

const fixture = (name: string) =>
  v.parse(
    v.record(v.string(), v.unknown()),
    JSON.parse(readFileSync(join(import.meta.dirname, `../fixtures/discussion/${name}.json`), "utf8")),
  );
const [mastodon, bluesky] = [fixture("mastodon"), fixture("bluesky")];

const ID = "116000000000000001";
const POST = `https://mastodon.example/@paper/${ID}`;
const story = (headline: string, more: string) =>
  `---\nheadline: ${headline}\ndate: 2026-01-01\n${more}---\nThe text of it. See [the other](ferry.md).\n`;
/** A dispute of two, each answering the other. */
const dispute = (depth: number): object => ({ body: [`Word ${depth}`], replies: depth === 30 ? [] : [dispute(depth + 1)] });
const COMMENTED = {
  headline: "Commented",
  datePublished: "2026-01-01",
  body: ["The text of it."],
  discussion: "https://bsky.app/profile/paper.example/post/3lroot",
  comments: [
    { id: "7", author: "Ada", datePublished: "2014-03-12T12:00:00Z", body: ["I saw it."], replies: [{ body: ["So did I."] }, dispute(1)] },
  ],
};

const discussed = journey
  .extend("folder", { scope: "file" }, async ({}, { onCleanup }) => {
    const files = {
      // Stories of the same words are a thread, which has code of its own.
      "edition.json": '{"threads": false}',
      "ferry.md": story("The ferry", `discussion: ${POST}\n`),
      "commented.json": JSON.stringify(COMMENTED),
      "silent.md": story("Silent", ""),
    };
    return builtPaper(files, onCleanup);
  })
  .extend("paper", async ({ folder }, { onCleanup }) => {
    const site = await openSite(folder);
    onCleanup(() => site.close());
    return site;
  });

const OTHERS = ["https://mastodon.example", "https://public.api.bsky.app"];
const show = (page: Page) => page.getByRole("button", { name: "Show replies" });
const section = (page: Page) => page.getByRole("region", { name: "Discussion" });
const status = (page: Page) => section(page).getByRole("status");

/** Stands for both networks. @returns what was asked of them */
async function answering(context: BrowserContext, answer: (route: Route, path: string) => Promise<void> = given): Promise<string[]> {
  const asked: string[] = [];
  for (const server of OTHERS)
    await context.route(`${server}/**`, async (route) => {
      const url = route.request().url();
      asked.push(url);
      await answer(route, new URL(url).pathname);
    });
  return asked;
}

const FILES: Record<string, unknown> = {
  [`/api/v1/statuses/${ID}`]: mastodon["status"],
  [`/api/v1/statuses/${ID}/context`]: mastodon["context"],
  "/xrpc/com.atproto.identity.resolveHandle": bluesky["did"],
  "/xrpc/app.bsky.feed.getPostThread": bluesky["thread"],
};

const headers = { "access-control-allow-origin": "*" };
const given = (route: Route, path: string) => route.fulfill({ headers, json: FILES[path] });

describe.each(WIDTHS)("the replies to a story, %i px wide", (width) => {
  discussed("are asked for at a press and not before, threaded, and run nothing", async ({ visit, paper }) => {
    const { page, context } = await visit("/article/silent", { width, site: paper, others: OTHERS });
    const asked = await answering(context);
    // From a page without one: the policy is that of the page that was opened.
    await page.getByRole("link", { name: "the other" }).click();
    await expect.poll(() => show(page).isEnabled()).toBe(true);
    await page.waitForLoadState("networkidle");
    expect(asked).toEqual([]);
    await show(page).click();
    await section(page).getByText("At last & on time.").waitFor();
    expect(asked.toSorted()).toEqual([
      `https://mastodon.example/api/v1/statuses/${ID}`,
      `https://mastodon.example/api/v1/statuses/${ID}/context`,
    ]);
    expect(await status(page).textContent()).toBe("7 replies · 12 favourites · 5 boosts");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("status");
    expect(await section(page).locator("ol ol ol").textContent()).toContain("Sold.");
    expect(await section(page).getByText("Half of the deck").isVisible()).toBe(false);
    await section(page).getByText("Content warning: An accident").click();
    expect(await section(page).getByText("Half of the deck").isVisible()).toBe(true);
    expect(await section(page).getByRole("link", { name: "press" }).count()).toBe(0);
    expect(await section(page).locator("img, iframe, script, style, svg, [onclick]").count()).toBe(0);
    expect(await section(page).getByRole("link", { name: "Reply at mastodon.example" }).getAttribute("href")).toBe(POST);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

discussed("those on Bluesky stand below the comments of the former site", async ({ visit, paper }) => {
  const { page, context } = await visit("/article/commented", { width: 360, site: paper, others: OTHERS });
  const asked = await answering(context);
  const comments = page.getByRole("region", { name: "32 comments" });
  expect(await comments.locator("#comment-7 > ol").textContent()).toContain("So did I.");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  // The last word has room.
  expect((await comments.getByText("Word 30", { exact: true }).boundingBox())?.width).toBeGreaterThan(200);
  await show(page).click();
  await section(page).getByText("Schön").waitFor();
  expect(asked.map((url) => new URL(url).pathname)).toEqual([
    "/xrpc/com.atproto.identity.resolveHandle",
    "/xrpc/app.bsky.feed.getPostThread",
  ]);
  expect(await status(page).textContent()).toBe("3 replies · 20 likes · 4 reposts");
  await section(page).getByText("A reply that is blocked").waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

discussed("why they do not come is said, and they are asked for again", async ({ visit, paper }) => {
  const { page, context, forgive } = await visit("/article/ferry", { site: paper, others: OTHERS });
  const faults: [answer: (route: Route) => Promise<void>, said: string][] = [
    [(route) => route.fulfill({ headers, status: 429 }), "mastodon.example is receiving too many requests. Try again in a few minutes."],
    [(route) => route.fulfill({ headers, status: 401 }), "mastodon.example shows its replies only on its own pages."],
    [(route) => route.fulfill({ headers, status: 404 }), "The post is no longer at mastodon.example."],
    [(route) => route.fulfill({ headers, body: "<html>" }), "The answer from mastodon.example could not be read."],
    [(route) => route.abort(), "mastodon.example cannot be reached."],
  ];
  let answer: (route: Route, path: string) => Promise<void> = given;
  await answering(context, (route, path) => answer(route, path));
  const press = (name: string) => section(page).getByRole("button", { name }).click();
  for (const [at, [fault, said]] of faults.entries()) {
    answer = fault;
    await press(at === 0 ? "Show replies" : "Try again");
    await expect.poll(() => status(page).textContent()).toBe(said);
  }
  expect(await section(page).getByRole("link", { name: "Discuss at mastodon.example" }).getAttribute("href")).toBe(POST);
  answer = (route, path) =>
    route.fulfill({
      headers,
      json: path.endsWith("context") ? { ancestors: [], descendants: [] } : { ...Object(FILES[path]), replies_count: 0 },
    });
  await press("Try again");
  await expect.poll(() => status(page).textContent()).toBe("No replies yet · 12 favourites · 5 boosts");
  forgive(/Failed to load resource/u);
});

discussed("without a script there is the link, and comments are there", async ({ visit, paper }) => {
  const { page } = await visit("/article/commented", { site: paper, javaScriptEnabled: false });
  await page.getByText("So did I.").waitFor();
  expect(await section(page).getByRole("link").getAttribute("href")).toBe(COMMENTED.discussion);
  expect(await show(page).isVisible()).toBe(false);
  expect(await section(page).textContent()).toContain("Discuss at bsky.app");
});

discussed("a story without them loads no code for them", async ({ visit, paper }) => {
  const { page } = await visit("/article/silent", { site: paper });
  await page.waitForLoadState("networkidle");
  expect(paper.asked.filter((path) => /discussion|mastodon|bluesky|rare/u.test(path))).toEqual([]);
});
