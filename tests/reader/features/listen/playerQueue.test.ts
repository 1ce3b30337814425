import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { anArticle } from "../../../support/anArticle.ts";
import { listening, queued } from "./aPlayer.ts";

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

describe("the queue of the player", () => {
  it("loads the text of one story ahead, and no more", async () => {
    const { asked, readOn } = await listening(["rain", "snow", "hail"]);
    expect(asked).toEqual(["rain", "snow"]);
    await readOn();
    expect(asked).toEqual(["rain", "snow", "snow", "hail"]);
  });

  it("passes over a story that does not load, and says which", async () => {
    const { readOn, said, now } = await listening(["rain", "snow", "hail"], { missing: ["snow"] });
    await readOn();
    expect(said().at(-1)).toBe("On hail");
    expect(now()).toMatchObject({ index: 2, status: "playing", skipped: { slug: "snow", why: "missing" } });
  });

  it("stays where it is when nothing loads any more, and goes on from there by Play", async () => {
    const missing = ["b", "c", "d", "e"];
    const { player, asked, readOn, said, now } = await listening(["a", "b", "c", "d", "e"], { missing });
    await readOn();
    expect(now()).toMatchObject({ index: 1, status: "missing", skipped: undefined });
    expect(asked).not.toContain("e");
    missing.length = 0;
    player.play();
    await vi.advanceTimersByTimeAsync(100);
    expect(said().at(-1)).toBe("On b");
  });

  it("passes over a story for which the device has no voice, and stays where it has none for any", async () => {
    const german = (slug: string) => anArticle({ slug, headline: `Über ${slug}`, inLanguage: "de" });
    const { readOn, said, now } = await listening(["rain", "snow", "hail"], { others: { snow: german("snow") } });
    await readOn();
    await vi.advanceTimersByTimeAsync(3000);
    expect(said().at(-1)).toBe("On hail");
    expect(now()).toMatchObject({ index: 2, skipped: { inLanguage: "de", why: "voiceless" } });
    const silent = await listening(["rain", "snow", "hail", "fog"], { voices: [] });
    await vi.advanceTimersByTimeAsync(6000);
    expect(silent.now()).toMatchObject({ index: 0, status: "voiceless", story: { inLanguage: "en" } });
  });

  it("stays at the last story where that does not load", async () => {
    const { readOn, now, end } = await listening(["rain", "snow"], { missing: ["snow"] });
    await readOn();
    expect(now()).toMatchObject({ index: 1, status: "missing" });
    expect(end).not.toHaveBeenCalled();
  });

  it("goes to the story before, the next one, or any other", async () => {
    const { player, said, now, rest } = await listening(["rain", "snow", "hail"]);
    player.goTo(2);
    await rest();
    expect(said().at(-1)).toBe("On hail");
    player.previous();
    await rest();
    expect(said().at(-1)).toBe("On snow");
    player.goTo(0);
    await rest();
    player.previous();
    await rest();
    expect(now()).toMatchObject({ index: 0, status: "playing", part: 0 });
  });

  it("goes on into older pages of its list before it runs out, past what it has already", async () => {
    const { queue, readOn, said, end } = await listening(["e", "d"], { pages: { 3: ["d"], 2: [], 1: ["c", "b"] }, from: 3 });
    expect(queue()).toEqual(["e", "d", "c", "b"]);
    for (let stories = 0; stories < 3; stories += 1) await readOn();
    expect(said().at(-1)).toBe("On b");
    expect(end).not.toHaveBeenCalled();
    await readOn();
    expect(end).toHaveBeenCalledOnce();
  });

  it("begins at a place, and at the beginning of a story that has become shorter", async () => {
    const { player, said, rest } = await listening(["rain", "snow"]);
    player.start({ stories: queued(["rain", "snow"]) }, { index: 1, part: 1, sentence: 1 });
    await rest();
    expect(said().at(-1)).toBe("Two.");
    player.start({ stories: queued(["rain", "snow"]) }, { index: 1, part: 9, sentence: 0 });
    await rest();
    expect(said().at(-1)).toBe("On snow");
  });

  it("tells what was heard to its end, and nothing that was skipped", async () => {
    const { player, heard, readOn, rest } = await listening(["rain", "snow", "hail"]);
    player.next();
    await rest();
    await readOn();
    expect(heard).toEqual(["snow"]);
  });

  it("is at the next story when it has fallen silent at the end of one", async () => {
    const { player, readOn, now, end } = await listening(["rain", "snow"]);
    const seen: (number | undefined)[] = [];
    player.setSleep("story");
    await readOn();
    seen.push(now()?.index);
    expect(seen).toEqual([undefined]);
    expect(end).not.toHaveBeenCalled();
  });
});
