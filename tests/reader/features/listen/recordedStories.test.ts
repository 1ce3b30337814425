import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { currentTrack, pauseTrack, startTrack, stopTrack } from "#reader/recordings/trackPlayer.ts";
import { anArticle } from "../../../support/anArticle.ts";
import { endSound, loseSound, missingSounds, playedSound, playTo, slowSounds } from "../../../support/soundStandIn.ts";
import { listening, queued } from "./aPlayer.ts";

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => {
  stopTrack();
  missingSounds.clear();
  slowSounds.clear();
  document.body.replaceChildren();
  vi.useRealTimers();
});

const paragraph = (words: string) => ({ type: "paragraph" as const, children: [{ type: "text" as const, text: words }] });
const recorded = (slug: string, kind: "episode" | "narration" = "narration") =>
  anArticle({
    slug,
    headline: `On ${slug}`,
    body: [paragraph("One. Two."), paragraph("Three.")],
    audio: { url: `/media/${slug}.mp3`, kind, duration: 100 },
  });
const others = { rain: recorded("rain"), hail: recorded("hail") };
const file = () => playedSound()?.getAttribute("src");

describe("a story of the queue that has a recording", () => {
  it("is played, and the next one follows at its end, which the voice reads, and again a recording", async () => {
    const { speech, said, heard, now, rest, readOn } = await listening(["rain", "snow", "hail"], { others });
    expect(file()).toBe("/media/rain.mp3");
    expect(now()).toMatchObject({ status: "playing", story: { minutes: 2 } });
    expect(said()).toEqual([]);
    endSound();
    await rest();
    expect(file()).toBeUndefined();
    expect(said()).toEqual(["On snow"]);
    await readOn();
    expect(file()).toBe("/media/hail.mp3");
    expect(speech.said).toHaveLength(4);
    expect(heard).toEqual(["rain", "snow"]);
    endSound();
    await rest();
    expect(now()).toBeUndefined();
  });

  it("is read by no voice on a device that has none", async () => {
    const { now } = await listening(["rain"], { others, voices: [] });
    expect(file()).toBe("/media/rain.mp3");
    expect(now()?.status).toBe("playing");
  });

  it("obeys the keys: pause, play, 15 seconds back, 30 on, the next story", async () => {
    const { player, said, now, rest } = await listening(["rain", "snow"], { others });
    playTo(20);
    player.pause();
    expect(now()).toMatchObject({ status: "paused", time: 20 });
    expect(file()).toBeUndefined();
    player.skip(1);
    expect(now()?.time).toBe(50);
    player.skip(-1);
    player.play();
    await rest();
    expect(playedSound()?.currentTime).toBe(35);
    expect(now()?.status).toBe("playing");
    player.next();
    await rest();
    expect(file()).toBeUndefined();
    expect(said()).toEqual(["On snow"]);
  });

  it("goes on where it was left, unless it is begun anew", async () => {
    const { player, rest } = await listening(["rain", "snow"], { others });
    playTo(40);
    player.next();
    await rest();
    player.previous();
    await rest();
    expect(playedSound()?.currentTime).toBe(40);
    player.previous();
    await rest();
    expect(playedSound()?.currentTime).toBe(0);
    player.start({ stories: queued(["rain", "snow"]) }, { index: 0, part: 0, sentence: 0, time: 61 });
    await rest();
    expect(playedSound()?.currentTime).toBe(61);
  });

  it("falls silent by the sleep timer, and at its end where that is asked for", async () => {
    const { player, now, end, rest } = await listening(["rain", "hail"], { others });
    player.setSleep(15);
    await vi.advanceTimersByTimeAsync(15 * 60_000);
    expect(now()).toMatchObject({ status: "paused", sleep: 0 });
    player.play();
    await rest();
    player.setSleep("story");
    endSound();
    await rest();
    expect(file()).toBeUndefined();
    expect(now()).toBeUndefined();
    expect(end).not.toHaveBeenCalled();
  });

  it("is read by the voice where its recording does not load, and only that story", async () => {
    missingSounds.add("/media/rain.mp3");
    const { said, now, readOn } = await listening(["rain", "hail"], { others });
    expect(said()).toEqual(["On rain"]);
    expect(now()).toMatchObject({ status: "playing", isRecordingLost: true, recording: undefined });
    await readOn();
    expect(file()).toBe("/media/hail.mp3");
    expect(now()?.isRecordingLost).toBe(false);
  });

  it("is read by the voice where its recording does not begin in time", async () => {
    slowSounds.add("/media/rain.mp3");
    const { said, now } = await listening(["rain"], { others });
    expect(now()?.status).toBe("loading");
    await vi.advanceTimersByTimeAsync(20_000);
    expect(said()).toEqual(["On rain"]);
    expect(file()).toBeUndefined();
  });

  it("is not read in place of another recording that has begun meanwhile", async () => {
    slowSounds.add("/media/rain.mp3");
    const { said } = await listening(["rain"], { others });
    startTrack({ recording: { url: "/media/bells.mp3" }, title: "Bells", page: "/article/bells", language: {} });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(said()).toEqual([]);
    expect(file()).toBe("/media/bells.mp3");
  });

  it.for([
    ["narration", 90, "Three."],
    ["narration", 101, "Three."],
    ["episode", 90, "On rain"],
  ] as const)("goes on by the voice where the connection breaks: %s, after %i of 100 seconds, from “%s”", async ([kind, time, next]) => {
    const { said, rest } = await listening(["rain"], { others: { rain: recorded("rain", kind) } });
    playTo(time);
    loseSound();
    await rest();
    expect(said()).toEqual([next]);
  });

  it("is skipped where its recording does not load and the device has no voice", async () => {
    missingSounds.add("/media/rain.mp3");
    const { now } = await listening(["rain", "hail"], { others, voices: [] });
    expect(now()).toMatchObject({ index: 1, status: "playing", skipped: { slug: "rain", why: "voiceless" } });
  });
});

describe("one sound at a time", () => {
  const film = () => document.body.appendChild(document.createElement("video"));
  const another = { recording: { url: "/media/bells.mp3" }, title: "Bells", page: "/article/bells", language: {} };

  it("pauses a film of the page, and is paused by one", async () => {
    const video = film();
    await video.play();
    const { player, now, rest } = await listening(["rain", "snow"], { others });
    expect(video.paused).toBe(true);
    expect(now()?.status).toBe("playing");
    await video.play();
    expect(now()?.status).toBe("paused");
    player.next();
    await rest();
    expect(video.paused).toBe(true);
    await video.play();
    expect(now()?.status).toBe("paused");
    expect(window.speechSynthesis.speaking).toBe(false);
  });

  it("leaves a film without sound alone, and is left alone by it", async () => {
    const video = film();
    video.muted = true;
    await video.play();
    const { now } = await listening(["snow"]);
    expect(video.paused).toBe(false);
    video.pause();
    await video.play();
    expect(now()?.status).toBe("playing");
  });

  it("pauses what played before its own code was here", async () => {
    const video = document.createElement("video");
    await video.play();
    document.body.append(video);
    await listening(["snow"]);
    expect(video.paused).toBe(true);
  });

  it("makes way for another recording, and leaves that alone", async () => {
    const { player, now, rest } = await listening(["rain", "snow"], { others });
    startTrack(another);
    await rest();
    expect(now()?.status).toBe("paused");
    player.stop();
    expect(file()).toBe("/media/bells.mp3");
  });

  it("hushes the voice when a recording begins", async () => {
    const { now, rest } = await listening(["snow"]);
    startTrack(another);
    await rest();
    expect(now()?.status).toBe("paused");
    expect(window.speechSynthesis.speaking).toBe(false);
  });

  it("rests and goes on with the key of the story's own page", async () => {
    const { now, rest } = await listening(["rain", "snow"], { others });
    const own = { recording: { url: "/media/rain.mp3" }, title: "Rain", page: "/article/rain", language: {} };
    pauseTrack();
    await rest();
    expect(now()?.status).toBe("paused");
    startTrack(own);
    await rest();
    expect(now()?.status).toBe("playing");
    expect(currentTrack()?.follower).toBeDefined();
  });
});
