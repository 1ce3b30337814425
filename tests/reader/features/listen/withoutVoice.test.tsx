import { act, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { changeLibrary } from "#reader/data/library/library.ts";
import { withdrawOffer } from "#reader/toasts/offers.ts";
import { anArticle, anArticlePage } from "../../../support/anArticle.ts";
import { anOwnLibrary } from "../../../support/ownLibrary.ts";
import { type Files, renderApp, settled } from "../../../support/renderApp.tsx";
import { playedSound, slowSounds } from "../../../support/soundStandIn.ts";

// jsdom cannot speak either.
anOwnLibrary();

beforeEach(() => {
  vi.stubGlobal("scrollTo", vi.fn());
  sessionStorage.clear();
});
afterEach(() => {
  act(() => screen.queryByRole("button", { name: "Stop listening" })?.click());
  withdrawOffer("listen");
  slowSounds.clear();
});

const audio = { url: "/media/hail.mp3", kind: "narration" as const, duration: 600 };
const stories: Files = Object.fromEntries(
  ["rain", "snow", "hail", "fog"].map((slug) => {
    const article = anArticle({ slug, headline: `On ${slug}`, ...(slug === "hail" && { audio }) });
    return [`article/${slug}.json`, anArticlePage({ article })];
  }),
);
const teaser = (slug: string) => ({
  slug,
  headline: `On ${slug}`,
  datePublished: "2024-04-22T07:10:00Z",
  readingMinutes: 6,
  ...(slug === "hail" && { hasRecording: true }),
});
const front = { date: "2024-04-22", lead: teaser("rain"), also: [teaser("snow")], latest: [], top: [teaser("hail")], sections: [] };
const list = (slug: string, ...slugs: string[]) => ({
  kind: "topic",
  slug,
  name: slug,
  related: [],
  count: slugs.length,
  fullPages: 0,
  days: [{ date: "2024-04-22", teasers: slugs.map(teaser) }],
});
const player = () => screen.findByRole("region", { name: "Listen" });
const PASSED_OVER = "Stories without a recording are skipped because this browser cannot read aloud.";

test("the recordings of the front page are played, and it is said until the first one plays that other stories are skipped", async () => {
  slowSounds.add("/media/hail.mp3");
  const { user } = await renderApp("/", { ...stories, "front.json": front });
  await user.click(await screen.findByRole("button", { name: "Listen to the front page" }));
  const keys = within(await player());
  const regions = keys.getAllByRole("status");
  await waitFor(() => expect(regions.map((region) => region.textContent)).toContain(PASSED_OVER));
  await waitFor(() => expect(playedSound()).toBeDefined());
  act(() => void playedSound()?.dispatchEvent(new Event("playing")));
  expect(await keys.findByText("0:00 / 10:00")).toBeInTheDocument();
  expect(keys.getByText(/Story 3 of 3/u)).toBeInTheDocument();
  expect(keys.queryByText(PASSED_OVER)).toBeNull();
  expect(keys.queryByRole("button", { name: "Next story" })).toBeNull();
  await user.click(keys.getByRole("button", { name: "Large player" }));
  const large = within(await screen.findByRole("dialog", { name: "Listen" }));
  expect(large.getByText(PASSED_OVER).closest("[role=status]")).toBeNull();
  expect(large.queryByRole("button", { name: "Next story" })).toBeNull();
  const skipped = large.getByRole("button", { name: /^On rain/u });
  expect(skipped).toHaveAttribute("aria-disabled", "true");
  await user.click(skipped);
  expect(large.getByRole("button", { name: /^On hail/u })).toHaveAttribute("aria-current", "true");
});

test("a list is offered only if one of its stories has a recording", async () => {
  const lists = { "topic/snow.json": list("snow", "rain", "snow"), "topic/hail.json": list("hail", "fog", "hail") };
  const { user, go } = await renderApp("/topic/snow", { ...stories, ...lists });
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("snow");
  expect(screen.queryByRole("button", { name: "Listen" })).toBeNull();
  await go("/topic/hail");
  await user.click(await screen.findByRole("button", { name: "Listen" }));
  expect(within(await player()).getByRole("link", { name: "On hail" })).toBeInTheDocument();
});

test("where all that was not heard of a list has no recording, that is said", async () => {
  await changeLibrary("read", "hail", { slug: "hail", headline: "On hail", readAt: 1, heard: true });
  const { user } = await renderApp("/topic/hail", { ...stories, "topic/hail.json": list("hail", "fog", "hail") });
  await user.click(screen.getByRole("button", { name: "Listen" }));
  expect(await screen.findByText(PASSED_OVER)).toBeInTheDocument();
  expect(screen.queryByText("You have heard everything here.")).toBeNull();
  expect(screen.queryByRole("region", { name: "Listen" })).toBeNull();
});

test("what is newest of a list stays in its queue where only older pages have recordings", async () => {
  await changeLibrary("read", "hail", { slug: "hail", headline: "On hail", readAt: 1, heard: true });
  const older = { ...list("hail", "snow"), page: 1, newer: true };
  const [day] = older.days;
  const { user } = await renderApp("/topic/hail", {
    ...stories,
    "article/snow.json": anArticlePage({ article: anArticle({ slug: "snow", headline: "On snow", audio }) }),
    "topic/hail.json": { ...list("hail", "fog", "hail"), fullPages: 2 },
    "topic/hail/page/1.json": { ...older, days: [{ ...day, teasers: [{ ...teaser("snow"), hasRecording: true }] }] },
  });
  await user.click(screen.getByRole("button", { name: "Listen" }));
  const keys = within(await player());
  expect(await keys.findByText(/Story 2 of 2/u)).toBeInTheDocument();
  expect(keys.getByRole("link", { name: "On snow" })).toBeInTheDocument();
});

test("the keys of headphones skip within the only story that can be played", async () => {
  const keys = new Map<string, (() => void) | null>();
  const mediaSession = {
    setActionHandler: (key: string, press: (() => void) | null) => void keys.set(key, press),
    setPositionState: vi.fn(),
  };
  Object.defineProperty(navigator, "mediaSession", { value: mediaSession, configurable: true });
  vi.stubGlobal("MediaMetadata", Object);
  const { user } = await renderApp("/", { ...stories, "front.json": front });
  await user.click(await screen.findByRole("button", { name: "Listen to the front page" }));
  await within(await player()).findByText("0:00 / 10:00");
  act(() => keys.get("nexttrack")?.());
  expect(await within(await player()).findByText("0:30 / 10:00")).toBeInTheDocument();
  act(() => screen.getByRole("button", { name: "Stop listening" }).click());
  Reflect.deleteProperty(navigator, "mediaSession");
});

test("saved stories are offered once one is known to have a recording", async () => {
  for (const slug of ["rain", "hail"]) await changeLibrary("saved", slug, { slug, headline: `On ${slug}`, savedAt: 1 });
  const { user } = await renderApp("/saved", stories);
  await user.click(await screen.findByRole("button", { name: "Listen to all" }));
  expect(within(await player()).getByRole("link", { name: "On hail" })).toBeInTheDocument();
});

test("the queue of another device is offered only from its next recording on", async () => {
  const left = (hasRecording: boolean) =>
    act(() =>
      changeLibrary("listening", "queue", {
        stories: ["rain", "hail"].map((slug) => ({
          slug,
          headline: `On ${slug}`,
          minutes: 6,
          hasRecording: hasRecording && slug === "hail",
        })),
        index: 0,
        part: 1,
        parts: 3,
        sentence: 0,
        at: Date.now(),
      }),
    );
  const { go } = await renderApp("/article/fog", { ...stories, "front.json": front });
  await left(false);
  await settled();
  expect(screen.queryByText(/^Continue/u)).toBeNull();
  await left(true);
  expect(await screen.findByText("Continue “On hail” (6 min left)")).toBeInTheDocument();
  await go("/");
  expect(await screen.findByRole("button", { name: "Continue “On hail” (6 min left)" })).toBeInTheDocument();
});
