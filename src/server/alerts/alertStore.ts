import { type Alerts, alertSettingsAtFirst, type AlertSettings } from "#content/alerts/alerts.ts";
import type { Database, Tables } from "../database/tables.ts";
import { nextDigest } from "./clock.ts";

/** An account's alert settings and its devices, without their endpoints and keys. @param language the paper's, for default settings */
export async function alertsOf(db: Database, user: string, language: string): Promise<Omit<Alerts, "key">> {
  const settings = await settingsOf(db, user);
  const devices = await db
    .selectFrom("alert_device")
    .select(["id", "label", "added_at", "gone_at"])
    .where("user_id", "=", user)
    .orderBy("added_at")
    .orderBy("id")
    .execute();
  const listed = devices.filter((device) => device.gone_at === null);
  return {
    on: settings !== undefined,
    devices: listed.map(({ id, label, added_at: addedAt }) => ({ id, label, addedAt: new Date(addedAt).toISOString() })),
    gone: devices.filter((device) => device.gone_at !== null).map(({ id }) => id),
    settings: settings ?? alertSettingsAtFirst("UTC", language),
  };
}

/** The settings of an account's alerts; undefined if they are off. */
export async function settingsOf(db: Database, user: string): Promise<AlertSettings | undefined> {
  const row = await db.selectFrom("alert_settings").selectAll().where("user_id", "=", user).executeTakeFirst();
  if (row === undefined) return undefined;
  const subjects = await db
    .selectFrom("alert_subject")
    .select(["kind", "slug"])
    .where("user_id", "=", user)
    .orderBy("kind")
    .orderBy("slug")
    .execute();
  return { subjects, ...settingsIn(row) };
}

/** The settings in a row, which are all but the subjects. */
export function settingsIn(row: Tables["alert_settings"]): Omit<AlertSettings, "subjects"> {
  const { breaking, digest, language, quiet_from: from, quiet_until: until } = row;
  const quiet = from === null || until === null ? null : { from, until };
  return { breaking, quiet, timeZone: row.time_zone, perDay: row.per_day, digest, language };
}

/** Makes other transactions on an account's alerts wait for this one. @returns its row; undefined if alerts are off */
export function lockSettings(transaction: Database, user: string): Promise<Tables["alert_settings"] | undefined> {
  return transaction
    .updateTable("alert_settings")
    .set((row) => ({ per_day: row.ref("per_day") }))
    .where("user_id", "=", user)
    .returningAll()
    .executeTakeFirst();
}

/** @param now milliseconds since 1970: the start of a digest that was off before */
export async function saveAlertSettings(db: Database, user: string, settings: AlertSettings, now: number): Promise<void> {
  const { subjects, quiet, breaking, digest, language } = settings;
  const values = {
    breaking,
    quiet_from: quiet?.from ?? null,
    quiet_until: quiet?.until ?? null,
    time_zone: settings.timeZone,
    per_day: settings.perDay,
    digest,
    language,
    digest_due: nextDigest(settings, now),
    digest_tries: 0,
  };
  const rows = new Map(subjects.map(({ kind, slug }) => [`${kind}:${slug}`, { user_id: user, kind, slug }]));
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto("alert_settings")
      .values({ user_id: user, ...values, digest_since: now })
      .onConflict((conflict) =>
        conflict.column("user_id").doUpdateSet(({ eb }) => ({
          ...values,
          digest_since: eb.case().when("alert_settings.digest", "=", "off").then(now).else(eb.ref("alert_settings.digest_since")).end(),
        })),
      )
      .execute();
    await transaction.deleteFrom("alert_subject").where("user_id", "=", user).execute();
    if (rows.size > 0)
      await transaction
        .insertInto("alert_subject")
        .values([...rows.values()])
        .execute();
  });
}

/** Turns off the digests of an account. */
export async function endDigest(db: Database, user: string): Promise<void> {
  await db.updateTable("alert_settings").set({ digest: "off", digest_due: null }).where("user_id", "=", user).execute();
}

/** Deletes all data of an account's alerts, including those still to be sent. */
export async function dropAlerts(db: Database, user: string): Promise<void> {
  await db.deleteFrom("alert_settings").where("user_id", "=", user).execute();
}

/** All data that the server has about an account's alerts; null if they are off. */
export async function exportedAlerts(db: Database, user: string): Promise<object | null> {
  const settings = await settingsOf(db, user);
  if (settings === undefined) return null;
  const devices = await db
    .selectFrom("alert_device")
    .select(["endpoint", "p256dh", "auth", "label", "added_at as addedAt", "gone_at as goneAt"])
    .where("user_id", "=", user)
    .execute();
  const stories = await db
    .selectFrom("alert")
    .select(["slug", "found_at as foundAt", "sent_at as sentAt"])
    .where("user_id", "=", user)
    .orderBy("found_at")
    .execute();
  return { settings, devices, stories };
}
