import * as v from "valibot";
import { keyOf, merge, type Records } from "#content/library/merge.ts";
import { type LibraryRecord, LibraryRecordSchema } from "#content/library/record.ts";
import { applyChanges, type Change, greatest, newDevice } from "./change.ts";
import type { LibraryDatabase, Row } from "./libraryDatabase.ts";

/** All that the device holds. What cannot be read is set aside, so that it is lost to nobody and in nobody's way. */
export async function readLibrary(database: LibraryDatabase): Promise<LibraryRecord[]> {
  const found = await database.getAll("records");
  const records = found.flatMap(recordIn);
  // Where even that is refused, it lies where it lay.
  if (records.length < found.length) await setAside(database).catch(() => {});
  return records;
}

/** What is to be written: changes that are made now, and records that were made elsewhere, of which the server has the latter. */
export type Writing = { changes?: Change[]; incoming?: readonly LibraryRecord[]; fromServer?: readonly LibraryRecord[] };

/**
 * Makes changes and brings in records, in one transaction: between the reading
 * of what was there and the writing of what is, no other tab comes. Of two
 * records with the same key the newer one stays.
 * @returns what is new on the device
 */
export async function writeLibrary(
  database: LibraryDatabase,
  { changes = [], incoming: own = [], fromServer = [] }: Writing,
): Promise<LibraryRecord[]> {
  const incoming = [...own, ...fromServer];
  const sent = new Set(fromServer);
  const transaction = database.transaction(["records", "about"], "readwrite");
  // Whoever awaits hears of a failure by the error that led to it.
  transaction.done.catch(() => {});
  try {
    const records = transaction.objectStore("records");
    const about = transaction.objectStore("about");
    const device = (await about.get("device")) ?? newDevice();
    const keys = new Map([...changes, ...incoming].map(({ kind, id }) => [keyOf({ kind, id }), { kind, id }]));
    const there = await Promise.all([...keys.values()].map(({ kind, id }) => records.get([kind, id])));
    const before: Records = merge(new Map(), there.flatMap(recordIn));
    const brought = merge(before, incoming);
    const last = greatest([await about.get("last"), ...incoming.map(({ stamp }) => stamp)]);
    const made = applyChanges(changes, brought, { last, device });
    const fresh = [...merge(brought, made).values()].filter((record) => before.get(keyOf(record)) !== record);
    const now = greatest([last, ...made.map(({ stamp }) => stamp)]);
    await Promise.all([
      ...fresh.map((record) => records.put(sent.has(record) ? record : ({ ...record, unsent: 1 } satisfies Row))),
      about.put(device, "device"),
      now === undefined ? undefined : about.put(now, "last"),
      transaction.done,
    ]);
    return fresh;
  } catch (error) {
    abort(transaction);
    // A request that was cut off knows only that; the transaction knows why.
    const isCutOff = error instanceof DOMException && error.name === "AbortError";
    throw isCutOff ? await transaction.done.catch((reason: unknown) => reason) : error;
  }
}

/** What fails inside of a transaction has ended it already. */
function abort(transaction: { abort: () => void }): void {
  try {
    transaction.abort();
  } catch {
    // It has ended.
  }
}

/** Takes everything away: the library, what was set aside, the device's name and what it knows of an account. */
export async function emptyLibrary(database: LibraryDatabase): Promise<void> {
  const stores = ["records", "aside", "about", "account"] as const;
  const transaction = database.transaction(stores, "readwrite");
  await Promise.all([...stores.map((store) => transaction.objectStore(store).clear()), transaction.done]);
}

/** The record of a row, or none where it cannot be read. */
export function recordIn(found: unknown): LibraryRecord[] {
  const record = v.safeParse(LibraryRecordSchema, found);
  return record.success ? [record.output] : [];
}

async function setAside(database: LibraryDatabase): Promise<void> {
  const transaction = database.transaction(["records", "aside"], "readwrite");
  const records = transaction.objectStore("records");
  for await (const cursor of records) {
    // Another tab may have been here first.
    if (v.is(LibraryRecordSchema, cursor.value)) continue;
    await transaction.objectStore("aside").add({ found: cursor.value, at: Date.now() });
    await cursor.delete();
  }
  await transaction.done;
}
