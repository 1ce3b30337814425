/* oxlint-disable no-empty-pattern -- Vitest wants a pattern, also where a fixture needs no other. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { PICTURE } from "../../src/prerender/gallery/specimens.ts";
import { barriers } from "../support/accessibility/barriers.ts";
import { servedPaper } from "../support/builtPaper.ts";
import { CALM, journey as visiting } from "../support/journey.ts";

const story = (
  headline: string,
  day: number,
  fields = "",
  text = "The barrier closed the Oosterschelde, and the tide stayed out.",
): string => `---\nheadline: ${headline}\ndatePublished: 2026-01-${10 + day}\nsection: World\ntopics: [Barriers]\n${fields}---\n${text}\n`;

const AI = "ai: { for: translation, system: DeepL, checkedBy: Ada Keane }\n";

const IMAGE = "image: { file: ../pictures/gate.svg, alt: A gate, credit: Bo Lind, digitalSourceType: trainedAlgorithmicMedia }\n";

const MOST_READ = {
  from: "2026-01-08T00:00:03Z",
  to: new Date().toISOString(),
  stories: ["review", "barrier-2", "offer", "unknown"].map((slug, place) => ({ path: `/article/${slug}`, opened: 90 - place })),
};

/** A paper with stories of each label, among stories of one matter without any. */
const PAPER: Record<string, string> = {
  "edition.json": JSON.stringify({ name: "The Harbour Post", url: "https://post.example/" }),
  "most-read.json": JSON.stringify(MOST_READ),
  "pictures/gate.svg": PICTURE,
  "articles/offer.md": story("The barrier lights from Acme", 9, "sponsor: { name: Acme, url: https://acme.example/ }\n"),
  "articles/review.md": story("The barrier was worth it", 8, "kind: opinion\ngenre: Review\n"),
  "articles/translated.md": story("The barrier seen from Zeeland", 7, AI + IMAGE),
  ...Object.fromEntries([1, 2, 3, 4].map((n) => [`articles/barrier-${n}.md`, story(`The barrier closes, night ${n}`, n)])),
};

const journey = visiting.extend("labelled", { scope: "file" }, ({}, { onCleanup }) => servedPaper(PAPER, onCleanup));

/** The text that is seen, in one line. */
const seen = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).innerText()).replaceAll(/[\s\u00ad]+/gu, " ");

describe.each([360, 1280])("labels in a window of %i px", (width) => {
  journey("are seen above and below their stories", async ({ visit, labelled }) => {
    const { page } = await visit("/article/offer", { ...CALM, width, site: labelled });
    expect(await seen(page, ".sponsor")).toMatch(/Paid for by Acme/iu);
    expect(await page.locator(".sponsor a").getAttribute("rel")).toContain("sponsored");
    expect(await barriers(page)).toEqual([]);
    await page.goto(`${labelled.address}article/review`);
    expect(await seen(page, ".story-top")).toMatch(/Opinion \/ Review/iu);
    await page.goto(`${labelled.address}article/translated`);
    expect(await seen(page, ".hero figcaption")).toBe("Bo Lind · Made with AI");
    expect(await seen(page, ".story")).toContain("Translated with AI (DeepL). Checked by Ada Keane.");
    expect(await barriers(page)).toEqual([]);
  });

  journey("are seen in lists and in the search", async ({ visit, labelled }) => {
    const { page } = await visit("/topic/barriers", { ...CALM, width, site: labelled });
    const labels = async () => {
      await page.getByText("The barrier lights from Acme").waitFor();
      return Promise.all(["offer", "review"].map((slug) => seen(page, `main .teaser:has(a[href*="/${slug}"]) .kicker`)));
    };
    for (const [address, link] of [
      ["topic/barriers", "World"],
      ["search?q=barrier", "Barriers"],
    ] as const) {
      await page.goto(labelled.address + address);
      const [offer, review] = await labels();
      expect(offer).toMatch(new RegExp(`^Paid for by Acme / ${link}$`, "iu"));
      expect(review).toMatch(new RegExp(`^Opinion / Review / ${link}$`, "iu"));
      expect(await barriers(page)).toEqual([]);
    }
  });
});

journey(
  "labels keep an advertisement off the front page, and out of threads and the strips of other stories",
  async ({ visit, labelled }) => {
    const { page } = await visit("/", { ...CALM, width: 360, site: labelled });
    const offers = page.getByText("The barrier lights from Acme");
    const [thread] = await page.goto(`${labelled.address}article/barrier-4`).then(() => page.locator('a[href*="/thread/"]').all());
    const threadPath = await thread?.getAttribute("href");
    expect(threadPath).toBeTruthy();
    for (const path of ["", "article/barrier-4", "article/barrier-1", `${threadPath}`.slice(1)]) {
      await page.goto(labelled.address + path);
      await page.locator("main a").first().waitFor();
      expect([path, await offers.count()]).toEqual([path, 0]);
    }
  },
);

journey("the front page lists what was read most, with the days that were counted", async ({ visit, labelled }) => {
  const { page } = await visit("/", { ...CALM, width: 360, site: labelled, javaScriptEnabled: false });
  const list = page.getByRole("region", { name: "Most read" });
  expect(await list.locator("li").allInnerTexts()).toEqual(["The barrier was worth it", "The barrier closes, night 2"]);
  expect(await list.locator("header p").innerText()).toMatch(/^8 January – /u);
  expect(
    await list
      .locator("li")
      .first()
      .evaluate((one) => getComputedStyle(one, "::before").content),
  ).toContain("counter");
  const scripted = await visit("/", { ...CALM, width: 360, site: labelled });
  expect(await barriers(scripted.page)).toEqual([]);
});
