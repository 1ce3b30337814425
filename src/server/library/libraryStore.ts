import { setImmediate } from "node:timers/promises";
import { sql } from "kysely";
import { keyOf } from "#content/library/merge.ts";
import { type LibraryRecord, LibraryRecordSchema } from "#content/library/record.ts";
import { parse } from "#content/parse.ts";
import type { Database } from "../database/tables.ts";

/** Records and bytes that one answer holds at most: of both more than one sync can bring, so that a revision always fits. */
const PAGE = { records: 1000, bytes: 3 * 1024 * 1024 };

/** What an account holds at most. */
export type Room = { records: number; bytes: number };

/** Revisions that the devices of an account were told last, and that are remembered. At 120 syncs a minute none is forgotten within 40 minutes. */
const REMEMBERED = 5000;

/**
 * Brings records into an account's library: of two with the same key the one
 * with the greater stamp stays (content/library/merge.ts). Revisions are instants,
 * so that none is given twice, not even after an older library was restored.
 * @param now milliseconds since 1970
 * @returns those for which there was no more room. All others are stored, or none.
 */
export async function storeRecords(
  db: Database,
  user: string,
  records: LibraryRecord[],
  { now, room }: { now: number; room: Room },
): Promise<LibraryRecord[]> {
  if (records.length === 0) return [];
  return db.transaction().execute(async (transaction) => {
    // Also makes the syncs of an account follow one another.
    const held = await transaction
      .insertInto("library_revision")
      .values({ user_id: user, revision: now, records: 0, bytes: 0 })
      .onConflict((conflict) =>
        conflict.column("user_id").doUpdateSet(({ eb }) => ({
          revision: eb
            .case()
            .when("library_revision.revision", "<", now)
            .then(now)
            .else(eb("library_revision.revision", "+", 1))
            .end(),
        })),
      )
      .returning(["revision", "records", "bytes"])
      .executeTakeFirstOrThrow();
    const { fitting, full, size } = await fit(transaction, user, newest(records), held, room);
    if (fitting.length > 0) await write(transaction, user, fitting, held.revision);
    await transaction.updateTable("library_revision").set(size).where("user_id", "=", user).execute();
    return records.filter((record) => full.has(keyOf(record)));
  });
}

/** Remembers what a device is told, so that it is known when the device comes back. */
export async function remember(db: Database, user: string, revision: number, now: number): Promise<void> {
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
    .offset(REMEMBERED);
  await db.deleteFrom("given_revision").where("user_id", "=", user).where("told", "<=", last).execute();
}

/**
 * Whether a device knows a revision that this library does not: then the library
 * was restored from a backup, and what the device has sent since may be lost. So
 * it may be where the device was away for so long that its revision is forgotten;
 * that it then sends all anew does no harm. It ends: each revision that it sends
 * next was told just before.
 * @param since as the device was told; 0 where it knows nothing
 */
export async function knowsMore(db: Database, user: string, since: number): Promise<boolean> {
  if (since === 0) return false;
  const told = db.selectFrom("given_revision").select("revision").where("user_id", "=", user).where("revision", "=", since);
  return (await told.executeTakeFirst()) === undefined;
}

/** Sorts out what changes something, and what of that has room. What an account holds may be taken away, however full it is. */
async function fit(db: Database, user: string, records: LibraryRecord[], { records: count, bytes }: Room, room: Room) {
  const ids = records.map(({ id }) => id);
  const rows = await db
    .selectFrom("library")
    .select(["kind", "id", "stamp", sizeOf])
    .where("user_id", "=", user)
    .where("id", "in", ids)
    .execute();
  const held = new Map(rows.map((row) => [`${row.kind}/${row.id}`, row]));
  const fitting: LibraryRecord[] = [];
  const full = new Set<string>();
  const size = { records: count, bytes };
  for (const record of records) {
    const known = held.get(keyOf(record));
    if (known !== undefined && known.stamp >= record.stamp) continue;
    const [one, more] = [
      known === undefined ? 1 : 0,
      bytesOf(JSON.stringify(record.value)) - (known === undefined ? 0 : known.size + AROUND),
    ];
    if ((one > 0 && size.records + one > room.records) || (more > 0 && size.bytes + more > room.bytes)) {
      full.add(keyOf(record));
      continue;
    }
    size.records += one;
    size.bytes += more;
    fitting.push(record);
  }
  return { fitting, full, size };
}

/** Bytes of a value. They stand beside it: neither database reads the value for them. */
const sizeOf = sql<number>`octet_length(value)`.as("size");

/** A record in the database, with what surrounds its value. */
const bytesOf = (value: string): number => Buffer.byteLength(value) + AROUND;

/** About what key, stamp and index take. Without it a record that was taken away would weigh nothing. */
export const AROUND = 200;

async function write(db: Database, user: string, records: LibraryRecord[], revision: number): Promise<void> {
  await db
    .insertInto("library")
    .values(records.map(({ kind, id, stamp, value }) => ({ user_id: user, kind, id, stamp, value: JSON.stringify(value), revision })))
    .onConflict((conflict) =>
      conflict
        .columns(["user_id", "kind", "id"])
        .doUpdateSet((row) => ({
          stamp: row.ref("excluded.stamp"),
          value: row.ref("excluded.value"),
          revision: row.ref("excluded.revision"),
        }))
        .whereRef("excluded.stamp", ">", "library.stamp"),
    )
    .execute();
}

/** One record a key: a statement may not write the same row twice. */
function newest(records: LibraryRecord[]): LibraryRecord[] {
  const byKey = new Map<string, LibraryRecord>();
  for (const record of records) {
    const key = keyOf(record);
    const known = byKey.get(key);
    if (known === undefined || known.stamp < record.stamp) byKey.set(key, record);
  }
  return [...byKey.values()];
}

/** What changed in an account's library after a revision, in the order of revisions, none of which is cut in two. */
export async function recordsSince(
  db: Database,
  user: string,
  since: number,
): Promise<{ records: LibraryRecord[]; revision: number; more: boolean }> {
  const changed = db.selectFrom("library").where("user_id", "=", user).where("revision", ">", since);
  const sizes = await changed
    .select(["revision", sizeOf])
    .orderBy("revision")
    .limit(PAGE.records + 1)
    .execute();
  const { until, more } = pageOf(sizes, since);
  const rows = await changed
    .select(["kind", "id", "stamp", "value"])
    .where("revision", "<=", until)
    .orderBy("revision")
    .orderBy("kind")
    .orderBy("id")
    .execute();
  return { records: rows.map(recordIn), revision: until, more };
}

/** How far one answer reaches: whole revisions, as many as have room in it, and one at least. */
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

/** Records in one part of an export. */
const PART = 100;

/** A whole library for its export, in parts of JSON texts. Between two parts others have their turn. */
export async function* exportedRecords(db: Database, user: string): AsyncGenerator<string[]> {
  let [kind, id] = ["", ""];
  for (;;) {
    const rows = await db
      .selectFrom("library")
      .select(["kind", "id", "stamp", "value"])
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
    // What was checked when it came in is not read again.
    yield rows.map(({ value, ...key }) => `${JSON.stringify(key).slice(0, -1)},"value":${value}}`);
    await setImmediate();
  }
}

type Row = { kind: string; id: string; stamp: string; value: string };

const recordIn = ({ kind, id, stamp, value }: Row): LibraryRecord =>
  parse(LibraryRecordSchema, { kind, id, stamp, value: JSON.parse(value) }, "library record");
