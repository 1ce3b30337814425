import { expect, it } from "vitest";
import type { LibraryRecord } from "#content/library/libraryRecord.ts";
import { type Base, baseOf, mergeNotes } from "#reader/data/library/mergeNotes.ts";

const stampOf = (time: number) => `0000170000000${time}-0000-device`;
const passage = { exact: "noise", prefix: "", suffix: "", start: 0, end: 5 };
const mark = { slug: "voyager", headline: "Voyager", passage, colour: "yellow" as const, madeAt: 1 };

/** A highlight, and its note. */
const record = (time: number, note?: string): LibraryRecord => ({
  kind: "highlight",
  id: "a",
  stamp: stampOf(time),
  value: { ...mark, ...(note !== undefined && { note }) },
});
const base = (time: number, note?: string): Base => ({ stamp: stampOf(time), ...(note !== undefined && { note }) });
const label = (note: string) => `Elsewhere: ${note}`;

it.each([
  ["changed on both sides, later here", record(3, "Ours"), base(1, "Old"), record(2, "Theirs"), "Ours\n\nElsewhere: Theirs"],
  ["changed on both sides, later there", record(2, "Ours"), base(1, "Old"), record(3, "Theirs"), "Theirs\n\nElsewhere: Ours"],
  ["written on both sides", record(3, "Ours"), base(1), record(2, "Theirs"), "Ours\n\nElsewhere: Theirs"],
  ["removed here, later", record(3), base(1, "Old"), record(2, "Theirs"), "Elsewhere: Theirs"],
  ["removed there, earlier", record(3, "Ours"), base(1, "Old"), record(2), "as it is"],
  ["in the later one already", record(3, "Ours and Theirs"), base(1, "Old"), record(2, "Theirs"), "as it is"],
  ["changed there alone, earlier", record(3, "Old"), base(1, "Old"), record(2, "Theirs"), "Theirs"],
  ["removed there alone, earlier", record(3, "Old"), base(1, "Old"), record(2), undefined],
  ["changed here alone, earlier", record(2, "Ours"), base(1, "Old"), record(3, "Old"), "Ours"],
  ["changed here alone, later", record(3, "Ours"), base(1, "Old"), record(2, "Old"), "as it is"],
  ["as the server had it", record(3, "Ours"), base(1, "Old"), record(1, "Theirs"), "as it is"],
  ["the same record", record(3, "Ours"), base(1, "Old"), record(3, "Theirs"), "as it is"],
  ["of a record without a base", record(3, "Ours"), undefined, record(2, "Theirs"), "as it is"],
  [
    "of a highlight that is gone there",
    record(3, "Ours"),
    base(1, "Old"),
    { kind: "highlight", id: "a", stamp: stampOf(2), value: null },
    "as it is",
  ],
] as const)("a note %s", (_, ours, from, theirs, note) => {
  const changes = mergeNotes([{ record: ours, base: from }], [theirs], label).map(({ kind, id, next }) => [kind, id, next(undefined)]);
  expect(changes).toEqual(note === "as it is" ? [] : [["highlight", "a", { ...mark, ...(note !== undefined && { note }) }]]);
});

it("the base of a record is what the server had before it was changed here", () => {
  const sent = record(2, "Sent");
  expect(baseOf(sent, {})).toEqual(base(2, "Sent"));
  expect(baseOf(record(2), {})).toEqual({ stamp: stampOf(2) });
  expect(baseOf(sent, { unsent: 1, base: base(1, "Old") })).toEqual(base(1, "Old"));
  expect(baseOf(sent, { unsent: 1 })).toBeUndefined();
  expect(baseOf(sent, { unsent: "?" })).toBeUndefined();
  expect(baseOf({ kind: "read", id: "r", stamp: stampOf(2), value: { slug: "r", headline: "R", readAt: 1 } }, {})).toBeUndefined();
});
