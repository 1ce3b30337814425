import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changesIn, type Entry, type StoryWords, versionsOf } from "#content/version.ts";
import { faultIn, hashOf, withVersion, withWithdrawal } from "#compiler/features/record/entries.ts";

const at = (time: string) => Date.parse(`2024-04-22T${time}:00Z`);

const said = (paragraph: string, more: Partial<StoryWords> = {}): StoryWords => ({
  headline: "The ferry",
  standfirst: "",
  authors: ["Ada Keane"],
  datePublished: "2024-04-22T07:00:00Z",
  paragraphs: [paragraph],
  corrections: [],
  ...more,
});

const record = (...said: [time: string, words: StoryWords][]): Entry[] =>
  said.reduce<Entry[]>((entries, [time, words]) => withVersion(entries, words, { now: at(time), foldMinutes: 15 }), []);

const done = (result: ReturnType<typeof withWithdrawal>): Entry[] => {
  if (!Array.isArray(result)) throw new Error(`It was not withdrawn: ${result}`);
  return result;
};

describe("the record of a story", () => {
  it("is the same where the story says the same", () => {
    const entries = record(["07:00", said("One.")]);
    expect(withVersion(entries, said("One."), { now: at("09:00"), foldMinutes: 15 })).toBe(entries);
  });

  it("has an entry for each version, with what it changed and the hash of the one before", () => {
    const entries = record(["07:00", said("One.")], ["09:00", said("Two.", { headline: "The bridge" })]);
    expect(entries).toMatchObject([
      { changed: [], at: "2024-04-22T07:00:00.000Z" },
      { changed: ["headline", "text"], at: "2024-04-22T09:00:00.000Z", previous: entries[0]?.hash },
    ]);
    expect(faultIn(entries)).toBeUndefined();
  });

  it("marks small edits soon after publication, and no headline, correction or later edit", () => {
    const entries = record(
      ["07:00", said("One.")],
      ["07:14", said("Two.")],
      ["07:15", said("Two.", { headline: "The bridge" })],
      ["07:16", said("Three.", { headline: "The bridge" })],
    );
    expect(versionsOf(entries).map(({ folded }) => folded)).toEqual([undefined, true, undefined, undefined]);
    expect(changesIn(entries)).toBe(2);
  });

  it("never goes back in time, whatever the clock says", () => {
    const entries = record(["09:00", said("One.")], ["08:00", said("Two.")]);
    expect(entries[1]?.at).toBe("2024-04-22T09:00:00.000Z");
    expect(faultIn(entries)).toBeUndefined();
  });
});

describe("a version that is withdrawn", () => {
  const entries = record(["07:00", said("A name.")], ["09:00", said("No name.")]);
  const [first, second] = entries;
  const wish = { version: first?.hash.slice(0, 12) ?? "", reason: "By order of a court" };

  it("loses its words and keeps its place, and the record says why and holds", () => {
    const after = done(withWithdrawal(entries, wish, at("10:00")));
    expect(JSON.stringify(after)).not.toContain("A name.");
    expect(after.map(({ type }) => type)).toEqual(["version", "version", "withdrawal"]);
    expect(after[2]).toMatchObject({ withdraws: first?.hash, reason: "By order of a court", previous: second?.hash });
    expect(after[0]?.hash).toBe(first?.hash);
    expect(faultIn(after)).toBeUndefined();
    expect(withWithdrawal(after, wish, at("11:00"))).toBeUndefined();
  });

  it("is not what the story says now, and not one that there is not", () => {
    expect(withWithdrawal(entries, { ...wish, version: second?.hash ?? "" }, at("10:00"))).toMatch(/the published one/u);
    expect(withWithdrawal(entries, { ...wish, version: "0123456789ab" }, at("10:00"))).toMatch(/not a version of this story/u);
  });

  it("is noticed where its words are gone without a withdrawal, or are there in spite of one", () => {
    const after = done(withWithdrawal(entries, wish, at("10:00")));
    expect(faultIn(after.slice(0, 2))).toMatchObject({ entry: 1 });
    expect(faultIn([...entries, ...after.slice(2)])).toMatchObject({ entry: 1, why: "It was withdrawn, but its text is still there." });
  });
});

it("no entry can be changed, taken out or put elsewhere without notice, but for the last", () => {
  const texts = fc.uniqueArray(fc.string({ maxLength: 8 }), { minLength: 3, maxLength: 6 });
  const change = fc.constantFrom<(entry: Entry) => Entry[]>(
    () => [],
    (entry) => [entry, entry],
    (entry) => [{ ...entry, at: "2024-04-22T06:59:59.000Z" }],
    (entry) => [{ ...entry, hash: hashOf("another") }],
    (entry) => [{ ...entry, ...(entry.type === "version" && { changed: ["date"] }) }],
    (entry) => [{ ...entry, ...(entry.type === "version" && { words: hashOf("another") }) }],
    (entry) => [{ ...entry, ...(entry.type === "version" && { text: said("Another.") }) }],
    (entry) => [{ ...entry, ...(entry.type === "version" && { text: undefined }) }],
  );
  fc.assert(
    fc.property(texts, fc.nat(), change, (all, seed, tamper) => {
      const entries = record(...all.map((text, n): [string, StoryWords] => [`0${n + 7}:00`.slice(-5), said(`${n} ${text}`)]));
      expect(faultIn(entries)).toBeUndefined();
      const place = seed % (entries.length - 1);
      expect(faultIn(entries.flatMap((entry, at) => (at === place ? tamper(entry) : [entry])))).toBeDefined();
    }),
  );
});
