import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodePage, encodePage } from "../../src/format/branch.ts";
import { BrokenShardError } from "../../src/format/files.ts";
import { decodeLeaf, encodeLeaf } from "../../src/format/leaf.ts";
import { decodePositions, encodePositions } from "../../src/format/positionsEntry.ts";
import { decodePostings, encodePostings, LEVELS } from "../../src/format/encodePostings.ts";
import { decodeSetEntry, encodeSetEntry } from "../../src/format/setEntry.ts";
import { decodeWordList, encodeWordList } from "../../src/format/wordList.ts";

const name = fc.stringMatching(/^[0-9a-f]{12}$/u).map((hex) => `${hex}.bin`);
const ascending = (most: number): fc.Arbitrary<number[]> => fc.uniqueArray(fc.nat(most)).map((values) => values.toSorted((a, b) => a - b));

function decoded(bytes: Uint8Array, count: number, from: number): Map<number, number> {
  const found = new Map<number, number>();
  decodePostings(bytes, count, from, (doc, level) => found.set(doc, level));
  return found;
}

describe("what was written is read back", () => {
  test("documents with their levels, strongest first", () => {
    fc.assert(
      fc.property(ascending(1_000_000), fc.nat(LEVELS - 1), (docs, seed) => {
        const levels = docs.map((doc) => (doc * 7 + seed) % LEVELS);
        expect(decoded(encodePostings(docs, levels), docs.length, 0)).toEqual(new Map(docs.map((doc, i) => [doc, levels[i] ?? 0])));
      }),
    );
    const order: number[] = [];
    decodePostings(encodePostings([1, 5, 9, 12], [0, 11, 3, 11]), 4, 0, (doc) => order.push(doc));
    expect(order).toEqual([5, 12, 9, 1]);
  });

  test("documents of a later range", () => {
    expect(decoded(encodePostings([131_072, 131_080, 140_000, 140_001], [1, 1, 1, 2], 131_072), 4, 131_072).size).toBe(4);
  });

  test("positions", () => {
    fc.assert(
      fc.property(fc.array(ascending(3000).filter((places) => places.length > 0)), (documents) => {
        expect(decodePositions(encodePositions(documents), documents.length)).toEqual(documents);
      }),
    );
  });

  test("entries, whatever their keys are", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: "binary" })), fc.uint8Array(), (keys, payload) => {
        const entries = keys.toSorted().map((key) => ({ key, payload }));
        expect(decodeLeaf(encodeLeaf(entries))).toEqual(entries);
      }),
    );
  });

  test("pages", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: "binary" })), name, (keys, file) => {
        const branches = keys.toSorted().map((first) => ({ first, name: file }));
        expect(decodePage(encodePage(branches))).toEqual(branches);
      }),
    );
  });

  test("sets", () => {
    const part = fc.record({ range: fc.nat(100), strong: fc.boolean(), name, bytes: fc.nat(99_999), count: fc.nat(99_999) });
    const set = fc.record({ count: fc.nat(), label: fc.string(), inline: fc.uint8Array(), parts: fc.array(part) });
    fc.assert(
      fc.property(set, (entry) => {
        expect(decodeSetEntry(encodeSetEntry(entry))).toEqual(entry);
      }),
    );
  });

  test("lists of words, with counts to the nearest step", () => {
    const words = [
      { word: "brucke", count: 3, label: "brücke" },
      { word: "brucken", count: 1000, label: "" },
    ];
    const once = decodeWordList(encodeWordList(words));
    expect(once).toEqual([words[0], { word: "brucken", count: expect.closeTo(1000, -2), label: "" }]);
    expect(decodeWordList(encodeWordList(once))).toEqual(once);
  });
});

test("a common word takes less than a byte a document", () => {
  const docs = Array.from({ length: 30_000 }, (_, i) => i * 3 + ((i * 7919) % 3));
  expect(
    encodePostings(
      docs,
      docs.map((doc) => (doc % 5 === 0 ? 2 : 1)),
    ).length,
  ).toBeLessThan(22_000);
});

describe("a file that was cut off", () => {
  test("says so, and never loops or invents", () => {
    const whole = encodeLeaf([
      { key: "w/a", payload: encodePostings([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]) },
      { key: "w/b", payload: new Uint8Array(40) },
    ]);
    for (let length = 0; length < whole.length; length += 1) expect(() => decodeLeaf(whole.slice(0, length))).toThrow(BrokenShardError);
  });

  test("or is noise, ends", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        for (const read of [decodeLeaf, decodePage, decodeSetEntry, decodeWordList]) {
          try {
            read(bytes);
          } catch (error) {
            expect(error).toBeInstanceOf(BrokenShardError);
          }
        }
      }),
    );
  });
});
