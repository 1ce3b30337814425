import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { stopTrack } from "#reader/recordings/trackPlayer.ts";
import { anArticle } from "../../../support/anArticle.ts";
import { endSound, missingSounds, playedSound } from "../../../support/soundStandIn.ts";
import { listening } from "./aPlayer.ts";

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => {
  stopTrack();
  missingSounds.clear();
  vi.useRealTimers();
});

const recorded = (slug: string) =>
  anArticle({ slug, headline: `On ${slug}`, audio: { url: `/media/${slug}.mp3`, kind: "narration", duration: 100 } });
const others = { rain: recorded("rain"), hail: recorded("hail") };
const file = () => playedSound()?.getAttribute("src");

describe("in a browser that cannot read aloud", () => {
  it("the recordings of a queue are played, and the other stories are passed over in both directions", async () => {
    const { player, asked, heard, now, rest } = await listening(["fog", "rain", "snow", "hail", "mist"], { others, canSpeak: false });
    expect(file()).toBe("/media/rain.mp3");
    expect(now()).toMatchObject({ index: 1, status: "playing" });
    expect(asked).toEqual(["rain", "hail"]);
    endSound();
    await rest();
    expect(now()).toMatchObject({ index: 3, status: "playing" });
    player.previous();
    await rest();
    expect(now()).toMatchObject({ index: 1, status: "playing" });
    player.previous();
    await rest();
    expect(now()).toMatchObject({ index: 1, status: "playing" });
    player.next();
    await rest();
    endSound();
    await rest();
    expect(heard).toEqual(["rain", "hail"]);
    expect(now()).toBeUndefined();
  });

  it.for([
    ["its end", 0],
    ["a sleep timer's end of the story", "story"],
  ] as const)("the stories without a recording stay in the queue at %s, for a browser that reads them", async ([_name, sleep]) => {
    const { player, end, last, now, rest } = await listening(["fog", "rain", "snow"], { others, canSpeak: false });
    player.setSleep(sleep);
    endSound();
    await rest();
    expect(now()).toBeUndefined();
    expect(last()).toMatchObject({ index: 1, story: { slug: "fog" }, part: 0, recording: undefined });
    expect(last()?.queue.map(({ slug }) => slug)).toEqual(["rain", "fog", "snow"]);
    expect(end).not.toHaveBeenCalled();
  });

  it("a queue of which every story was played is done with", async () => {
    const { end, rest } = await listening(["rain", "hail"], { others, canSpeak: false });
    endSound();
    await rest();
    endSound();
    await rest();
    expect(end).toHaveBeenCalledOnce();
  });

  it("a story whose recording was withdrawn is skipped as the others are", async () => {
    const { player, now, rest } = await listening(["fog", "hail"], { others, canSpeak: false });
    const withdrawn = { slug: "snow", headline: "On snow", hasRecording: true };
    player.start({ stories: [withdrawn, { slug: "hail", headline: "On hail", hasRecording: true }] });
    await rest();
    expect(now()).toMatchObject({ index: 1, status: "playing", skipped: undefined });
    expect(now()?.queue[0]?.hasRecording).toBe(false);
    player.start({ stories: [withdrawn] });
    await rest();
    expect(now()).toMatchObject({ index: 0, status: "paused", story: { slug: "snow", hasRecording: false } });
    player.start({ stories: [withdrawn], older: { kind: "topic", slug: "weather", page: 1 } });
    await rest();
    expect(now()).toBeUndefined();
  });

  it("a list goes on into its older pages as far as one has a recording, and keeps what it passes over", async () => {
    const { queue, rest } = await listening(["rain", "snow"], { others, canSpeak: false, pages: { 2: ["fog"], 1: ["hail"] }, from: 2 });
    expect(queue()).toEqual(["rain", "snow", "fog", "hail"]);
    endSound();
    await rest();
    expect(file()).toBe("/media/hail.mp3");
  });

  it("a recording that does not load is skipped, and tried again by Play where none does", async () => {
    missingSounds.add("/media/rain.mp3");
    const skipping = await listening(["rain", "snow", "hail"], { others, canSpeak: false });
    expect(skipping.now()).toMatchObject({ index: 2, status: "playing", skipped: { slug: "rain", why: "missing" } });
    skipping.player.stop();
    missingSounds.add("/media/hail.mp3");
    const { player, now, rest } = await listening(["fog", "rain", "snow", "hail"], { others, canSpeak: false });
    expect(now()).toMatchObject({ index: 1, status: "missing", recording: undefined });
    missingSounds.clear();
    player.play();
    await rest();
    expect(file()).toBe("/media/rain.mp3");
  });
});
