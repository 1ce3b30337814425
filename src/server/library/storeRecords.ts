import { SEALED, type SentRecord, type SyncRequest } from "#content/library/sync.ts";
import type { Database } from "../database/tables.ts";
import { nextRevision, RECORD_OVERHEAD, requireKey, sizeOf } from "./accountLibrary.ts";

/** The maximum size of an account's library. */
export type Room = { records: number; bytes: number };

/**
 * Merges sealed records into an account's library: of two with the same id, the
 * one with the greater stamp stays (content/library/merge.ts). Records that they
 * replace are deleted in the same transaction. Revisions are times, so that none is
 * given twice, not even after an older library was restored.
 *
 * A record that would replace a version which its device has not seen is not
 * stored: a note in that version would be lost (decision 50).
 * @param key the id of the key that they are sealed with
 * @param since the revision up to which the device knows the library
 * @param now milliseconds since 1970
 * @returns the ids of those for which there was no more room, and of those that would replace an unseen version. All others are stored, or none.
 * @throws Problem 409 if the account has another key
 */
export async function storeRecords(
  db: Database,
  user: string,
  { key, since, records }: Pick<SyncRequest, "key" | "since" | "records">,
  { now, room }: { now: number; room: Room },
): Promise<{ full: string[]; unseen: string[] }> {
  if (records.length === 0) return { full: [], unseen: [] };
  return db.transaction().execute(async (transaction) => {
    const held = await nextRevision(transaction, user, now);
    const sealedBy = await requireKey(transaction, user, key);
    const moved = await dropReplaced(transaction, user, sealedBy, records);
    const size = { records: held.records - moved.records, bytes: held.bytes - moved.bytes };
    const { fitting, ...refused } = await fit(transaction, { user, since, records: newest(records), moved: moved.ids, size, room });
    if (fitting.length > 0) await write(transaction, user, fitting, { revision: held.revision, sealedBy });
    await transaction.updateTable("library_revision").set(size).where("user_id", "=", user).execute();
    return refused;
  });
}

/**
 * Deletes the records that others replace, except those already sealed with the present key.
 * @returns the space that this frees, and the ids of the records that replace them
 */
async function dropReplaced(db: Database, user: string, sealedBy: string, records: SentRecord[]) {
  const dropped = { records: 0, bytes: 0, ids: new Set<string>() };
  const successors = new Map(records.flatMap(({ id, replaces }) => (replaces ? [[keyIn(replaces), id] as const] : [])));
  const old = records.flatMap(({ replaces }) => (replaces ? [replaces.id] : []));
  if (old.length === 0) return dropped;
  const found = await db
    .selectFrom("library")
    .select(["kind", "id", sizeOf])
    .where("user_id", "=", user)
    .where("id", "in", old)
    .where("sealed_by", "!=", sealedBy)
    .execute();
  const rows = found.filter((row) => successors.has(keyIn(row)));
  for (const kind of new Set(rows.map((row) => row.kind))) {
    const ids = rows.filter((row) => row.kind === kind).map(({ id }) => id);
    await db.deleteFrom("library").where("user_id", "=", user).where("kind", "=", kind).where("id", "in", ids).execute();
  }
  for (const row of rows) {
    dropped.records += 1;
    dropped.bytes += row.size + RECORD_OVERHEAD;
    dropped.ids.add(successors.get(keyIn(row)) ?? "");
  }
  return dropped;
}

const keyIn = ({ kind, id }: { kind: string; id: string }): string => `${kind}/${id}`;

type Fitting = {
  user: string;
  since: number;
  records: SentRecord[];
  moved: Set<string>;
  size: { records: number; bytes: number };
  room: Room;
};

/**
 * Selects the records that change something and have room. Records that replace
 * others, unencrypted or under another key, always have room, even if they are larger.
 * They may also replace versions that the device has not seen: no reader has changed them.
 * @param size the size of the library, which this increases
 */
async function fit(db: Database, { user, since, records, moved, size, room }: Fitting) {
  const ids = records.map(({ id }) => id);
  const rows = await db
    .selectFrom("library")
    .select(["id", "stamp", "revision", sizeOf])
    .where("user_id", "=", user)
    .where("kind", "=", SEALED)
    .where("id", "in", ids)
    .execute();
  const held = new Map(rows.map((row) => [row.id, row]));
  const fitting: SentRecord[] = [];
  const full: string[] = [];
  const unseen: string[] = [];
  for (const record of records) {
    const known = held.get(record.id);
    if (known !== undefined && known.stamp >= record.stamp) continue;
    if (known !== undefined && known.revision > since && record.replaces === undefined) {
      unseen.push(record.id);
      continue;
    }
    const [added, more] = [known === undefined ? 1 : 0, bytesOf(record.value) - (known === undefined ? 0 : known.size + RECORD_OVERHEAD)];
    const tooMuch = (added > 0 && size.records + added > room.records) || (more > 0 && size.bytes + more > room.bytes);
    if (tooMuch && !moved.has(record.id)) {
      full.push(record.id);
      continue;
    }
    size.records += added;
    size.bytes += more;
    fitting.push(record);
  }
  return { fitting, full, unseen };
}

/** The bytes of a record in the database. */
const bytesOf = (value: string): number => Buffer.byteLength(value) + RECORD_OVERHEAD;

type Written = { revision: number; sealedBy: string };

async function write(db: Database, user: string, records: SentRecord[], { revision, sealedBy }: Written): Promise<void> {
  await db
    .insertInto("library")
    .values(records.map(({ id, stamp, value }) => ({ user_id: user, kind: SEALED, id, stamp, value, revision, sealed_by: sealedBy })))
    .onConflict((conflict) =>
      conflict
        .columns(["user_id", "kind", "id"])
        .doUpdateSet((row) => ({
          stamp: row.ref("excluded.stamp"),
          value: row.ref("excluded.value"),
          revision: row.ref("excluded.revision"),
          sealed_by: row.ref("excluded.sealed_by"),
        }))
        .whereRef("excluded.stamp", ">", "library.stamp"),
    )
    .execute();
}

/** The newest record of each id: a statement must not write the same row twice. */
function newest(records: SentRecord[]): SentRecord[] {
  const byId = new Map<string, SentRecord>();
  for (const record of records) {
    const known = byId.get(record.id);
    if (known === undefined || known.stamp < record.stamp) byId.set(record.id, record);
  }
  return [...byId.values()];
}
