import { keyOf } from "#content/library/merge.ts";
import { type LibraryRecord, LibraryRecordSchema } from "#content/library/record.ts";
import { MOST_RECORDS, type SyncRequest, type SyncResponse } from "#content/library/sync.ts";
import { ApiError } from "../../../data/ApiError.ts";
import { greatest } from "../../../data/library/change.ts";
import type { LibraryDatabase } from "../../../data/library/libraryDatabase.ts";
import type { LibraryStore } from "../../../data/library/libraryStore.ts";
import { type Known, NEW, NO_ROOM, note, readKnown, startOver, TOO_LARGE, unsentRecords } from "./ledger.ts";
import { toBase64url } from "../base64url.ts";
import { restamp } from "./restamp.ts";

/** What the server is told and answers, but with records that can be read: `sealing` encrypts and decrypts them on their way. */
export type Request = Pick<SyncRequest, "account" | "since"> & { records: LibraryRecord[] };
export type Answer = Omit<SyncResponse, "records" | "plain"> & { records: LibraryRecord[] };

/** How the server is asked. @throws ApiError */
export type Ask = (request: Request) => Promise<Answer>;

/** Characters of a request, about: a tenth of what the server takes, because a proxy in front of it may take less. */
const MOST_CHARACTERS = 200_000;

/** The device itself keeps nothing, or nothing more. */
export class DeviceError extends Error {
  constructor() {
    super("The device keeps nothing that could be in step with an account.");
    this.name = "DeviceError";
  }
}

/**
 * Tells the server what this device changed and brings in what others did, in as
 * many requests as it takes. Whenever it ends in between, it goes on from there.
 * @param history whether the history comes along; without it no story that was read is sent or taken in
 * @throws ApiError, DeviceError
 */
export async function exchange(store: LibraryStore, ask: Ask, history: boolean): Promise<void> {
  const database = await store.database();
  if (!database) throw new DeviceError();
  const reads = await readable();
  let most = MOST_RECORDS;
  // What is in the account comes first: encrypted under another key it takes room until this device has moved it.
  let pulls = sinceOf(await readKnown(database), history, reads).since === 0;
  for (;;) {
    const unsent = await toSend(database, history);
    const known = sinceOf(await readKnown(database), history, reads);
    const records = pulls ? [] : batchOf(unsent, most);
    const answer = await tell(database, ask, records, known);
    // The server has lost what came after its backup: all devices together have it still.
    if (answer === "restored") {
      await startOver(database, known.account);
      pulls = true;
    }
    // Something in it is too much: fewer at a time show what.
    else if (!answer) most = Math.ceil(records.length / 2);
    else {
      most = Math.min(MOST_RECORDS, most * 2);
      await takeIn(store, database, records, answer, { ...known, history, reads });
      pulls &&= answer.more;
      if (records.length === unsent.length && answer.refused.length === 0 && !answer.more) return;
    }
  }
}

/** What is to be sent. A history that does not come along may still forget. */
export async function toSend(database: LibraryDatabase, history: boolean): Promise<LibraryRecord[]> {
  return (await unsentRecords(database, NEW)).filter(comesAlong(history));
}

const comesAlong =
  (history: boolean) =>
  ({ kind, value }: LibraryRecord): boolean =>
    history || kind !== "read" || value === null;

/** As many of the first records as one request carries. */
export function batchOf<Item extends object>(records: Item[], most: number = MOST_RECORDS): Item[] {
  let characters = 0;
  const end = records.slice(0, most).findIndex((record) => (characters += JSON.stringify(record).length) > MOST_CHARACTERS);
  return records.slice(0, end === -1 ? most : Math.max(1, end));
}

/** What was left out is among what the server had before: the history while it did not come along, and what an earlier version of the app could not read. */
const sinceOf = (known: Known, history: boolean, reads: string): Known =>
  (history && !known.history) || known.reads !== reads ? { ...known, since: 0 } : known;

/** Tells apart versions of the app by the records that they can read. */
const readable = async (): Promise<string> =>
  toBase64url(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(LibraryRecordSchema))));

/** @returns undefined where the server refuses the amount, or one of these; "restored" where it knows less of the account than this device */
async function tell(
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
  before: Known,
): Promise<void> {
  await store.bringFromServer(records.filter(comesAlong(before.history)));
  // What did not get onto the device has to come once more.
  if (store.trouble() !== undefined) throw new DeviceError();
  const settled = sent.filter((record) => !refused.includes(keyOf(record)));
  await note(
    database,
    settled.map((record) => [record, full.includes(keyOf(record)) ? NO_ROOM : undefined]),
    { ...before, account, since: revision, fair: greatest([before.fair, ...records.map(({ stamp }) => stamp)]) },
  );
  if (refused.length === 0) return;
  await restamp(database, now);
  await store.reread();
}
