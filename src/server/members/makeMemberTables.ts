import type { Database } from "../database/tables.ts";

/** Creates the tables of members. May run any number of times. */
export async function makeMemberTables(db: Database): Promise<void> {
  await db.schema
    .createTable("member")
    .ifNotExists()
    .addColumn("email", "text", (column) => column.notNull())
    .addColumn("tier", "text", (column) => column.notNull())
    .addColumn("until", "bigint")
    .addColumn("customer", "text")
    .addColumn("added_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("member_key", ["email", "tier"])
    .execute();
  await db.schema
    .createTable("stripe_customer")
    .ifNotExists()
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("email", "text", (column) => column.notNull())
    .addColumn("told_at", "bigint", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("stripe_customer_by_email").ifNotExists().on("stripe_customer").column("email").execute();
  await db.schema
    .createTable("stripe_subscription")
    .ifNotExists()
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("customer", "text", (column) => column.notNull())
    .addColumn("version", "bigint", (column) => column.notNull())
    .addColumn("until", "bigint", (column) => column.notNull())
    .addColumn("paid_until", "bigint", (column) => column.notNull())
    .addColumn("items", "text", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("stripe_subscription_by_customer").ifNotExists().on("stripe_subscription").column("customer").execute();
}
