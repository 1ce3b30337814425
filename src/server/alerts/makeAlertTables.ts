import { sql } from "kysely";
import type { Database } from "../database/tables.ts";

/** Creates the tables of alerts. All rows of an account are deleted when its alerts are switched off or the account is deleted. */
export async function makeAlertTables(db: Database): Promise<void> {
  await makeSettings(db);
  await db.schema
    .createTable("seen_story")
    .ifNotExists()
    .addColumn("edition", "text", (column) => column.notNull())
    .addColumn("slug", "text", (column) => column.notNull())
    .addColumn("breaking", "integer", (column) => column.notNull())
    .addColumn("found_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("seen_story_key", ["edition", "slug", "breaking"])
    .execute();
  await db.schema.createIndex("seen_story_by_time").ifNotExists().on("seen_story").columns(["edition", "found_at"]).execute();
  await db.schema
    .createTable("alert")
    .ifNotExists()
    .addColumn("user_id", "text", (column) => column.notNull().references("alert_settings.user_id").onDelete("cascade"))
    .addColumn("slug", "text", (column) => column.notNull())
    .addColumn("edition", "text", (column) => column.notNull())
    .addColumn("breaking", "integer", (column) => column.notNull())
    .addColumn("place", "integer", (column) => column.notNull())
    .addColumn("found_at", "bigint", (column) => column.notNull())
    .addColumn("due", "bigint", (column) => column.notNull())
    .addColumn("sent_at", "bigint")
    .addPrimaryKeyConstraint("alert_key", ["user_id", "slug"])
    .execute();
  await db.schema
    .createIndex("alert_waiting")
    .ifNotExists()
    .on("alert")
    .column("due")
    .where(sql<boolean>`sent_at is null`)
    .execute();
  await db.schema
    .createTable("alert_push")
    .ifNotExists()
    .addColumn("device_id", "text", (column) => column.notNull().references("alert_device.id").onDelete("cascade"))
    .addColumn("slug", "text", (column) => column.notNull())
    .addColumn("edition", "text", (column) => column.notNull())
    .addColumn("breaking", "integer", (column) => column.notNull())
    .addColumn("due", "bigint", (column) => column.notNull())
    .addColumn("until", "bigint", (column) => column.notNull())
    .addColumn("tries", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("alert_push_key", ["device_id", "slug"])
    .execute();
  await db.schema.createIndex("alert_push_by_due").ifNotExists().on("alert_push").column("due").execute();
}

/** The tables of settings, subjects and devices. */
async function makeSettings(db: Database): Promise<void> {
  await db.schema
    .createTable("alert_settings")
    .ifNotExists()
    .addColumn("user_id", "text", (column) => column.primaryKey().references("user.id").onDelete("cascade"))
    .addColumn("breaking", "text", (column) => column.notNull())
    .addColumn("quiet_from", "text")
    .addColumn("quiet_until", "text")
    .addColumn("time_zone", "text", (column) => column.notNull())
    .addColumn("per_day", "integer", (column) => column.notNull())
    .addColumn("digest", "text", (column) => column.notNull())
    .addColumn("language", "text", (column) => column.notNull())
    .addColumn("digest_since", "bigint", (column) => column.notNull())
    .addColumn("digest_due", "bigint")
    .addColumn("digest_tries", "integer", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("alert_settings_by_due").ifNotExists().on("alert_settings").column("digest_due").execute();
  await db.schema
    .createTable("alert_subject")
    .ifNotExists()
    .addColumn("user_id", "text", (column) => column.notNull().references("alert_settings.user_id").onDelete("cascade"))
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("slug", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("alert_subject_key", ["user_id", "kind", "slug"])
    .execute();
  await db.schema.createIndex("alert_subject_by_subject").ifNotExists().on("alert_subject").columns(["kind", "slug"]).execute();
  await db.schema
    .createTable("alert_device")
    .ifNotExists()
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("user_id", "text", (column) => column.notNull().references("alert_settings.user_id").onDelete("cascade"))
    .addColumn("endpoint", "text", (column) => column.notNull().unique())
    .addColumn("p256dh", "text", (column) => column.notNull())
    .addColumn("auth", "text", (column) => column.notNull())
    .addColumn("label", "text", (column) => column.notNull())
    .addColumn("added_at", "bigint", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("alert_device_by_user").ifNotExists().on("alert_device").column("user_id").execute();
}
