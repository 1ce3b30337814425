import { randomBytes } from "node:crypto";
import { alertSettingsAtFirst, MOST_ALERT_DEVICES, type NewAlertDevice, type RenewedSubscription } from "#content/alerts/alerts.ts";
import type { Database } from "../database/tables.ts";
import { DAY } from "../limits.ts";
import { Problem } from "../problem.ts";
import { lockSettings, saveAlertSettings, settingsOf } from "./alertStore.ts";

/** Milliseconds in which a device that no push reached can come back with a new subscription. */
const RETURNS = 30 * DAY * 1000;

/**
 * Lets alerts go to a device. A browser has one subscription, which is whoever's
 * is signed in now: it takes the place of the one that was there.
 * @param language of the paper, for an account that has said nothing else yet
 * @throws Problem 409 where the account has as many as it can have
 */
export async function addDevice(
  db: Database,
  user: string,
  { endpoint, keys, label }: NewAlertDevice,
  { now, language }: { now: number; language: string },
): Promise<void> {
  if ((await settingsOf(db, user)) === undefined) await saveAlertSettings(db, user, alertSettingsAtFirst("UTC", language), now);
  await db.transaction().execute(async (transaction) => {
    // Two that come at once are counted one after the other.
    await lockSettings(transaction, user);
    await transaction.deleteFrom("alert_device").where("endpoint", "=", endpoint).execute();
    const held = await transaction.selectFrom("alert_device").select("gone_at").where("user_id", "=", user).execute();
    if (held.filter((device) => device.gone_at === null).length >= MOST_ALERT_DEVICES)
      throw new Problem(409, "devices-many", `Alerts can go to ${MOST_ALERT_DEVICES} devices. Remove one first.`);
    // No more may come back than there may be.
    if (held.length >= MOST_ALERT_DEVICES)
      await transaction.deleteFrom("alert_device").where("user_id", "=", user).where("gone_at", "is not", null).execute();
    await transaction
      .insertInto("alert_device")
      .values({ id: randomBytes(12).toString("base64url"), user_id: user, endpoint, ...keys, label, added_at: now, gone_at: null })
      .execute();
  });
}

/**
 * Has a device receive alerts by the subscription that its browser has now, in the place of an earlier one.
 * Whoever knows the secret of that one, which no push service does, is the device. May be said any number of times.
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
  // It was renewed before, or its reader has added it meanwhile.
  const device = await there.executeTakeFirst();
  if (device?.auth !== keys.auth) return false;
  await db.deleteFrom("alert_device").where("endpoint", "=", old.endpoint).where("auth", "=", old.auth).execute();
  return true;
}

/** Sends no more to a device that no push reaches. It is kept for a while: a browser that ends a subscription often makes another later. */
export async function noteGone(db: Database, { id, endpoint }: { id: string; endpoint: string }, now: number): Promise<void> {
  // It may have been renewed while its push service was asked.
  const device = db.updateTable("alert_device").set({ gone_at: now }).where("id", "=", id).where("endpoint", "=", endpoint);
  const { numUpdatedRows } = await device.executeTakeFirst();
  if (numUpdatedRows > 0n) await db.deleteFrom("alert_push").where("device_id", "=", id).execute();
}

/** Forgets devices that have not come back. @param now milliseconds since 1970 */
export async function forgetGoneDevices(db: Database, now: number): Promise<void> {
  await db
    .deleteFrom("alert_device")
    .where("gone_at", "<", now - RETURNS)
    .execute();
}

/** @returns whether the account had it */
export async function dropDevice(db: Database, user: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom("alert_device").where("user_id", "=", user).where("id", "=", id).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Forgets all devices of an account. */
export async function dropDevices(db: Database, user: string): Promise<void> {
  await db.deleteFrom("alert_device").where("user_id", "=", user).execute();
}
