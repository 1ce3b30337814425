/* oxlint-disable no-empty-pattern -- Vitest wants a pattern, also where a fixture needs no other. */
import { AxeBuilder } from "@axe-core/playwright";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { fakeSpeech } from "../reader/features/listen/fakeSpeech.ts";
import { broadsheet } from "../support/installation.ts";
import { journey, WIDTHS } from "../support/journey.ts";
import { NO_CONNECTION } from "../support/kept.ts";
import { openSite } from "../support/site.ts";

const FILES = join(import.meta.dirname, "../fixtures/recordings");

/** Silence of a minute, as WAVE: 8 bits, one channel. */
function minute(): Uint8Array {
  const [rate, length] = [8000, 60 * 8000];
  const wave = Buffer.alloc(44 + length, 128);
  wave.write("RIFF", 0, "latin1");
  wave.writeUInt32LE(36 + length, 4);
  wave.write("WAVEfmt ", 8, "latin1");
  for (const [at, value] of [
    [16, 16],
    [24, rate],
    [28, rate],
    [40, length],
  ] as const)
    wave.writeUInt32LE(value, at);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const)
    wave.writeUInt16LE(value, at);
  wave.write("data", 36, "latin1");
  return wave;
}

const CUES = Array.from(
  { length: 12 },
  (_, at) => `00:${String(at * 5).padStart(2, "0")}.000 --> 00:${String(at * 5 + 5).padStart(2, "0")}.000\nSentence ${at + 1}.\n`,
);

const EPISODE = `---
headline: An hour in the harbour
date: 2026-01-02
audio: { file: hour.wav, title: "Episode 1", credit: "Recorded by nobody" }
---
Before it. See [the other](silent.md).

![A test picture](film.mp4)
`;

const withSound = journey
  .extend("folder", { scope: "file" }, async ({}, { onCleanup }) => {
    const folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
    onCleanup(() => rmSync(folder, { recursive: true, force: true }));
    const content = join(folder, "content");
    mkdirSync(content);
    cpSync(FILES, content, { recursive: true });
    writeFileSync(join(content, "hour.wav"), minute());
    writeFileSync(join(content, "hour.vtt"), `WEBVTT\n\n${CUES.join("\n")}`);
    writeFileSync(
      join(content, "hour.chapters.vtt"),
      "WEBVTT\n\n00:00.000 --> 00:30.000\nThe bells\n\n00:30.000 --> 01:00.000\nThe tide\n",
    );
    writeFileSync(join(content, "hour.md"), EPISODE);
    writeFileSync(join(content, "silent.md"), "---\nheadline: Silent\ndate: 2026-01-01\n---\nNothing is heard here.\n");
    await broadsheet(inject("installation"), "build", "--content", content, "--out", join(folder, "site"), "--no-compress");
    return join(folder, "site");
  })
  .extend("sounds", async ({ folder }, { onCleanup }) => {
    const site = await openSite(folder);
    onCleanup(() => site.close());
    return site;
  });

const HOUR = "/article/hour";
const play = (page: Page) => page.getByRole("button", { name: "Play: Episode 1" });
const player = (page: Page) => page.getByRole("region", { name: "Recording" });
const time = (page: Page) =>
  page
    .getByRole("slider", { name: "Position in the recording" })
    .inputValue()
    .then((value) => Number(value));

describe.each(WIDTHS)("a recording, %i px wide", (width) => {
  withSound("is not fetched before it is played, goes on while pages change, and where it was left", async ({ visit, sounds }) => {
    const { page } = await visit(HOUR, { width, site: sounds });
    await play(page).waitFor();
    // The poster of the film below is a picture.
    expect(sounds.asked.filter((path) => path.includes("/media/") && !path.endsWith(".jpg"))).toEqual([]);
    await play(page).click();
    await player(page).waitFor();
    await player(page).getByRole("button", { name: "Forward 30 seconds" }).click();
    await expect.poll(() => time(page)).toBeGreaterThanOrEqual(30);
    expect(await player(page).textContent()).toContain("The tide");
    await page.getByRole("link", { name: "the other" }).click();
    await page.getByRole("heading", { name: "Silent" }).waitFor();
    const before = await time(page);
    await expect.poll(() => time(page)).toBeGreaterThan(before);
    await player(page).getByRole("button", { name: "Back 15 seconds" }).click();
    await player(page).getByRole("button", { name: "Stop the recording" }).click();
    await player(page).waitFor({ state: "detached" });
    await page.goBack();
    await page.getByText(/Resumes at 0:\d\d/u).waitFor();
    await play(page).click();
    await expect.poll(() => time(page)).toBeGreaterThanOrEqual(15);
  });

  withSound("has its words, of which that is marked which is said, and a press on one plays it", async ({ visit, sounds }) => {
    const { page } = await visit(HOUR, { width, site: sounds });
    await page.getByText("Transcript").first().click();
    await play(page).click();
    await player(page).waitFor();
    await expect.poll(() => page.locator("[data-here]").allTextContents()).toEqual(["Sentence 1. "]);
    await page.getByText("Sentence 9.").click();
    await expect.poll(() => page.locator("[data-here]").allTextContents()).toEqual(["Sentence 9. "]);
    expect(await time(page)).toBeGreaterThanOrEqual(40);
    await player(page).getByRole("combobox", { name: "Speed" }).selectOption("2");
    expect(await page.evaluate(() => navigator.mediaSession.metadata?.title)).toBe("Episode 1");
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

withSound(
  "without a script the browser's own player plays it, and each chapter leads to its place in the file",
  async ({ visit, sounds }) => {
    const { page } = await visit(HOUR, { site: sounds, javaScriptEnabled: false, waits: false });
    const sound = page.locator("audio");
    expect(await sound.getAttribute("controls")).toBe("");
    expect(await sound.getAttribute("preload")).toBe("none");
    await page.getByText("Chapters").click();
    expect(await page.getByRole("link", { name: "0:30" }).getAttribute("href")).toMatch(/\/media\/hour-[0-9a-f]{8}\.wav#t=30$/u);
    await page.getByText("Transcript").first().click();
    await page.getByText("Sentence 12.").waitFor();
    expect(await page.locator("video").getAttribute("preload")).toBe("none");
  },
);

withSound("Listen plays it in a queue, goes on by the voice, and reads the story where it does not come", async ({ visit, sounds }) => {
  const { page, context, forgive } = await visit("/", { site: sounds, width: 360 });
  await context.addInitScript(fakeSpeech, { voices: [{ name: "Alan", lang: "en-GB" }] });
  await page.goto(`${sounds.address}latest`);
  const listen = page.getByRole("button", { name: "Listen", exact: true });
  const queue = page.getByRole("region", { name: "Listen" });
  const said = () =>
    page.evaluate(() =>
      Reflect.get(speechSynthesis, "said").flatMap(({ text, volume }: { text: string; volume: number }) => (volume > 0 ? [text] : [])),
    );
  await listen.click();
  await queue.getByText("Recording", { exact: true }).waitFor();
  const { violations } = await new AxeBuilder({ page }).include(".player").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  expect(await page.evaluate(() => navigator.mediaSession.playbackState)).toBe("playing");
  await queue.getByRole("button", { name: "Large player" }).click();
  const large = page.getByRole("dialog", { name: "Listen" });
  await expect.poll(() => time(page)).toBeGreaterThan(0);
  await large.getByRole("button", { name: "Forward 30 seconds" }).click();
  await expect.poll(() => time(page)).toBeGreaterThan(30);
  expect(await said()).toEqual([]);
  await large.getByRole("slider").press("End");
  await expect.poll(said).toEqual(["Silent"]);
  await large.getByRole("button", { name: "Close" }).click();
  await queue.getByText("Story 2 of 2").waitFor();

  forgive(/ERR_FAILED/u);
  await page.route("**/media/**", (route) => route.abort());
  await page.goto(`${sounds.address}article/hour`);
  await listen.click();
  await queue.getByText("The recording did not load, so the device’s voice is reading this story.").waitFor();
  await expect.poll(said).toEqual(["An hour in the harbour"]);
});

withSound("a page without one loads no code for them", async ({ visit, sounds }) => {
  const { page } = await visit("/article/silent", { site: sounds });
  await page.waitForLoadState("networkidle");
  expect(sounds.asked.filter((path) => /recordings/u.test(path))).toEqual([]);
});

withSound("a film that the reader keeps plays without a connection, with its captions and its poster", async ({ visit, sounds }) => {
  const { page, context, forgive } = await visit(HOUR, { site: sounds, worker: true, width: 360 });
  const keep = page.locator(".film-keep button");
  await keep.waitFor();
  expect(await keep.getAttribute("aria-label")).toMatch(/^Keep on this device: .+, 2(?:\.\d)?\skB$/u);
  expect(sounds.asked.filter((path) => /film.*\.(?:mp4|vtt)$/u.test(path))).toEqual([]);
  await keep.click();
  await expect.poll(() => keep.getAttribute("aria-pressed")).toBe("true");
  const { violations } = await new AxeBuilder({ page }).include(".recording").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await context.setOffline(true);
  await sounds.close();
  forgive(NO_CONNECTION);
  await page.reload();
  await expect.poll(() => keep.getAttribute("aria-pressed")).toBe("true");
  const film = page.locator("video");
  const poster = await film.getAttribute("poster");
  if (poster !== null) expect(await page.evaluate(async (url) => (await fetch(url)).status, poster)).toBe(200);
  await film.evaluate(async (video: HTMLVideoElement) => {
    video.muted = true;
    for (const track of video.textTracks) track.mode = "hidden";
    await video.play();
  });
  await expect.poll(() => film.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(0);
  await expect.poll(() => film.evaluate((video: HTMLVideoElement) => video.textTracks[0]?.cues?.length)).toBeGreaterThan(0);
});
