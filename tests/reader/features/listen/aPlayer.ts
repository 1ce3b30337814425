import { vi } from "vitest";
import type { ListPage } from "#content/pages/listPage.ts";
import type { StorySource } from "#reader/data/storySource.ts";
import { Player } from "#reader/features/listen/Player.ts";
import type { PlayerState } from "#reader/features/listen/playerState.ts";
import { anArticle } from "../../../support/anArticle.ts";
import { fakeSpeech, type FakeVoice } from "./fakeSpeech.ts";

const paragraph = (words: string) => ({ type: "paragraph" as const, children: [{ type: "text" as const, text: words }] });
const story = (slug: string) => anArticle({ slug, headline: `On ${slug}`, body: [paragraph("One. Two."), paragraph("Three.")] });
const ENGLISH: FakeVoice[] = [
  { name: "Alan", lang: "en-GB", default: true },
  { name: "Moira", lang: "en-IE" },
];

export const queued = (slugs: string[]) => slugs.map((slug) => ({ slug, headline: `On ${slug}` }));

const aPage = (page: number, stories: ReturnType<typeof queued>): ListPage => {
  const teasers = stories.map((named) => ({ ...named, datePublished: "2024-04-22T07:10:00Z", readingMinutes: 3 }));
  return {
    kind: "topic",
    slug: "weather",
    name: "Weather",
    page,
    related: [],
    days: teasers.length > 0 ? [{ date: "2024-04-22", teasers }] : [],
  };
};

type Options = {
  voices?: FakeVoice[];
  /** Whether the browser reads aloud at all. */
  canSpeak?: boolean;
  /** Slugs of stories that do not load. */
  missing?: string[];
  /** How long stories take to load, in milliseconds. */
  delays?: Record<string, number>;
  /** Stories that are not as the others. */
  others?: Record<string, ReturnType<typeof anArticle>>;
  /** The pages of a list that the queue goes on into, by their numbers, and the first of them. */
  pages?: Record<number, string[]>;
  from?: number;
};

/** A player that reads these stories, by a clock of the test's own. */
export async function listening(slugs: string[], options: Options = {}) {
  const { voices = ENGLISH, canSpeak = true, missing = [], delays = {}, others = {}, pages = {}, from } = options;
  const speech = fakeSpeech({ voices });
  if (!canSpeak) Reflect.deleteProperty(window, "speechSynthesis");
  let state: PlayerState | undefined;
  let last: PlayerState | undefined;
  const asked: string[] = [];
  const heard: string[] = [];
  const end = vi.fn();
  const known = (slugs: string[]) => queued(slugs).map((named) => ({ ...named, hasRecording: others[named.slug]?.audio !== undefined }));
  const older = (page: number | undefined) => (page ? { kind: "topic" as const, slug: "weather", page } : undefined);
  const source: StorySource = {
    story: async (slug) => {
      asked.push(slug);
      if (delays[slug] !== undefined) await new Promise((resolve) => setTimeout(resolve, delays[slug]));
      if (missing.includes(slug)) throw new Error("It did not load.");
      return others[slug] ?? story(slug);
    },
    list: async (_kind, _slug, page) => aPage(page, known(pages[page] ?? [])),
  };
  const changed = (now: PlayerState | undefined) => {
    state = now;
    last = now ?? last;
  };
  const listeners = { changed, heard: ({ slug }: { slug: string }) => heard.push(slug), end };
  const player = new Player(source, listeners);
  player.start({ stories: known(slugs), older: older(from) });
  await vi.advanceTimersByTimeAsync(3000);
  /** Reads the story that is being read to its end. */
  const readOn = async () => {
    for (let sentence = 0; sentence < 4; sentence += 1) speech.finish();
    await vi.advanceTimersByTimeAsync(100);
  };
  return {
    player,
    speech,
    missing,
    asked,
    heard,
    end,
    readOn,
    /** The last state before the player was closed. */
    last: () => last,
    now: () => state,
    queue: () => state?.queue.map(({ slug }) => slug),
    said: () => speech.said.map(({ text }) => text),
    rest: () => vi.advanceTimersByTimeAsync(100),
  };
}
