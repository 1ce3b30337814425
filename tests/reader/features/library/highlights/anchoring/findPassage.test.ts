import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPassage } from "#reader/features/library/highlights/anchoring/findPassage.ts";
import type { Passage } from "#reader/features/library/highlights/anchoring/highlightPassage.ts";
import { passageAt } from "#reader/features/library/highlights/anchoring/passageAt.ts";

const STORY = [
  "The probe was launched in 1977 and left the planets behind.",
  "Engineers sent a command in March. The answer came two days later, and for the first time in months it made sense.",
  "The fault lay in a single chip that stores part of the memory of the computer. Nobody can replace it from here.",
  "“We divided the code into parts,” the team said, “and stored these parts in different places.”",
  "Science will follow when the other instruments send their data again.",
].join("\n");

describe("a highlighted passage is found again", () => {
  const passage = passageOf(STORY, "a single chip that stores part of the memory");

  test("where nothing was edited, by its position", () => {
    expect(found(STORY, passage)).toBe(passage.exact);
    const twice = "Yes, they said. No, they said. Yes, they said. No, they said. ".repeat(4);
    expect(findPassage(twice, passageAt(twice, 78, 91))).toEqual({ start: 78, end: 91 });
  });

  test("where paragraphs were put before it, behind it, or taken away", () => {
    expect(found(`An update stands here now.\n${STORY}\nAnd one here.`, passage)).toBe(passage.exact);
    expect(found(STORY.split("\n").slice(2).join("\n"), passage)).toBe(passage.exact);
  });

  test("with the words that stand in for its own", () => {
    expect(found(STORY.replace("single chip that stores", "failed chip that holds"), passage)).toBe(
      "a failed chip that holds part of the memory",
    );
  });

  test("across a paragraph that was put into it", () => {
    const long = passageOf(STORY, STORY.slice(STORY.indexOf("The fault"), STORY.indexOf(" in different")));
    const edited = STORY.replace("from here.\n", "from here.\nThe chip is as old as the probe itself.\n");
    expect(found(edited, long)).toMatch(/^The fault lay.*\nThe chip is.*\n“We divided.*stored these parts$/su);
  });

  test("with the signs that it began and ended with", () => {
    const quote = passageOf(STORY, "“We divided the code into parts,”");
    expect(found(`New.\n${STORY}`, quote)).toBe("“We divided the code into parts,”");
  });

  test("in a language that puts no spaces between words", () => {
    const story = "探査機は一九七七年に打ち上げられ、惑星を後にした。技術者は三月に命令を送った。答えは二日後に届いた。";
    expect(found(`速報です。${story}`, passageOf(story, "技術者は三月に命令を送った"))).toBe("技術者は三月に命令を送った");
  });
});

describe("a passage counts as moved", () => {
  test("when its words have gone, though what stood around them is there", () => {
    expect(
      found(
        STORY.replace("a single chip that stores part of the memory", "a place that is still unknown"),
        passageOf(STORY, "a single chip that stores part of the memory"),
      ),
    ).toBeUndefined();
  });

  test("when a single word has gone and stands elsewhere nearby", () => {
    const passage = passageOf(STORY, "chip");
    expect(found(STORY.replace("a single chip that", "a single part that"), passage)).toBeUndefined();
  });

  test("when two places could be meant", () => {
    const passage = passageOf(STORY, "a single chip that stores part of the memory");
    expect(found(`New.\n${STORY}\n${STORY}`, passage)).toBeUndefined();
  });

  test("when the story is another one, or empty", () => {
    const passage = passageOf(STORY, "chip");
    expect(findPassage("", passage)).toBeUndefined();
    expect(found("The bridge over the sound was opened by the queen on the first of July in the year 2000.", passage)).toBeUndefined();
  });
});

/** A word with an identity: what a test follows through the edits. */
type Token = { id: number; text: string };
type Edits = {
  paragraphs: { at: number; put: string[] | undefined }[];
  words: { at: number; type: "change" | "insert" | "remove"; word: string }[];
};

/** Few different words, so that chance likeness is as common as it can be. */
const VOCABULARY = Array.from({ length: 60 }, (_, index) => "the of a in to and was it on for".split(" ")[index] ?? `word${index}`);
const word = fc.constantFrom(...VOCABULARY);
const paragraph = fc.array(word, { minLength: 3, maxLength: 60 });
const article = fc.array(paragraph, { minLength: 3, maxLength: 14 });
const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

describe("whatever is edited", () => {
  test("a passage is found at its own words or counts as moved, and never stands on others", () => {
    let kept = 0;
    let runs = 0;
    fc.assert(
      fc.property(article, share, fc.integer({ min: 1, max: 40 }), edits(), (paragraphs, from, length, changes) => {
        const { before, after, own } = edited(paragraphs, from, length, changes);
        const place = findPassage(after.text, before.passage);
        runs += 1;
        if (!place) return;
        kept += 1;
        if (readsTheSame(after.text, place, before.passage)) return;
        const there = after.words.filter(({ start, end }) => start < place.end && end > place.start);
        const right = there.filter(({ id }) => own.has(id)).length;
        const strangers = there.filter(({ id }) => id < before.count && !own.has(id)).length;
        expect(right, "words of the passage").toBeGreaterThan(0);
        expect(strangers, "words that stood beside it").toBeLessThanOrEqual(right);
      }),
      { numRuns: 1500, seed: 1977 },
    );
    // To call everything moved would never be wrong either.
    expect(kept / runs).toBeGreaterThan(0.75);
  });
});

/** An edit can write again what another took away: what reads as it did, with the words beside it, is the same place to anyone. */
function readsTheSame(text: string, { start, end }: { start: number; end: number }, { prefix, exact, suffix }: Passage): boolean {
  const before = prefix.slice(-12);
  const behind = suffix.slice(0, 12);
  const spaced = (some: string) => some.replaceAll("\n", " ");
  return spaced(text.slice(start - before.length, end + behind.length)) === spaced(before + exact + behind);
}

/** Paragraphs put in and taken away, and up to a fifth of the words changed, put in or taken out. */
function edits(): fc.Arbitrary<Edits> {
  return fc.record({
    paragraphs: fc.array(fc.record({ at: share, put: fc.option(paragraph, { nil: undefined }) }), { maxLength: 3 }),
    words: fc.array(fc.record({ at: share, type: fc.constantFrom("change" as const, "insert" as const, "remove" as const), word }), {
      maxLength: 80,
    }),
  });
}

function edited(paragraphs: string[][], from: number, length: number, { paragraphs: blocks, words }: Edits) {
  let id = 0;
  const story: Token[][] = paragraphs.map((texts) => texts.map((text) => ({ id: id++, text })));
  const count = id;
  const before = laidOut(story);
  const first = Math.floor(from * count);
  const last = Math.min(count - 1, first + length - 1);
  const passage = passageAt(before.text, before.words[first]!.start, before.words[last]!.end);
  const own = new Set(before.words.slice(first, last + 1).map(({ id }) => id));
  for (const { at, type, word: text } of words.slice(0, Math.floor(count / 5))) {
    const flat = story.flatMap((tokens, row) => tokens.map((_, column) => ({ row, column })));
    const spot = flat[Math.floor(at * flat.length)];
    if (!spot) break;
    story[spot.row]!.splice(spot.column, type === "insert" ? 0 : 1, ...(type === "remove" ? [] : [{ id: id++, text }]));
  }
  for (const { at, put } of blocks) {
    const row = Math.floor(at * story.length);
    if (put)
      story.splice(
        row,
        0,
        put.map((text) => ({ id: id++, text })),
      );
    else story.splice(row, 1);
  }
  return { before: { passage, count }, after: laidOut(story), own };
}

function laidOut(story: Token[][]) {
  let text = "";
  const words: (Token & { start: number; end: number })[] = [];
  for (const tokens of story) {
    if (text !== "") text += "\n";
    tokens.forEach((token, index) => {
      if (index > 0) text += " ";
      words.push({ ...token, start: text.length, end: text.length + token.text.length });
      text += token.text;
    });
  }
  return { text, words };
}

function passageOf(story: string, exact: string) {
  const start = story.indexOf(exact);
  return passageAt(story, start, start + exact.length);
}

function found(story: string, passage: ReturnType<typeof passageAt>): string | undefined {
  const place = findPassage(story, passage);
  return place && story.slice(place.start, place.end);
}
