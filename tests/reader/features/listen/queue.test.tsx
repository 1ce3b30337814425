import { act, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { changeLibrary, library } from "#reader/data/library/library.ts";
import { libraryOf } from "#reader/data/library/useLibrary.ts";
import { changeLibrarySetting } from "#reader/data/library/librarySettings.ts";
import { takeOffer, withdrawOffer } from "#reader/toasts/offers.ts";
import { anArticle, anArticlePage } from "../../../support/anArticle.ts";
import { anOwnLibrary } from "../../../support/ownLibrary.ts";
import { type Files, renderApp, settled } from "../../../support/renderApp.tsx";
import { playTo } from "../../../support/soundStandIn.ts";
import { type FakeSpeech, fakeSpeech } from "./fakeSpeech.ts";

anOwnLibrary();

let speech: FakeSpeech;
beforeEach(() => {
  speech = fakeSpeech({ voices: [{ name: "Alan", lang: "en-GB" }] });
  vi.stubGlobal("scrollTo", vi.fn());
  sessionStorage.clear();
});
afterEach(() => {
  closePlayer();
  withdrawOffer("listen");
});

const paragraph = (text: string) => ({ type: "paragraph" as const, children: [{ type: "text" as const, text }] });
const names = ["rain", "snow", "hail", "fog"];
const about: Record<string, string[]> = { snow: ["topic:snow"] };
const teaser = (slug: string, readingMinutes = 3) => ({
  slug,
  headline: `On ${slug}`,
  datePublished: "2024-04-22T07:10:00Z",
  readingMinutes,
  about: about[slug] ?? [],
});
const front = {
  date: "2024-04-22",
  lead: teaser("rain", 4),
  also: [teaser("snow", 5)],
  latest: [],
  top: [teaser("hail", 6)],
  sections: [],
};
const list = (changes: object) => ({ kind: "topic", slug: "snow", name: "Snow", related: [], ...changes });
const days = (...slugs: string[]) => [{ date: "2024-04-22", teasers: slugs.map((slug) => teaser(slug)) }];
const stories: Files = Object.fromEntries(
  names.map((slug) => {
    const article = anArticle({ slug, headline: `On ${slug}`, readingMinutes: 3, body: [paragraph("One."), paragraph("Two.")] });
    return [`article/${slug}.json`, anArticlePage({ article })];
  }),
);
const files: Files = { ...stories, "front.json": front };

const player = () => screen.findByRole("region", { name: "Listen" });
const said = () => speech.said.filter(({ volume }) => volume > 0).map(({ text }) => text);
const isSaid = (text: string) => waitFor(() => expect(said().at(-1)).toBe(text));
const closePlayer = () => act(() => screen.queryByRole("button", { name: "Stop listening" })?.click());
const heard = (slug: string) => changeLibrary("read", slug, { slug, headline: slug, readAt: 1, heard: true });
const kept = () => libraryOf("listening").get("queue");

async function readOn(next: string): Promise<void> {
  for (let sentence = 0; sentence < 3; sentence += 1) act(() => speech.finish());
  await isSaid(next);
}

test("the front page is read aloud in its order, and says how long that takes", async () => {
  const { user } = await renderApp("/", files);
  await user.click(await screen.findByRole("button", { name: "Listen to the front page (15 min)" }));
  await isSaid("On rain");
  expect(within(await player()).getByText(/Story 1 of 3/u)).toBeInTheDocument();
  await readOn("On snow");
  await readOn("On hail");
});

test("what is muted and what was heard is left out, as soon as it is", async () => {
  await changeLibrary("muted", "topic:snow", { kind: "topic", slug: "snow", name: "Snow", mutedAt: 1 });
  const { user } = await renderApp("/", files);
  await user.click(await screen.findByRole("button", { name: "Listen to the front page (10 min)" }));
  await isSaid("On rain");
  await readOn("On hail");
  await waitFor(() => expect(libraryOf("read").get("rain")?.heard).toBe(true));
  closePlayer();
  expect(await screen.findByRole("button", { name: "Listen to the front page (6 min)" })).toBeInTheDocument();
  await act(() => heard("hail"));
  await waitFor(() => expect(screen.queryByRole("button", { name: /^Listen to the front page/u })).toBeNull());
});

const keysOfQueues = () => Object.keys(localStorage).filter((key) => key.includes(":queue"));

test("a paused history remembers neither what was heard nor the queue", async () => {
  changeLibrarySetting("history", false);
  const { user } = await renderApp("/", files);
  await user.click(await screen.findByRole("button", { name: /^Listen to the front page/u }));
  await isSaid("On rain");
  await readOn("On snow");
  closePlayer();
  await settled();
  expect(libraryOf("read").size).toBe(0);
  expect(kept()).toBeUndefined();
  expect(keysOfQueues()).toEqual([]);
});

test("the player stops when the library is taken off the device, and notes nothing more", async () => {
  const { user } = await renderApp("/", files);
  await user.click(await screen.findByRole("button", { name: /^Listen to the front page/u }));
  await isSaid("On rain");
  await waitFor(() => expect(kept()).toBeDefined());
  await act(() => library().empty());
  expect(screen.queryByRole("region", { name: "Listen" })).toBeNull();
  expect(window.speechSynthesis.speaking).toBe(false);
  await settled();
  expect(kept()).toBeUndefined();
  expect(keysOfQueues()).toEqual([]);
  expect(libraryOf("read").size).toBe(0);
});

test("a story that was heard stays so when it is opened", async () => {
  await heard("rain");
  await renderApp("/article/rain", files);
  await waitFor(() => expect(libraryOf("read").get("rain")).toMatchObject({ headline: "On rain", heard: true }));
});

test("a list is read from its newest story on into older pages, without what was heard, and although it is muted", async () => {
  await changeLibrary("muted", "topic:snow", { kind: "topic", slug: "snow", name: "Snow", mutedAt: 1 });
  await heard("rain");
  const { user, asked } = await renderApp("/topic/snow", {
    ...stories,
    "topic/snow.json": list({ count: 44, fullPages: 2, days: days("rain", "snow") }),
    "topic/snow/page/1.json": list({ page: 1, newer: true, days: days("snow", "fog") }),
  });
  await user.click(screen.getByRole("button", { name: "Listen" }));
  await isSaid("On snow");
  await waitFor(() => expect(asked).toContain("topic/snow/page/1.json"));
  await readOn("On fog");
});

test("a series is played in its order, without what was heard", async () => {
  await heard("rain");
  const series = { slug: "weather", name: "Weather", teasers: ["rain", "fog", "snow"].map((slug) => teaser(slug)) };
  const { user } = await renderApp("/series/weather", { ...stories, "series/weather.json": series });
  await user.click(screen.getByRole("button", { name: "Listen" }));
  await isSaid("On fog");
  await readOn("On snow");
});

test("a list of which everything was heard says so", async () => {
  await heard("rain");
  const { user } = await renderApp("/topic/snow", { ...stories, "topic/snow.json": list({ count: 1, fullPages: 0, days: days("rain") }) });
  await user.click(screen.getByRole("button", { name: "Listen" }));
  expect(await screen.findByText("You have heard everything here.")).toBeInTheDocument();
  expect(screen.queryByRole("region", { name: "Listen" })).toBeNull();
});

test("a story that does not load is passed over with a sentence", async () => {
  const { "article/snow.json": _, ...others } = files;
  const { user } = await renderApp("/", others);
  await user.click(await screen.findByRole("button", { name: /^Listen to the front page/u }));
  await isSaid("On rain");
  await readOn("On hail");
  expect(await within(await player()).findByText("“On snow” did not load and was skipped.")).toBeInTheDocument();
});

test("the large player has the queue by its headlines, and reads the one that is pressed", async () => {
  const { user } = await renderApp("/", files);
  await user.click(await screen.findByRole("button", { name: /^Listen to the front page/u }));
  await isSaid("On rain");
  await user.click(within(await player()).getByRole("button", { name: "Large player" }));
  const large = within(await screen.findByRole("dialog", { name: "Listen" }));
  expect(large.getAllByRole("listitem").map((item) => item.textContent)).toEqual(["On rain 3 min", "On snow 5 min", "On hail 6 min"]);
  await user.click(large.getByRole("button", { name: "On hail 6 min" }));
  await isSaid("On hail");
  expect(large.getByRole("button", { name: /^On hail/u })).toHaveAttribute("aria-current", "true");
  expect(large.getByRole("button", { name: "Next story" })).toHaveAttribute("aria-disabled", "true");
  await user.click(large.getByRole("button", { name: "Previous story" }));
  await isSaid("On snow");
  await user.click(large.getByRole("button", { name: "Next paragraph" }));
  await isSaid("One.");
});

test("the queue and the place in it are kept, and the front page goes on from there", async () => {
  const { user } = await renderApp("/", files);
  await user.click(await screen.findByRole("button", { name: /^Listen to the front page/u }));
  await isSaid("On rain");
  await readOn("On snow");
  act(() => speech.finish());
  await isSaid("One.");
  expect(screen.queryByRole("button", { name: /^Continue/u })).toBeNull();
  closePlayer();
  await waitFor(() => expect(kept()).toMatchObject({ index: 1, part: 1, parts: 3 }));
  await user.click(await screen.findByRole("button", { name: "Continue “On snow” (8 min left)" }));
  await waitFor(() => expect(said().filter((text) => text === "One.")).toHaveLength(3));
  await readOn("On hail");
});

test("a queue that was heard to its end is forgotten; one story alone is none", async () => {
  const { user, go } = await renderApp("/", { ...files, "front.json": { ...front, top: [] } });
  await user.click(await screen.findByRole("button", { name: /^Listen to the front page/u }));
  await isSaid("On rain");
  await waitFor(() => expect(kept()).toBeDefined());
  await readOn("On snow");
  for (let sentence = 0; sentence < 3; sentence += 1) act(() => speech.finish());
  await waitFor(() => expect(kept()).toBeUndefined());
  await go("/article/hail");
  await user.click(await screen.findByRole("button", { name: "Listen" }));
  await isSaid("On hail");
  closePlayer();
  await settled();
  expect(kept()).toBeUndefined();
});

test("where a recording was left is kept with the queue", async () => {
  const article = anArticle({ slug: "rain", headline: "On rain", audio: { url: "/media/rain.mp3", kind: "narration", duration: 600 } });
  const { user } = await renderApp("/", { ...files, "article/rain.json": anArticlePage({ article }) });
  await user.click(await screen.findByRole("button", { name: /^Listen to the front page/u }));
  await within(await player()).findByText("0:00 / 10:00");
  act(() => playTo(242.5));
  closePlayer();
  await waitFor(() => expect(kept()).toMatchObject({ index: 0, time: 242 }));
  await user.click(await screen.findByRole("button", { name: "Continue “On rain” (17 min left)" }));
  expect(await within(await player()).findByText("4:02 / 10:00")).toBeInTheDocument();
  expect(said()).toEqual([]);
});

test("the queue of saved stories keeps which of them have a recording, for a browser that cannot read aloud", async () => {
  for (const [at, slug] of ["rain", "snow", "fog"].entries())
    await changeLibrary("saved", slug, { slug, headline: `On ${slug}`, savedAt: 3 - at });
  const article = anArticle({ slug: "fog", headline: "On fog", audio: { url: "/media/fog.mp3", kind: "narration", duration: 600 } });
  const { user } = await renderApp("/saved", { ...files, "article/fog.json": anArticlePage({ article }) });
  await user.click(screen.getByRole("button", { name: "Listen to all" }));
  await isSaid("On rain");
  await waitFor(() => expect(kept()?.stories.map(({ hasRecording = false }) => hasRecording)).toEqual([false, false, true]));
});

const left = (at = Date.now()) => ({
  stories: ["rain", "hail"].map((slug) => ({ slug, headline: `On ${slug}`, minutes: 6 })),
  index: 1,
  part: 1,
  parts: 3,
  sentence: 0,
  at,
});

test("what another device was listening to is offered, once, and goes on at its place", async () => {
  await renderApp("/article/fog", files);
  await act(() => changeLibrary("listening", "queue", left()));
  expect(await screen.findByText("Continue “On hail” (4 min left)")).toBeInTheDocument();
  act(() => void takeOffer("listen"));
  await isSaid("One.");
  expect(within(await player()).getByRole("link", { name: "On hail" })).toBeInTheDocument();
});

test("a device that reads aloud is not interrupted by another, and keeps what it reads", async () => {
  const { user } = await renderApp("/", files);
  await user.click(await screen.findByRole("button", { name: /^Listen to the front page/u }));
  await isSaid("On rain");
  await act(() => changeLibrary("listening", "queue", left()));
  await settled();
  expect(screen.queryByText(/^Continue/u)).toBeNull();
  await readOn("On snow");
  await waitFor(() => expect(kept()).toMatchObject({ index: 1, part: 0 }));
  expect(kept()?.stories.map(({ slug }) => slug)).toEqual(["rain", "snow", "hail"]);
});

test("what was left long ago is not offered by itself, but waits on the front page", async () => {
  await changeLibrary("listening", "queue", left(Date.now() - 24 * 3_600_000));
  const { go } = await renderApp("/article/fog", files);
  await settled();
  expect(screen.queryByText(/^Continue/u)).toBeNull();
  await go("/");
  expect(await screen.findByRole("button", { name: "Continue “On hail” (4 min left)" })).toBeInTheDocument();
  const long = { slug: "hail", headline: "Hail as large as walnuts falls on Friesland", minutes: 6 };
  await act(() => changeLibrary("listening", "queue", { ...left(), stories: [long], index: 0 }));
  expect(await screen.findByRole("button", { name: "Continue “Hail as large…” (4 min left)" })).toBeInTheDocument();
});
