/* oxlint-disable no-empty-pattern -- Vitest wants a pattern, also where a fixture needs no other. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { photo } from "../compiler/features/pictures/photo.ts";
import { broadsheet } from "../support/installation.ts";
import { journey, someOf } from "../support/journey.ts";
import { openSite } from "../support/site.ts";

const WORDS = "The sky over the town was red in the evening, and nobody could say why it had not been so the day before. ".repeat(6);

const image = (file: string) => ({
  file,
  ...(file === "lead-1.jpg" && { focus: "20% 85%" }),
  alt: `Evening (${file})`,
  caption: "The sky at eight",
});

const figure = (file: string) => ({ type: "figure", image: image(file) });

/** Enough for every part of a front page, and for strips of four with pictures and of a few among others without. */
const STORIES = Array.from({ length: 22 }, (_, number) => {
  const about = number < 12 ? "Weather" : number < 16 ? "Town" : "Harbour";
  return {
    headline: `The sky of day ${number + 1} was red in the evening`,
    standfirst: WORDS.slice(0, 140),
    datePublished: `2024-04-${30 - number}T08:00:00Z`,
    section: about,
    topics: [about],
    genre: number === 5 ? "Long read" : undefined,
    image: number > 5 && number % 3 > 0 ? undefined : image(`lead-${number + 1}.jpg`),
    body: [WORDS, figure("tall.jpg"), WORDS, { type: "gallery", images: ["one.jpg", "two.jpg", "three.jpg"].map(image) }, WORDS],
  };
});

const inPhotos = journey
  .extend("folder", { scope: "file" }, async ({}, { onCleanup }) => {
    const folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
    onCleanup(() => rmSync(folder, { recursive: true, force: true }));
    mkdirSync(join(folder, "content"));
    const files = [...STORIES.flatMap((story) => story.image?.file ?? []), "one.jpg", "two.jpg", "three.jpg", "tall.jpg"];
    for (const [number, file] of files.entries()) {
      const wide = 2000 + number;
      const made = await photo(wide, file === "tall.jpg" ? 3000 : 1200)
        .jpeg()
        .toBuffer();
      writeFileSync(join(folder, "content", file), made);
    }
    STORIES.forEach((story, number) => writeFileSync(join(folder, `content/story-${number + 1}.json`), JSON.stringify(story)));
    await broadsheet(inject("installation"), "build", "--content", join(folder, "content"), "--out", join(folder, "site"), "--no-compress");
    return folder;
  })
  .extend("paper", { scope: "file" }, async ({ folder }, { onCleanup }) => {
    const site = await openSite(join(folder, "site"));
    onCleanup(() => site.close());
    return site;
  });

const PAGES = ["/", "/article/story-2", "/article/story-16", "/topic/weather", "/archive/2024"];

const WINDOWS = [
  { width: 360, deviceScaleFactor: 2 },
  { width: 768, deviceScaleFactor: 2 },
  { width: 1280, deviceScaleFactor: 1 },
  { width: 390, deviceScaleFactor: 3 },
  { width: 600, deviceScaleFactor: 2 },
  { width: 820, deviceScaleFactor: 2 },
];

describe.each(someOf(WINDOWS, 3))("photographs, $width points wide of $deviceScaleFactor pixels", (window) => {
  inPhotos("come hardly larger than they are drawn, and no smaller than an eye would see", async ({ visit, paper }) => {
    const all: Drawn[] = [];
    for (const path of PAGES) {
      // Without scripts a browser waits with no picture. And one that has come before would be taken again.
      const { page, leave } = await visit(path, { ...window, javaScriptEnabled: false, site: paper });
      all.push(...(await drawnOn(page)).map((drawn) => ({ path, ...drawn })));
      await leave();
    }
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter(({ file }) => !file.endsWith(".avif"))).toEqual([]);
    // Nothing smaller is made than 320.
    expect(all.filter(({ pixels, drawn }) => pixels > 320 && pixels > 1.5 * drawn)).toEqual([]);
    expect(all.filter(({ pixels, drawn }) => pixels < 0.75 * drawn)).toEqual([]);
  });
});

type Drawn = { path?: string; place: string; file: string; pixels: number; drawn: number };

/** The pictures of a page: the file that the browser chose, how wide it is, and how wide it is drawn where it fills its box, in pixels of the screen. */
function drawnOn(page: Page): Promise<Drawn[]> {
  return page.evaluate(() =>
    Array.from(document.images, (img) => {
      const { width, height } = img.getBoundingClientRect();
      const pixels = Number(/-(\d+)\.\w+$/u.exec(img.currentSrc)?.[1]);
      const drawn = Math.max(width, (height * img.naturalWidth) / img.naturalHeight) * devicePixelRatio;
      return { place: img.closest("[class]")?.className ?? "", file: img.currentSrc.replace(/^.*\//u, ""), pixels, drawn };
    }),
  );
}

describe("the lead picture of a story", () => {
  inPhotos.for(["/", "/article/story-1"])("of %s is the one that is wanted at once, as one file", async (path, { visit, paper }) => {
    const { page } = await visit(path, { width: 360, deviceScaleFactor: 2, site: paper });
    expect(await page.locator("img:not([loading=lazy])").evaluateAll((all) => all.map((img) => img.getAttribute("fetchpriority")))).toEqual(
      ["high"],
    );
    // What the head asks for is what the page draws.
    const picture = page.locator("img[fetchpriority=high]");
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.complete && img.currentSrc)).toMatch(/-640\.avif$/u);
    const files = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
    expect(files.filter((name) => name.includes("/lead-1-"))).toHaveLength(1);
  });
});

inPhotos("a story that was read is kept with the files that it shows, and no others are fetched for that", async ({ visit, paper }) => {
  const before = paper.asked.length;
  const { page } = await visit("/article/story-1", { width: 360, deviceScaleFactor: 2, site: paper, worker: true });
  const isOfStory = (path: string) => /(?:lead-1|tall|one|two|three)-/u.test(path);
  const kept = () =>
    page.evaluate(async () => {
      const names = (await caches.keys()).filter((name) => name.includes("pictures"));
      return (await Promise.all(names.map(async (name) => (await caches.open(name)).keys())))
        .flat()
        .map(({ url }) => new URL(url).pathname);
    });
  // Its lead, the picture in its text and three in a gallery, of seven files each.
  await expect.poll(async () => (await kept()).filter(isOfStory).length, { timeout: 20_000 }).toBe(35);
  // Below it are teasers of others, of which those near the window have loaded.
  const shown = await page.evaluate(() =>
    Array.from(document.images, ({ currentSrc }) => currentSrc && new URL(currentSrc).pathname).filter((path) => path !== ""),
  );
  await expect
    .poll(async () => (await kept()).filter((path) => !isOfStory(path)).toSorted())
    .toEqual(shown.filter((path) => !isOfStory(path)).toSorted());
  const asked = [...new Set(paper.asked.slice(before).filter((path) => path.startsWith("/pictures/")))];
  expect(asked.toSorted()).toEqual(shown.toSorted());
  expect(
    asked
      .filter(isOfStory)
      .map((path) => path.replace(/^.*\/(.+)-[0-9a-f]{8}-/u, "$1-"))
      .toSorted(),
  ).toEqual(["lead-1", "one", "tall", "three", "two"].map((name) => `${name}-640.avif`));
});

inPhotos("a focal point stays in sight in lists and above the story, before the app and after it", async ({ visit, paper }) => {
  const points = (images: HTMLImageElement[]) => images.map((one) => getComputedStyle(one).objectPosition);
  for (const javaScriptEnabled of [false, true]) {
    const { page } = await visit("/topic/weather", { width: 360, javaScriptEnabled, site: paper });
    const [first, second] = await page.locator(".teaser img").evaluateAll(points);
    expect([first, second]).toEqual(["20% 85%", "50% 50%"]);
    await page.getByRole("link", { name: "The sky of day 1 was" }).click();
    await page.locator(".hero img").waitFor();
    expect(await page.locator(".hero img").evaluateAll(points)).toEqual(["20% 85%"]);
  }
});
