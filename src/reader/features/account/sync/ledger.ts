import * as v from "valibot";
import type { LibraryRecord } from "#content/library/libraryRecord.ts";
import { recordIn } from "../../../data/library/deviceLibrary.ts";
import type { LibraryDatabase, Row, Unsent } from "../../../data/library/libraryDatabase.ts";

/** The record has not been sent to the server yet. */
export const NEW: Unsent = 1;
/** The record is larger than the server accepts. */
export const TOO_LARGE: Unsent = 2;
/** The account has no more room. */
export const NO_ROOM: Unsent = 3;

const KnownSchema = v.object({
  account: v.optional(v.string()),
  since: v.number(),
  history: v.boolean(),
  fair: v.optional(v.string()),
  reads: v.optional(v.string()),
});

/**
 * Whose library this is, up to which revision the device knows it, and whether
 * that includes the history. `fair` is the greatest stamp that the server has
 * sent, or that replaced one from a wrong clock. `reads` identifies the kinds of
 * record that the app could read when it took them in.
 */
export type Known = v.InferOutput<typeof KnownSchema>;

const NOTHING: Known = { since: 0, history: false };

export async function readKnown(database: LibraryDatabase): Promise<Known> {
  return knownIn(await database.get("account", "known"));
}

export const knownIn = (found: unknown): Known => v.parse(v.fallback(KnownSchema, NOTHING), found);

/** The records that the server does not have, for one reason. */
export async function unsentRecords(database: LibraryDatabase, why: Unsent): Promise<LibraryRecord[]> {
  return (await database.getAllFromIndex("records", "unsent", why)).flatMap(recordIn);
}

/**
 * Notes why the server does not have records, or, without a reason, that it has
 * them. A record that has changed since is left as it is: it still has to be sent.
 * @param known how far the device knows the account from now on
 */
export async function note(database: LibraryDatabase, reasons: [LibraryRecord, Unsent | undefined][], known?: Known): Promise<void> {
  const transaction = database.transaction(["records", "account"], "readwrite");
  const records = transaction.objectStore("records");
  const mark = async ([{ kind, id, stamp }, unsent]: [LibraryRecord, Unsent | undefined]) => {
    const [now] = recordIn(await records.get([kind, id]));
    if (now?.stamp === stamp) await records.put({ ...now, ...(unsent && { unsent }) } satisfies Row);
  };
  await Promise.all([...reasons.map(mark), known && transaction.objectStore("account").put(known, "known"), transaction.done]);
}

/**
 * Marks the whole library as unknown to the server.
 * @param account the account that it still belongs to; undefined if it may move to any
 */
export async function startOver(database: LibraryDatabase, account?: string): Promise<void> {
  const all = (await database.getAll("records")).flatMap(recordIn);
  await note(
    database,
    all.map((record) => [record, NEW]),
    { ...NOTHING, account },
  );
}

/** Marks refused records to be sent again, and records that could not be read to be fetched again. */
export async function retryRefused(database: LibraryDatabase): Promise<void> {
  const refused = await Promise.all([TOO_LARGE, NO_ROOM].map((why) => unsentRecords(database, why)));
  await note(
    database,
    refused.flat().map((record) => [record, NEW]),
    { ...(await readKnown(database)), since: 0 },
  );
}
