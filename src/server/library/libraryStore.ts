import { sql } from "kysely";
import { type LibraryRecord, LibraryRecordSchema } from "#content/library/record.ts";
import { parse } from "#content/parse.ts";
import type { Database } from "../database/tables.ts";

/** Records that one answer holds at most. More than one sync can bring, so that a revision always fits. */
const PAGE = 1000;

/**
 * Brings records into an account's library: of two with the same key the one
 * with the greater stamp stays (content/library/merge.ts). All of them or none.
 */
export async function storeRecords(db: Database, user: string, records: LibraryRecord[]): Promise<void> {
  if (records.length === 0) return;
  await db.transaction().execute(async (transaction) => {
    // Also makes the syncs of an account follow one another.
    const { revision } = await transaction
      .insertInto("library_revision")
      .values({ user_id: user, revision: 1 })
      .onConflict((conflict) => conflict.column("user_id").doUpdateSet(({ eb }) => ({ revision: eb("library_revision.revision", "+", 1) })))
      .returning("revision")
      .executeTakeFirstOrThrow();
    await transaction
      .insertInto("library")
      .values(
        newest(records).map(({ kind, id, stamp, value }) => ({ user_id: user, kind, id, stamp, value: JSON.stringify(value), revision })),
      )
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
  });
}

/** One record a key: a statement may not write the same row twice. */
function newest(records: LibraryRecord[]): LibraryRecord[] {
  const byKey = new Map<string, LibraryRecord>();
  for (const record of records) {
    const key = `${record.kind}/${record.id}`;
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
