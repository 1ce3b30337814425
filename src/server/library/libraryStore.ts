import { sql } from "kysely";
import { keyOf } from "#content/library/merge.ts";
import { type LibraryRecord, LibraryRecordSchema } from "#content/library/record.ts";
import { parse } from "#content/parse.ts";
import type { Database } from "../database/tables.ts";

/** Records that one answer holds at most. More than one sync can bring, so that a revision always fits. */
const PAGE = 1000;

/**
 * Brings records into an account's library: of two with the same key the one
 * with the greater stamp stays (content/library/merge.ts).
 * @param room records that an account holds at most
 * @returns those for which there was no more room. All others are stored, or none.
 */
export async function storeRecords(db: Database, user: string, records: LibraryRecord[], room: number): Promise<LibraryRecord[]> {
  if (records.length === 0) return [];
  return db.transaction().execute(async (transaction) => {
    // Also makes the syncs of an account follow one another.
    const { revision } = await transaction
      .insertInto("library_revision")
      .values({ user_id: user, revision: 1 })
      .onConflict((conflict) => conflict.column("user_id").doUpdateSet(({ eb }) => ({ revision: eb("library_revision.revision", "+", 1) })))
      .returning("revision")
      .executeTakeFirstOrThrow();
    const fitting = await withRoom(transaction, user, newest(records), room);
    if (fitting.length > 0) await write(transaction, user, fitting, revision);
    const fit = new Set(fitting.map(keyOf));
    return records.filter((record) => !fit.has(keyOf(record)));
  });
}

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

/** Those that an account has room for. What changes a record that it holds takes no more. */
async function withRoom(db: Database, user: string, records: LibraryRecord[], room: number): Promise<LibraryRecord[]> {
  const { count } = await db
    .selectFrom("library")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("user_id", "=", user)
    .executeTakeFirstOrThrow();
  let left = room - count;
  if (left >= records.length) return records;
  const ids = records.map(({ id }) => id);
  const held = await db.selectFrom("library").select(["kind", "id"]).where("user_id", "=", user).where("id", "in", ids).execute();
  const known = new Set(held.map(({ kind, id }) => `${kind}/${id}`));
  return records.filter((record) => known.has(keyOf(record)) || left-- > 0);
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
  const rows = await db
    .selectFrom("library")
    .select(["kind", "id", "stamp", "value", "revision"])
    .where("user_id", "=", user)
    .where("revision", ">", since)
    .orderBy("revision")
    .orderBy("kind")
    .orderBy("id")
    .limit(PAGE + 1)
    .execute();
  const more = rows.length > PAGE;
  const last = rows.at(-1)?.revision ?? since;
  const whole = more ? rows.filter(({ revision }) => revision < last) : rows;
  return { records: whole.map(recordIn), revision: whole.at(-1)?.revision ?? since, more };
}

/** A whole library, for its export. */
export async function allRecords(db: Database, user: string): Promise<LibraryRecord[]> {
  const rows = await db
    .selectFrom("library")
    .select(["kind", "id", "stamp", "value"])
    .where("user_id", "=", user)
    .where("value", "!=", sql.lit("null"))
    .orderBy("kind")
    .orderBy("id")
    .execute();
  return rows.map(recordIn);
}

type Row = { kind: string; id: string; stamp: string; value: string };

const recordIn = ({ kind, id, stamp, value }: Row): LibraryRecord =>
  parse(LibraryRecordSchema, { kind, id, stamp, value: JSON.parse(value) }, "library record");
