import fc from "fast-check";
import { expect, test } from "vitest";
import { keyOf, merge, newIn, type Records } from "#content/library/merge.ts";
import type { LibraryRecord } from "#content/library/libraryRecord.ts";
import { nextStamp } from "#content/library/stamp.ts";

const DEVICES = ["phone", "desk", "pad1"];

type Step = { device: number; saves: boolean; slug: string; clock: number; from: number };

const steps = fc.array(
  fc.record({
    device: fc.nat(2),
    saves: fc.boolean(),
    slug: fc.constantFrom("a", "b", "c", "d"),
    clock: fc.integer({ min: -5_000, max: 5_000 }),
    from: fc.nat(2),
  }),
  { maxLength: 60 },
);

/** Three devices whose clocks disagree change things, and hear of each other in any order. */
function play(all: Step[]): Records[] {
  const libraries: Records[] = DEVICES.map(() => new Map());
  for (const { device, saves, slug, clock, from } of all) {
    const mine = libraries[device] ?? new Map();
    const greatest = [...mine.values()].reduce<string | undefined>(
      (last, { stamp }) => (last === undefined || stamp > last ? stamp : last),
      undefined,
    );
    const stamp = nextStamp(greatest, 1_700_000_000_000 + clock, DEVICES[device] ?? "");
    const value = saves ? { slug, headline: `Story ${slug} as ${stamp}`, savedAt: 1 } : null;
    const changed = merge(mine, [{ kind: "saved", id: slug, stamp, value }]);
    libraries[device] = merge(changed, (libraries[from] ?? new Map()).values());
  }
  return libraries;
}

const everything = (libraries: Records[], order: number[]): [string, LibraryRecord][] =>
  [...order.reduce<Records>((merged, index) => merge(merged, (libraries[index] ?? new Map()).values()), new Map())].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );

test("devices that have seen the same changes hold the same library, whatever came first", () => {
  fc.assert(
    fc.property(steps, (all) => {
      const libraries = play(all);
      const first = everything(libraries, [0, 1, 2]);
      for (const order of [
        [2, 1, 0],
        [1, 0, 2],
        [0, 1, 2, 0, 1],
        [2, 0, 1, 1],
      ])
        expect(everything(libraries, order)).toEqual(first);
    }),
    { numRuns: 300, seed: 17 },
  );
});

test("what a device changes after it has heard of a change wins over it, also when its clock is behind", () => {
  const saved: LibraryRecord = {
    kind: "saved",
    id: "a",
    stamp: nextStamp(undefined, 2_000_000_000_000, "ahead"),
    value: { slug: "a", headline: "A", savedAt: 1 },
  };
  const removed: LibraryRecord = { ...saved, stamp: nextStamp(saved.stamp, 1_000_000_000_000, "behind"), value: null };
  expect(merge(new Map([[keyOf(saved), saved]]), [removed]).get("saved/a")?.value).toBeNull();
});

test("a thing that was taken away does not come back with an old copy of it", () => {
  const old: LibraryRecord = {
    kind: "muted",
    id: "topic:x",
    stamp: nextStamp(undefined, 10, "desk"),
    value: { kind: "topic", slug: "x", name: "X", mutedAt: 1 },
  };
  const gone: LibraryRecord = { ...old, stamp: nextStamp(old.stamp, 20, "desk"), value: null };
  const library = merge(merge(new Map(), [gone]), [old]);
  expect([...library.values()].map(({ value }) => value)).toEqual([null]);
});

test("a stamp sorts as it counts when more happens within a millisecond than the counter holds", () => {
  let last = nextStamp(undefined, 5, "desk");
  for (let count = 0; count < 70_000; count++) {
    const next = nextStamp(last, 5, "desk");
    if (next <= last) throw new Error(`${next} does not come after ${last}`);
    last = next;
  }
});

test("of records that come in, those are new that change the library, each counted once", () => {
  const saved = (id: string, time: number): LibraryRecord => ({
    kind: "saved",
    id,
    stamp: nextStamp(undefined, time, "desk"),
    value: { slug: id, headline: id, savedAt: 1 },
  });
  const mine = merge(new Map(), [saved("a", 2), saved("b", 2)]);
  const incoming = [saved("a", 1), saved("b", 2), saved("b", 3), saved("c", 1), saved("c", 2)];
  expect(newIn(mine, incoming)).toEqual([saved("b", 3), saved("c", 2)]);
  expect(newIn(merge(mine, incoming), incoming)).toEqual([]);
});
