import { keyOf, type Records } from "#content/library/merge.ts";
import { isOf, type LibraryKind, type LibraryRecord, LibraryRecordSchema, type LibraryValue } from "#content/library/libraryRecord.ts";
import { nextStamp } from "#content/library/stamp.ts";
import { parse } from "#content/parse.ts";

/** A change of one record. `next` makes a new value from the record: null removes it, undefined leaves it as it is. */
export type Change = { kind: LibraryKind; id: string; next: (before: LibraryRecord | undefined) => unknown };

/** The clock of this device: see content/library/stamp.ts. */
export type Clock = { last: string | undefined; device: string };

/** @param next receives the record's current value, whichever tab has set it */
export function changeOf<Kind extends LibraryKind>(
  kind: Kind,
  id: string,
  next: (before: LibraryValue<Kind> | undefined) => LibraryValue<Kind> | null | undefined,
): Change {
  return { kind, id, next: (record) => next(valueOf(kind, record)) };
}

/** The records that result from changes to those before. @throws ContractError if a value does not fit its kind */
export function applyChanges(changes: Change[], before: Records, { last, device }: Clock): LibraryRecord[] {
  const made = new Map<string, LibraryRecord>();
  let stamp = last;
  for (const { kind, id, next } of changes) {
    const key = keyOf({ kind, id });
    const value = next(made.get(key) ?? before.get(key));
    if (value === undefined) continue;
    stamp = nextStamp(stamp, Date.now(), device);
    made.set(key, parse(LibraryRecordSchema, { kind, id, stamp, value }, `${kind} of the library`));
  }
  return [...made.values()];
}

export function valueOf<Kind extends LibraryKind>(kind: Kind, record: LibraryRecord | undefined): LibraryValue<Kind> | undefined {
  return record && isOf(kind)(record) ? (record.value ?? undefined) : undefined;
}

/** The greatest of these stamps, or undefined if there are none. */
export function greatest(stamps: (string | undefined)[]): string | undefined {
  return stamps.reduce((most, stamp) => (most === undefined || (stamp !== undefined && stamp > most) ? stamp : most), undefined);
}

/** A new name for a device in its stamps. */
export function newDevice(): string {
  return crypto.getRandomValues(new Uint8Array(8)).reduce((name, byte) => name + byte.toString(16).padStart(2, "0"), "");
}
