import { keyOf } from "#content/library/merge.ts";
import { type LibraryRecord, LibraryRecordSchema } from "#content/library/libraryRecord.ts";
import { isAhead, MOST_RECORDS, type SyncRequest, type SyncResponse } from "#content/library/sync.ts";
import { ApiError } from "../../../data/ApiError.ts";
import { greatest } from "../../../data/library/change.ts";
import type { LibraryDatabase } from "../../../data/library/libraryDatabase.ts";
import type { LibraryStore } from "../../../data/library/libraryStore.ts";
import { type Known, NEW, NO_ROOM, note, readKnown, startOver, TOO_LARGE, unsentRecords } from "./ledger.ts";
import { toBase64url } from "#content/base64url.ts";
import { restamp } from "./restamp.ts";

/** A request to the server and its answer, but with readable records: `withEncryption` encrypts and decrypts them on the way. */
export type Request = Pick<SyncRequest, "account" | "since"> & { records: LibraryRecord[] };
export type Answer = Omit<SyncResponse, "records" | "plain"> & { records: LibraryRecord[] };

/** Sends a request. @throws ApiError */
export type Ask = (request: Request) => Promise<Answer>;

/** The approximate maximum length of a request, in characters: a tenth of what the server accepts, because a proxy in front of it may accept less. */
const MOST_CHARACTERS = 200_000;

/** The device cannot store anything, or anything more. */
export class DeviceError extends Error {
  constructor() {
    super("The device cannot store a library to sync.");
    this.name = "DeviceError";
  }
}

/**
 * Sends the server this device's changes and takes in those of others, in as many
 * requests as needed. If it is interrupted, the next call continues from there.
 * @param history whether the reading history is synced; if not, no read story is sent or taken in
 * @param labelled marks a note of another device that stays under this one's
 * @throws ApiError, DeviceError
 */
export async function exchange(store: LibraryStore, ask: Ask, history: boolean, labelled?: (note: string) => string): Promise<void> {
  const database = await store.database();
  if (!database) throw new DeviceError();
  const reads = await readable();
  let most = MOST_RECORDS;
  let pulls: boolean | undefined;
  for (;;) {
    const unsent = await toSend(database, history);
    const known = sinceOf(await readKnown(database), history, reads);
    // Fetch first: records encrypted under another key take up room until this device has encrypted them again.
    // A highlight that was changed is merged with another device's version before it is sent, even if that has the later stamp.
    pulls ??= known.since === 0 || unsent.some(({ kind }) => kind === "highlight");
    const records = pulls ? [] : batchOf(unsent, most);
    const answer = await send(database, ask, records, known);
    // The server has lost what came after its backup, but the devices together still have it.
    if (answer === "restored") {
      await startOver(database, known.account);
      pulls = true;
    }
    // Something in the batch was refused: smaller batches show what.
    else if (!answer) most = Math.ceil(records.length / 2);
    else {
      most = Math.min(MOST_RECORDS, most * 2);
      await takeIn(store, database, records, answer, { ...known, history, reads, labelled });
      pulls &&= answer.more;
      if (records.length === unsent.length && answer.refused.length === 0 && !answer.more) return;
    }
  }
}

/** The records to send. Deletions from the history are sent even if it is not synced. */
export async function toSend(database: LibraryDatabase, history: boolean): Promise<LibraryRecord[]> {
  return (await unsentRecords(database, NEW)).filter(comesAlong(history));
}

const comesAlong =
  (history: boolean) =>
  ({ kind, value }: LibraryRecord): boolean =>
    history || kind !== "read" || value === null;

/** As many of the first records as fit into one request. */
export function batchOf<Item extends object>(records: Item[], most: number = MOST_RECORDS): Item[] {
  let characters = 0;
  const end = records.slice(0, most).findIndex((record) => (characters += JSON.stringify(record).length) > MOST_CHARACTERS);
  return records.slice(0, end === -1 ? most : Math.max(1, end));
}

/** Starts from the beginning if records were left out before: the history, or what an earlier version of the app could not read. */
const sinceOf = (known: Known, history: boolean, reads: string): Known =>
  (history && !known.history) || known.reads !== reads ? { ...known, since: 0 } : known;

/** Identifies the kinds of record that this version of the app can read. */
const readable = async (): Promise<string> =>
  toBase64url(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(LibraryRecordSchema))));

/** @returns undefined if the server refuses the amount or a record; "restored" if it knows less of the account than this device */
async function send(
  database: LibraryDatabase,
  ask: Ask,
  records: LibraryRecord[],
  { account, since }: Known,
): Promise<Answer | "restored" | undefined> {
  try {
    return await ask({ account, since, records });
  } catch (error) {
    if (error instanceof ApiError && error.code === "restored" && since > 0) return "restored";
    const isTooMuch = error instanceof ApiError && ["too-large", "bad-request"].includes(error.code);
    if (!isTooMuch || records.length === 0) throw error;
    const [first, ...others] = records;
    if (first && others.length === 0) await note(database, [[first, TOO_LARGE]]);
    return undefined;
  }
}

async function takeIn(
  store: LibraryStore,
  database: LibraryDatabase,
  sent: LibraryRecord[],
  { account, revision, records, refused, full, now }: Answer,
  { labelled, ...before }: Known & { labelled?: ((note: string) => string) | undefined },
): Promise<void> {
  await store.mergeFromServer(records.filter(comesAlong(before.history)), labelled);
  // What could not be stored on the device has to be fetched again.
  if (store.trouble() !== undefined) throw new DeviceError();
  const settled = sent.filter((record) => !refused.includes(keyOf(record)));
  await note(
    database,
    settled.map((record) => [record, full.includes(keyOf(record)) ? NO_ROOM : undefined]),
    { ...before, account, since: revision, fair: greatest([before.fair, ...records.map(({ stamp }) => stamp)]) },
  );
  if (!sent.some((record) => isAhead(record, now))) return;
  await restamp(database, now);
  await store.reread();
}
