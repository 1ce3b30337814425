import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { listening } from "./aPlayer.ts";

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

describe("the player", () => {
  it("speaks a sentence at a time, on to the end, and is silent then", async () => {
    const { speech, said, now } = await listening(["rain"]);
    for (let sentence = 0; sentence < 4; sentence += 1) speech.finish();
    await vi.advanceTimersByTimeAsync(100);
    expect(said()).toEqual(["On rain", "One.", "Two.", "Three."]);
    expect(now()).toBeUndefined();
  });

  it("goes on with the next story of the queue", async () => {
    const { player, speech, said, now } = await listening(["rain", "snow"]);
    for (let sentence = 0; sentence < 4; sentence += 1) speech.finish();
    await vi.advanceTimersByTimeAsync(100);
    expect(said().at(-1)).toBe("On snow");
    expect(now()).toMatchObject({ index: 1, status: "playing" });
    player.next();
    await vi.advanceTimersByTimeAsync(100);
    expect(now()).toBeUndefined();
  });

  it("falls silent when the sleep timer runs out, and only then", async () => {
    const { player, speech, now } = await listening(["rain", "snow"]);
    player.setSleep(60);
    player.setSleep(15);
    await vi.advanceTimersByTimeAsync(14 * 60_000);
    expect(now()).toMatchObject({ status: "playing", sleep: 15 });
    for (let sentence = 0; sentence < 4; sentence += 1) speech.finish();
    await vi.advanceTimersByTimeAsync(1000);
    expect(now()).toMatchObject({ index: 1, status: "playing", sleep: 15 });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(now()).toMatchObject({ status: "paused", sleep: 0 });
    player.play();
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(now()?.status).toBe("playing");
  });

  it("falls silent when the sleep timer runs out while the next story loads, and plays that when asked to", async () => {
    const { player, readOn, said, now } = await listening(["rain", "snow"], { delays: { snow: 60_000 } });
    player.setSleep(15);
    await vi.advanceTimersByTimeAsync(15 * 60_000 - 1000);
    await readOn();
    expect(now()).toMatchObject({ index: 1, status: "loading", sleep: 15 });
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    expect(now()).toMatchObject({ index: 1, status: "paused", sleep: 0 });
    player.play();
    await vi.advanceTimersByTimeAsync(2 * 60_000);
    expect([now()?.status, said().at(-1)]).toEqual(["playing", "On snow"]);
  });

  it("falls silent at the end of the story where that is asked for", async () => {
    const { player, speech, said, now } = await listening(["rain", "snow"]);
    player.setSleep("story");
    for (let sentence = 0; sentence < 4; sentence += 1) speech.finish();
    await vi.advanceTimersByTimeAsync(1000);
    expect(now()).toBeUndefined();
    expect(said()).not.toContain("On snow");
  });

  it("says the sentence again that was broken off by a pause", async () => {
    const { player, speech, said, now, rest } = await listening(["rain"]);
    speech.finish();
    player.pause();
    expect(now()?.status).toBe("paused");
    await rest();
    expect(said()).toEqual(["On rain", "One."]);
    player.play();
    await rest();
    expect(said()).toEqual(["On rain", "One.", "One."]);
  });

  it("skips by paragraph, first back to the beginning of the one it is in", async () => {
    const { player, speech, said, rest } = await listening(["rain"]);
    player.skip(1);
    await rest();
    speech.finish();
    player.skip(-1);
    await rest();
    player.skip(1);
    await rest();
    player.skip(-1);
    await rest();
    expect(said()).toEqual(["On rain", "One.", "Two.", "One.", "Three.", "One."]);
  });

  it("moves without speaking while it rests", async () => {
    const { player, said, now, rest } = await listening(["rain"]);
    player.pause();
    player.skip(1);
    await rest();
    expect(said()).toEqual(["On rain"]);
    expect(now()).toMatchObject({ part: 1, status: "paused" });
  });

  it("takes a new pace and a new voice at once, and keeps them on the device", async () => {
    const { player, speech, rest } = await listening(["rain"]);
    player.setRate(1.5);
    await rest();
    player.setVoice("urn:Moira");
    await rest();
    expect(speech.said.map(({ rate, voice }) => [rate, voice])).toEqual([
      [1, "Alan"],
      [1.5, "Alan"],
      [1.5, "Moira"],
    ]);
    expect(localStorage.getItem("broadsheet-listen")).toBe('{"rate":1.5,"voices":{"en":"urn:Moira"}}');
  });

  it("says that the device has no voice for the language, and speaks in no other", async () => {
    const { now, said } = await listening(["rain"], { voices: [{ name: "Anna", lang: "de-DE" }] });
    expect(now()?.status).toBe("voiceless");
    expect(said()).toEqual([]);
  });

  it("rests where another page takes the voice, and tells of a voice that breaks", async () => {
    const { player, speech, now, rest } = await listening(["rain"]);
    speech.fail("interrupted");
    expect(now()?.status).toBe("paused");
    player.play();
    await rest();
    speech.fail("synthesis-failed");
    expect(now()?.status).toBe("failed");
    player.play();
    await rest();
    expect(now()?.status).toBe("playing");
  });

  it("is not led on by what was hushed", async () => {
    const { player, speech, said, rest } = await listening(["rain"]);
    player.skip(1);
    speech.finish();
    await rest();
    expect(said()).toEqual(["On rain", "One."]);
  });
});
