import * as v from "valibot";
import { keyOf, merge, type Records } from "#content/library/merge.ts";
import { type LibraryRecord, LibraryRecordSchema } from "#content/library/libraryRecord.ts";
import { deviceOf } from "#content/library/stamp.ts";
import { applyChanges, type Change, greatest, newDevice } from "./change.ts";
import type { LibraryDatabase, Row } from "./libraryDatabase.ts";
import { type Base, baseOf, mergeNotes } from "./mergeNotes.ts";

/** All records on the device. Those that cannot be read are set aside, so that they are neither lost nor in the way. */
export async function readLibrary(database: LibraryDatabase): Promise<LibraryRecord[]> {
  const found = await database.getAll("records");
  const records = found.flatMap(recordIn);
  // If that fails, they stay where they are.
  if (records.length < found.length) await setAside(database).catch(() => {});
  return records;
}

/**
 * What is to be written: changes made now, and records made elsewhere. The server already has those in `fromServer`;
 * `labelled` marks a note of theirs that stays under another.
 */
export type Writing = {
  changes?: Change[];
  incoming?: readonly LibraryRecord[];
  fromServer?: readonly LibraryRecord[];
  labelled?: ((note: string) => string) | undefined;
};

/**
 * Makes changes and merges records in one transaction, so that no other tab writes
 * between reading and writing. Of two records with the same key the newer one wins,
 * and of two notes neither is lost.
 * @returns the records that are new on the device
 */
export async function writeLibrary(
  database: LibraryDatabase,
  { changes = [], incoming: others = [], fromServer = [], labelled = (note) => note }: Writing,
): Promise<LibraryRecord[]> {
  const incoming = [...others, ...fromServer];
  const sent = new Set(fromServer);
  const transaction = database.transaction(["records", "about"], "readwrite");
  // Callers learn of a failure from the error that caused it.
  transaction.done.catch(() => {});
  try {
    const records = transaction.objectStore("records");
    const about = transaction.objectStore("about");
    const device = (await about.get("device")) ?? newDevice();
    const keys = new Map([...changes, ...incoming].map(({ kind, id }) => [keyOf({ kind, id }), { kind, id }]));
    const there = await Promise.all([...keys.values()].map(({ kind, id }) => records.get([kind, id])));
    const here = there.flatMap((row) => recordIn(row).map((record) => ({ record, base: baseOf(record, row) })));
    const received = fromServer.map((record) => ({ record, base: baseOf(record, record) }));
    const bases = new Map([...here, ...received].map(({ record, base }) => [keyOf(record), base]));
    const before: Records = merge(
      new Map(),
      here.map(({ record }) => record),
    );
    const brought = merge(before, incoming);
    const last = greatest([await about.get("last"), ...incoming.map(({ stamp }) => stamp)]);
    // A version that this device sent itself, without having heard that it arrived, is no other device's.
    const fromOthers = fromServer.filter(({ stamp }) => deviceOf(stamp) !== device);
    const made = applyChanges([...mergeNotes(here, fromOthers, labelled), ...changes], brought, { last, device });
    const fresh = [...merge(brought, made).values()].filter((record) => before.get(keyOf(record)) !== record);
    const now = greatest([last, ...made.map(({ stamp }) => stamp)]);
    await Promise.all([
      ...fresh.map((record) => records.put(sent.has(record) ? record : unsent(record, bases.get(keyOf(record))))),
      about.put(device, "device"),
      now === undefined ? undefined : about.put(now, "last"),
      transaction.done,
    ]);
    return fresh;
  } catch (error) {
    abort(transaction);
    // An aborted request knows only that it was aborted; the transaction knows why.
    const isAborted = error instanceof DOMException && error.name === "AbortError";
    throw isAborted ? await transaction.done.catch((reason: unknown) => reason) : error;
  }
}

const unsent = (record: LibraryRecord, base: Base | undefined): Row => ({ ...record, unsent: 1, ...(base && { base }) });

/** Aborts a transaction, which the failure of a request may have ended already. */
function abort(transaction: { abort: () => void }): void {
  try {
    transaction.abort();
  } catch {
    // It had ended.
  }
}

/** Deletes everything: the library, what was set aside, the device's name and what it knows about an account. */
export async function emptyLibrary(database: LibraryDatabase): Promise<void> {
  const stores = ["records", "aside", "about", "account"] as const;
  const transaction = database.transaction(stores, "readwrite");
  await Promise.all([...stores.map((store) => transaction.objectStore(store).clear()), transaction.done]);
}

/** The record of a row, or an empty list if it cannot be read. */
export function recordIn(found: unknown): LibraryRecord[] {
  const record = v.safeParse(LibraryRecordSchema, found);
  return record.success ? [record.output] : [];
}

async function setAside(database: LibraryDatabase): Promise<void> {
  const transaction = database.transaction(["records", "aside"], "readwrite");
  const records = transaction.objectStore("records");
  for await (const cursor of records) {
    if (v.is(LibraryRecordSchema, cursor.value)) continue;
    await transaction.objectStore("aside").add({ found: cursor.value, at: Date.now() });
    await cursor.delete();
  }
  await transaction.done;
}
