/* oxlint-disable no-empty-pattern -- Vitest wants a pattern, also where a fixture needs no other. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { installedProgram } from "../support/installedProgram.ts";
import { broadsheet } from "../support/installation.ts";
import { journey, WIDTHS } from "../support/journey.ts";
import { openSite } from "../support/site.ts";

const STORY = `---
headline: The tide
date: 2026-01-02
standfirst: It came twice a day.
---
The water came at noon. Nobody slept. *Then* it went, as it always does, and left the sand behind it.

- Crabs.
- Two old shoes.

See [the wind](wind.md). So it ended.
`;

const narrated = journey
  .extend("folder", { scope: "file" }, async ({}, { onCleanup }) => {
    const espeak = installedProgram("/usr/bin/espeak-ng", "espeak-ng");
    const folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
    onCleanup(() => rmSync(folder, { recursive: true, force: true }));
    const content = join(folder, "content");
    mkdirSync(content);
    const narrate = { command: `${espeak} -v {voice} --stdin -w {file}`, credit: "A synthetic voice" };
    writeFileSync(join(content, "edition.json"), JSON.stringify({ narrate }));
    writeFileSync(join(content, "tide.md"), STORY);
    writeFileSync(join(content, "wind.md"), "---\nheadline: The wind\ndate: 2026-01-01\n---\nIt blew.\n");
    await broadsheet(inject("installation"), "build", "--content", content, "--out", join(folder, "site"), "--no-compress");
    return join(folder, "site");
  })
  .extend("voice", async ({ folder }, { onCleanup }) => {
    const site = await openSite(folder);
    onCleanup(() => site.close());
    return site;
  });

const SENTENCES = [
  "The tide",
  "It came twice a day.",
  "The water came at noon.",
  "Nobody slept.",
  "Then it went, as it always does, and left the sand behind it.",
  "Crabs.",
  "Two old shoes.",
  "See the wind.",
  "So it ended.",
];

type Noted = { text: string; time: number };

/** Notes in each frame which sentence is marked, and where the sound is then. */
async function noteMarks(page: Page): Promise<() => Promise<Noted[]>> {
  await page.evaluate(() => {
    const sounds: HTMLAudioElement[] = [];
    const noted: Noted[] = [];
    Object.assign(window, {
      noted,
      Audio: class extends Audio {
        constructor() {
          super();
          sounds.push(this);
        }
      },
    });
    const look = () => {
      const [range] = CSS.highlights.get("spoken") ?? [];
      const text = range instanceof Range ? range.toString() : "";
      if (text !== (noted.at(-1)?.text ?? "")) noted.push({ text, time: sounds[0]?.currentTime ?? 0 });
      requestAnimationFrame(look);
    };
    look();
  });
  return () =>
    page.evaluate(() => {
      const noted: Noted[] = Reflect.get(window, "noted");
      return noted.filter(({ text }) => text !== "");
    });
}

const play = (page: Page) => page.getByRole("button", { name: "Play: This story, read aloud" });
const player = (page: Page) => page.getByRole("region", { name: "Recording" });

describe.each(WIDTHS)("a story that the build has read aloud, %i px wide", (width) => {
  narrated(
    "marks each sentence within 150 ms of its beginning",
    async ({ visit, voice }) => {
      const { page } = await visit("/article/tide", { width, site: voice });
      await play(page).waitFor();
      expect(voice.asked.filter((path) => path.includes("/media/"))).toEqual([]);
      const marks = await noteMarks(page);
      await play(page).click();
      await player(page).waitFor();
      await expect.poll(async () => (await marks()).length, { timeout: 60_000 }).toBe(SENTENCES.length);
      const noted = await marks();
      expect(noted.map(({ text }) => text.replaceAll(/\s+/gu, " "))).toEqual(SENTENCES);
      const file = voice.asked.find((path) => /\/media\/tide-\w+\.json$/u.test(path)) ?? "";
      const parts: { sentences: { start: number }[] }[] = await (await fetch(new URL(file, page.url()))).json();
      const late = parts.flatMap(({ sentences }) => sentences).map(({ start }, at) => (noted[at]?.time ?? Infinity) - start);
      // The first waits for the file of sentences.
      expect(Math.max(...late.slice(1))).toBeLessThan(0.15);
      expect(Math.min(...late)).toBeGreaterThanOrEqual(0);
    },
    120_000,
  );

  narrated("goes on while pages change, with no mark on another page", async ({ visit, voice }) => {
    const { page } = await visit("/article/tide", { width, site: voice });
    await play(page).click();
    await player(page).waitFor();
    // By the keyboard: what is read aloud is scrolled into view, and a press of the mouse could land beside the link.
    await page.getByRole("link", { name: "the wind", exact: true }).press("Enter");
    await page.getByRole("heading", { name: "The wind", level: 1 }).waitFor();
    await expect.poll(() => page.evaluate(() => CSS.highlights.get("spoken")?.size ?? 0)).toBe(0);
    // What it says next is on the other page still.
    await player(page).getByRole("button", { name: "Pause" }).click();
    await page.goBack();
    await expect.poll(() => page.evaluate(() => CSS.highlights.get("spoken")?.size ?? 0)).toBe(1);
  });
});

narrated("without a script the browser's own player plays it, and who made the voice is said", async ({ visit, voice }) => {
  const { page } = await visit("/article/tide", { site: voice, javaScriptEnabled: false, waits: false });
  expect(await page.locator(".story-top audio").getAttribute("src")).toMatch(/\/media\/tide-[0-9a-f]{8}\.wav$/u);
  await page.getByText("A synthetic voice").waitFor();
  await page.waitForLoadState("networkidle");
});
