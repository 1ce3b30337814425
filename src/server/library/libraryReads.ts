import { setImmediate } from "node:timers/promises";
import { sql } from "kysely";
import { LibraryRecordSchema } from "#content/library/libraryRecord.ts";
import type { SyncResponse } from "#content/library/sync.ts";
import { parse } from "#content/parse.ts";
import type { Database } from "../database/tables.ts";
import { sizeOf } from "./accountLibrary.ts";

/** The maximum records and bytes of one response: more of both than one sync can bring, so that a revision always fits. */
const PAGE = { records: 1000, bytes: 3 * 1024 * 1024 };

/** How many of the revisions given to an account's devices are remembered. At 120 syncs a minute, they last for 40 minutes. */
const MOST_GIVEN_REVISIONS = 5000;

/** Remembers a revision given to a device, to recognise it when the device comes back. */
export async function recordRevision(db: Database, user: string, revision: number, now: number): Promise<void> {
  if (revision === 0) return;
  await db
    .insertInto("given_revision")
    .values({ user_id: user, revision, told: now })
    .onConflict((conflict) => conflict.columns(["user_id", "revision"]).doUpdateSet({ told: now }))
    .execute();
  const last = db
    .selectFrom("given_revision")
    .select("told")
    .where("user_id", "=", user)
    .orderBy("told", "desc")
    .limit(1)
    .offset(MOST_GIVEN_REVISIONS);
  await db.deleteFrom("given_revision").where("user_id", "=", user).where("told", "<=", last).execute();
}

/**
 * Whether a device has a revision that is not remembered: the library was then
 * restored from a backup, and what the device has sent since may be lost. The same
 * happens if the device was away for so long that its revision is forgotten; it
 * then sends everything again, which does no harm. This cannot repeat, since the
 * revision that it sends next has just been given.
 * @param since the revision given to the device; 0 if it has none
 */
export async function hasUnknownRevision(db: Database, user: string, since: number): Promise<boolean> {
  if (since === 0) return false;
  const told = db.selectFrom("given_revision").select("revision").where("user_id", "=", user).where("revision", "=", since);
  return (await told.executeTakeFirst()) === undefined;
}

/** The changes to an account's library after a revision, in the order of revisions, none of which is split. */
export async function recordsSince(
  db: Database,
  user: string,
  since: number,
): Promise<Pick<SyncResponse, "records" | "plain" | "revision" | "more">> {
  const changed = db.selectFrom("library").where("user_id", "=", user).where("revision", ">", since);
  const sizes = await changed
    .select(["revision", sizeOf])
    .orderBy("revision")
    .limit(PAGE.records + 1)
    .execute();
  const { until, more } = pageOf(sizes, since);
  const rows = await changed
    .select(["kind", "id", "stamp", "value", "sealed_by"])
    .where("revision", "<=", until)
    .orderBy("revision")
    .orderBy("kind")
    .orderBy("id")
    .execute();
  return {
    records: rows.filter(isSealed).map(({ id, stamp, value, sealed_by: key }) => ({ id, stamp, value, key })),
    plain: rows.filter((row) => !isSealed(row)).map(recordIn),
    revision: until,
    more,
  };
}

/** The last revision of one response: as many whole revisions as fit, at least one. */
function pageOf(sizes: { revision: number; size: number }[], since: number): { until: number; more: boolean } {
  let [until, bytes, begun] = [since, 0, since];
  for (const [index, { revision, size }] of sizes.entries()) {
    if (revision !== begun) until = begun;
    begun = revision;
    bytes += size;
    if ((index === PAGE.records || bytes > PAGE.bytes) && until > since) return { until, more: true };
  }
  return { until: begun, more: false };
}

/** How many records one part of an export has. */
const PART = 100;

/** A whole library for export, as parts of JSON texts. Other requests get a turn between two parts. */
export async function* exportedRecords(db: Database, user: string): AsyncGenerator<string[]> {
  let [kind, id] = ["", ""];
  for (;;) {
    const rows = await db
      .selectFrom("library")
      .select(["kind", "id", "stamp", "value", "sealed_by"])
      .where("user_id", "=", user)
      .where("value", "!=", sql.lit("null"))
      .where((is) => is(is.refTuple("kind", "id"), ">", is.tuple(kind, id)))
      .orderBy("kind")
      .orderBy("id")
      .limit(PART)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    ({ kind, id } = last);
    // Values were validated when they were stored, and are not parsed again.
    yield rows.map(exported);
    await setImmediate();
  }
}

type Row = { kind: string; id: string; stamp: string; value: string; sealed_by: string };

const isSealed = ({ sealed_by: key }: Row): boolean => key !== "";

function exported({ value, sealed_by: key, ...row }: Row): string {
  const head = key === "" ? row : { id: row.id, stamp: row.stamp, key };
  return `${JSON.stringify(head).slice(0, -1)},"value":${key === "" ? value : JSON.stringify(value)}}`;
}

const recordIn = ({ kind, id, stamp, value }: Row) =>
  parse(LibraryRecordSchema, { kind, id, stamp, value: JSON.parse(value) }, "library record");
