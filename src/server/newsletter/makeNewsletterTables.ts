import type { Database } from "../database/tables.ts";

/** Creates the tables of the newsletter. May run any number of times. */
export async function makeNewsletterTables(db: Database): Promise<void> {
  await db.schema
    .createTable("newsletter_subscriber")
    .ifNotExists()
    .addColumn("recipient", "text", (column) => column.primaryKey())
    .addColumn("email", "text")
    .addColumn("edition", "text", (column) => column.notNull())
    .addColumn("since", "bigint", (column) => column.notNull())
    .addColumn("bounced_at", "bigint")
    .addColumn("left_at", "bigint")
    .execute();
  await db.schema
    .createTable("newsletter_issue")
    .ifNotExists()
    .addColumn("key", "text", (column) => column.primaryKey())
    .addColumn("edition", "text", (column) => column.notNull())
    .addColumn("chosen", "text", (column) => column.notNull())
    .addColumn("made_at", "bigint", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("newsletter_letter")
    .ifNotExists()
    .addColumn("issue", "text", (column) => column.notNull())
    .addColumn("recipient", "text", (column) => column.notNull())
    .addColumn("sender", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("due", "bigint", (column) => column.notNull())
    .addColumn("tries", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("newsletter_letter_key", ["issue", "recipient"])
    .execute();
}
