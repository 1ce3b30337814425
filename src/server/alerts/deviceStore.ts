import { randomBytes } from "node:crypto";
import { alertSettingsAtFirst, MOST_ALERT_DEVICES, type NewAlertDevice, type RenewedSubscription } from "#content/alerts/alerts.ts";
import type { Database } from "../database/tables.ts";
import { DAY } from "../limits.ts";
import { Problem } from "../problemResponse.ts";
import { lockSettings, saveAlertSettings, settingsOf } from "./alertStore.ts";

/** How long a device that pushes no longer reach can come back with a new subscription, in milliseconds. */
const RETURNS = 30 * DAY * 1000;

/**
 * Adds a device that receives alerts. A browser has one subscription, which belongs
 * to whoever is signed in now: the device replaces another account's with it.
 * @param language the paper's, for an account without settings
 * @throws Problem 409 if the account has the maximum number of devices
 */
export async function addDevice(
  db: Database,
  user: string,
  { endpoint, keys, label }: NewAlertDevice,
  { now, language }: { now: number; language: string },
): Promise<void> {
  if ((await settingsOf(db, user)) === undefined) await saveAlertSettings(db, user, alertSettingsAtFirst("UTC", language), now);
  await db.transaction().execute(async (transaction) => {
    // Two devices added at once are counted one after the other.
    await lockSettings(transaction, user);
    await transaction.deleteFrom("alert_device").where("endpoint", "=", endpoint).execute();
    const held = await transaction.selectFrom("alert_device").select("gone_at").where("user_id", "=", user).execute();
    if (held.filter((device) => device.gone_at === null).length >= MOST_ALERT_DEVICES)
      throw new Problem(409, "devices-many", `Alerts can go to ${MOST_ALERT_DEVICES} devices. Remove one first.`);
    // Devices that are gone and may come back must not exceed the maximum either.
    if (held.length >= MOST_ALERT_DEVICES)
      await transaction.deleteFrom("alert_device").where("user_id", "=", user).where("gone_at", "is not", null).execute();
    await transaction
      .insertInto("alert_device")
      .values({ id: randomBytes(12).toString("base64url"), user_id: user, endpoint, ...keys, label, added_at: now, gone_at: null })
      .execute();
  });
}

/**
 * Replaces an earlier subscription of a device with the one that its browser has now. The secret of the earlier
 * subscription, which no push service knows, identifies the device. Can be repeated any number of times.
 * @returns whether alerts go to the new subscription
 */
export async function renewDevice(db: Database, { old, endpoint, keys }: RenewedSubscription): Promise<boolean> {
  const there = db.selectFrom("alert_device").select("auth").where("endpoint", "=", endpoint);
  const { numUpdatedRows } = await db
    .updateTable("alert_device")
    .set({ endpoint, ...keys, gone_at: null })
    .where("endpoint", "=", old.endpoint)
    .where("auth", "=", old.auth)
    .where((is) => is.or([is("endpoint", "=", endpoint), is.not(is.exists(there))]))
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return true;
  // It was already renewed, or the reader has added it meanwhile.
  const device = await there.executeTakeFirst();
  if (device?.auth !== keys.auth) return false;
  await db.deleteFrom("alert_device").where("endpoint", "=", old.endpoint).where("auth", "=", old.auth).execute();
  return true;
}

/** Stops pushes to a device that they do not reach. It is kept for a while: a browser that ends a subscription often makes a new one. */
export async function noteGone(db: Database, { id, endpoint }: { id: string; endpoint: string }, now: number): Promise<void> {
  // It may have been renewed during the push.
  const device = db.updateTable("alert_device").set({ gone_at: now }).where("id", "=", id).where("endpoint", "=", endpoint);
  const { numUpdatedRows } = await device.executeTakeFirst();
  if (numUpdatedRows > 0n) await db.deleteFrom("alert_push").where("device_id", "=", id).execute();
}

/** Deletes devices that have not come back. @param now milliseconds since 1970 */
export async function forgetGoneDevices(db: Database, now: number): Promise<void> {
  await db
    .deleteFrom("alert_device")
    .where("gone_at", "<", now - RETURNS)
    .execute();
}

/** @returns whether the account had the device */
export async function dropDevice(db: Database, user: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom("alert_device").where("user_id", "=", user).where("id", "=", id).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Deletes all devices of an account. */
export async function dropDevices(db: Database, user: string): Promise<void> {
  await db.deleteFrom("alert_device").where("user_id", "=", user).execute();
}
