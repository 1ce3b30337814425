import type { BetterAuthOptions } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { sql } from "kysely";
import { makeAlertTables } from "../alerts/makeAlertTables.ts";
import { makeFaultTable } from "../faults/faultStore.ts";
import { RECORD_OVERHEAD } from "../library/accountLibrary.ts";
import { makeMemberTables } from "../members/makeMemberTables.ts";
import { makeNewsletterTables } from "../newsletter/makeNewsletterTables.ts";
import type { OpenDatabase } from "./openDatabase.ts";
import type { Database } from "./tables.ts";

/**
 * Creates missing tables and adds what newer versions need. May run any number of
 * times, and in several instances at once: on PostgreSQL they wait for each other.
 */
export const migrate = (database: OpenDatabase, auth: BetterAuthOptions): Promise<void> =>
  underLock(database, (db) => migrateAll(db, auth));

/** The same for the tables of the newsletter alone, which the command sends without a server. */
export const migrateNewsletter = (database: OpenDatabase): Promise<void> => underLock(database, makeNewsletterTables);

/** The same for the tables of members, whose list the command keeps without a server. */
export const migrateMembers = (database: OpenDatabase): Promise<void> => underLock(database, makeMemberTables);

async function underLock({ db, type }: OpenDatabase, work: (db: Database) => Promise<void>): Promise<void> {
  if (type === "sqlite") return work(db);
  await db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${LOCK})`.execute(connection);
    try {
      await work(db);
    } finally {
      await sql`select pg_advisory_unlock(${LOCK})`.execute(connection);
    }
  });
}

/** An arbitrary number that no other program uses for its lock. */
const LOCK = 7_241_953_061;

async function migrateAll(db: Database, auth: BetterAuthOptions): Promise<void> {
  const { runMigrations } = await getMigrations(auth);
  await runMigrations();
  await makeLibrary(db);
  await makePasskeys(db);
  await makeEmailTokens(db);
  await makeWaitingEmails(db);
  await makeAlertTables(db);
  await makeFaultTable(db);
  await makeNewsletterTables(db);
  await makeMemberTables(db);
  // Earlier versions deleted devices that pushes did not reach.
  if (await lacks(db, "alert_device", "gone_at")) await db.schema.alterTable("alert_device").addColumn("gone_at", "bigint").execute();
  await db.schema
    .createTable("attempt")
    .ifNotExists()
    .addColumn("key", "text", (column) => column.primaryKey())
    .addColumn("since", "bigint", (column) => column.notNull())
    .addColumn("count", "integer", (column) => column.notNull())
    .execute();
}

async function makeLibrary(db: Database): Promise<void> {
  await db.schema
    .createTable("library")
    .ifNotExists()
    .addColumn("user_id", "text", (column) => column.notNull().references("user.id").onDelete("cascade"))
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("stamp", "text", (column) => column.notNull())
    .addColumn("value", "text", (column) => column.notNull())
    .addColumn("revision", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("library_key", ["user_id", "kind", "id"])
    .execute();
  await db.schema.createIndex("library_by_revision").ifNotExists().on("library").columns(["user_id", "revision"]).execute();
  await db.schema
    .createTable("library_revision")
    .ifNotExists()
    .addColumn("user_id", "text", (column) => column.primaryKey().references("user.id").onDelete("cascade"))
    .addColumn("revision", "bigint", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("given_revision")
    .ifNotExists()
    .addColumn("user_id", "text", (column) => column.notNull().references("user.id").onDelete("cascade"))
    .addColumn("revision", "bigint", (column) => column.notNull())
    .addColumn("told", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("given_revision_key", ["user_id", "revision"])
    .execute();
  await db.schema.createIndex("given_by_told").ifNotExists().on("given_revision").columns(["user_id", "told"]).execute();
  await countLibraries(db);
  await db.schema
    .createTable("account_key")
    .ifNotExists()
    .addColumn("user_id", "text", (column) => column.primaryKey().references("user.id").onDelete("cascade"))
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("phrase", "text", (column) => column.notNull())
    .addColumn("earlier", "text", (column) => column.notNull())
    .execute();
  // Records of earlier versions are not encrypted.
  if (await lacks(db, "library", "sealed_by"))
    await db.schema
      .alterTable("library")
      .addColumn("sealed_by", "text", (column) => column.notNull().defaultTo(""))
      .execute();
}

/** Whether a table from an earlier version lacks a column. */
async function lacks(db: Database, table: string, column: string): Promise<boolean> {
  const found = (await db.introspection.getTables()).find(({ name }) => name === table);
  return found !== undefined && !found.columns.some(({ name }) => name === column);
}

/** Counts existing libraries once, since earlier versions did not count them. */
async function countLibraries(db: Database): Promise<void> {
  if (!(await lacks(db, "library_revision", "bytes"))) return;
  await db.transaction().execute(async (transaction) => {
    for (const column of ["records", "bytes"])
      await transaction.schema
        .alterTable("library_revision")
        .addColumn(column, "bigint", (added) => added.notNull().defaultTo(0))
        .execute();
    const own = sql`from library where library.user_id = library_revision.user_id`;
    await sql`update library_revision set records = (select count(*) ${own}), bytes = (select coalesce(sum(length(value) + ${RECORD_OVERHEAD}), 0) ${own})`.execute(
      transaction,
    );
  });
}

async function makeEmailTokens(db: Database): Promise<void> {
  const names = (await db.introspection.getTables()).map(({ name }) => name);
  // The former name of the table.
  if (names.includes("letter")) {
    await db.schema.alterTable("letter").renameTo("email_token").execute();
    await db.schema.dropIndex("letter_by_user").ifExists().execute();
  }
  await db.schema
    .createTable("email_token")
    .ifNotExists()
    .addColumn("key", "text", (column) => column.primaryKey())
    .addColumn("user_id", "text", (column) => column.notNull().references("user.id").onDelete("cascade"))
    .addColumn("attempt", "text")
    .addColumn("until", "bigint", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("email_token_by_user").ifNotExists().on("email_token").column("user_id").execute();
}

async function makeWaitingEmails(db: Database): Promise<void> {
  await db.schema
    .createTable("waiting_email")
    .ifNotExists()
    .addColumn("recipient", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("sealed", "text", (column) => column.notNull())
    .addColumn("due", "bigint", (column) => column.notNull())
    .addColumn("until", "bigint", (column) => column.notNull())
    .addColumn("tries", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("waiting_email_key", ["recipient", "kind"])
    .execute();
}

async function makePasskeys(db: Database): Promise<void> {
  await db.schema
    .createTable("passkey")
    .ifNotExists()
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("user_id", "text", (column) => column.notNull().references("user.id").onDelete("cascade"))
    .addColumn("public_key", "text", (column) => column.notNull())
    .addColumn("counter", "bigint", (column) => column.notNull())
    .addColumn("device", "text", (column) => column.notNull())
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addColumn("used_at", "bigint")
    .execute();
  await db.schema.createIndex("passkey_by_user").ifNotExists().on("passkey").column("user_id").execute();
  if (await lacks(db, "passkey", "library_key")) await db.schema.alterTable("passkey").addColumn("library_key", "text").execute();
  await db.schema
    .createTable("challenge")
    .ifNotExists()
    .addColumn("key", "text", (column) => column.primaryKey())
    .addColumn("until", "bigint", (column) => column.notNull())
    .execute();
}
