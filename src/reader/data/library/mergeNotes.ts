import * as v from "valibot";
import { keyOf } from "#content/library/merge.ts";
import { type LibraryRecord, LONGEST_TEXT } from "#content/library/libraryRecord.ts";
import { type Change, changeOf } from "./change.ts";

const BaseSchema = v.object({ stamp: v.string(), note: v.optional(v.string()) });

/** The version of a highlight that the server had when it was changed on this device: the one from which this device started. */
export type Base = v.InferOutput<typeof BaseSchema>;

const RowSchema = v.object({ unsent: v.optional(v.number()), base: v.optional(BaseSchema) });

/**
 * Notes that were changed here and on another device, neither of which had seen the other's change: of two texts the earlier
 * stays under the later one. A note that was changed on one side alone is that side's, whichever record is later.
 * @param rows records of this device with their bases, before the server's are merged
 * @param fromOthers the server's records that other devices have written
 * @param labelled marks a text as that of another device
 * @returns the changes that the merge of the records by their stamps would lose
 */
export function mergeNotes(
  rows: readonly { record: LibraryRecord; base: Base | undefined }[],
  fromOthers: readonly LibraryRecord[],
  labelled: (note: string) => string,
): Change[] {
  const here = new Map(rows.map((row) => [keyOf(row.record), row]));
  return fromOthers.flatMap((theirs) => {
    const { record: ours, base } = here.get(keyOf(theirs)) ?? {};
    if (theirs.kind !== "highlight" || ours?.kind !== "highlight" || !theirs.value || !ours.value || !base) return [];
    if (theirs.stamp === base.stamp || theirs.stamp === ours.stamp) return [];
    const [later, earlier] = ours.stamp > theirs.stamp ? [ours.value, theirs.value] : [theirs.value, ours.value];
    const note =
      ours.value.note === base.note
        ? theirs.value.note
        : theirs.value.note === base.note
          ? ours.value.note
          : joined(later.note, earlier.note, labelled);
    const { note: _, ...rest } = later;
    return note === later.note ? [] : [changeOf("highlight", ours.id, () => (note === undefined ? rest : { ...rest, note }))];
  });
}

/** The base of a record that is about to be changed here; undefined if the server never had it. @param row as it is stored */
export function baseOf(record: LibraryRecord, row: unknown): Base | undefined {
  if (record.kind !== "highlight") return undefined;
  const found = v.safeParse(RowSchema, row);
  if (!found.success) return undefined;
  if (found.output.unsent !== undefined) return found.output.base;
  return { stamp: record.stamp, ...(record.value?.note !== undefined && { note: record.value.note }) };
}

function joined(later: string | undefined, earlier: string | undefined, labelled: (note: string) => string): string | undefined {
  if (earlier === undefined || later?.includes(earlier)) return later;
  return [...(later === undefined ? [] : [later]), labelled(earlier)].join("\n\n").slice(0, LONGEST_TEXT);
}
