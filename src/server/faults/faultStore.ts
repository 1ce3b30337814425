import type { Fault } from "#content/fault.ts";
import type { Database } from "../database/tables.ts";
import { DAY } from "../limits.ts";

/** How many days counts are kept. */
const KEPT_DAYS = 30;

/** The most different faults of a day; what comes after them is counted together, so that nobody fills the database. */
const MOST = 500;

const OTHERS: Fault = { kind: "error", message: "other faults", place: "" };

/** Creates the table of counts. */
export async function makeFaultTable(db: Database): Promise<void> {
  await db.schema
    .createTable("fault")
    .ifNotExists()
    .addColumn("day", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("message", "text", (column) => column.notNull())
    .addColumn("place", "text", (column) => column.notNull())
    .addColumn("count", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("fault_key", ["day", "kind", "message", "place"])
    .execute();
}

/** Counts a fault on the day (UTC) of a time. @param now in milliseconds since 1970 */
export async function countFault(db: Database, fault: Fault, now: number): Promise<void> {
  const day = dayOf(now);
  const { different } = await db
    .selectFrom("fault")
    .select((row) => row.fn.countAll<number | string>().as("different"))
    .where("day", "=", day)
    .executeTakeFirstOrThrow();
  const counted = Number(different) < MOST ? fault : OTHERS;
  await db
    .insertInto("fault")
    .values({ day, ...counted, count: 1 })
    .onConflict((conflict) =>
      conflict.columns(["day", "kind", "message", "place"]).doUpdateSet((row) => ({ count: row.eb("fault.count", "+", 1) })),
    )
    .execute();
}

/** All counts, the last day first, and of a day the most frequent first. */
export const countedFaults = (db: Database) =>
  db.selectFrom("fault").selectAll().orderBy("day", "desc").orderBy("count", "desc").orderBy("message").execute();

/** Deletes counts that are too old. @param now in milliseconds since 1970 */
export async function forgetOldFaults(db: Database, now = Date.now()): Promise<void> {
  await db
    .deleteFrom("fault")
    .where("day", "<", dayOf(now - KEPT_DAYS * DAY * 1000))
    .execute();
}

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
