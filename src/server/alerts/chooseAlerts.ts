import { setImmediate } from "node:timers/promises";
import type { Logger } from "pino";
import type { Database, Tables } from "../database/tables.ts";
import { lockSettings, settingsIn } from "./alertStore.ts";
import { dayOf, quietUntil } from "./clock.ts";
import { FRESH_MS } from "./findStories.ts";

/** How many accounts are processed at a time. */
const AT_A_TIME = 200;

/** After how many milliseconds choosing is retried for an account for which it failed. */
const AFTER_FAILURE = 60 * 60 * 1000;

/** The longest day, when summer time ends, in milliseconds. */
const LONGEST_DAY = 25 * 60 * 60 * 1000;

/**
 * Chooses the alerts to send now: none in the reader's quiet hours, and no more in
 * a day than they allow, breaking news first and then in the order of the front
 * page. Each chosen alert becomes a push for each device, in the same transaction.
 * If that fails for an account, it is retried later, and the others still proceed.
 * @param now milliseconds since 1970
 * @returns whether there may be more to choose
 */
export async function chooseAlerts(db: Database, log: Logger, now: number): Promise<boolean> {
  const accounts = await db
    .selectFrom("alert")
    .select("user_id")
    .distinct()
    .where("sent_at", "is", null)
    .where("due", "<=", now)
    .limit(AT_A_TIME)
    .execute();
  for (const { user_id: user } of accounts) {
    await chooseFor(db, user, now).catch(async (error: unknown) => {
      log.error(error);
      await postpone(db, user, now + AFTER_FAILURE);
    });
    // The embedded database never yields, so other requests would not get a turn.
    await setImmediate();
  }
  return accounts.length === AT_A_TIME;
}

async function chooseFor(db: Database, user: string, now: number): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    // Instances that choose for the same account do so one after the other, by its latest settings.
    const account = await lockSettings(transaction, user);
    if (account === undefined) return;
    const settings = settingsIn(account);
    const quiet = quietUntil(settings, now);
    if (quiet !== undefined) return postpone(transaction, user, quiet);
    const ofAccount = transaction.selectFrom("alert").where("user_id", "=", user);
    const sent = await ofAccount
      .select("sent_at")
      .where("sent_at", ">", now - LONGEST_DAY)
      .$narrowType<{ sent_at: number }>()
      .execute();
    const today = dayOf(now, settings.timeZone);
    const room = settings.perDay - sent.filter(({ sent_at: at }) => dayOf(at, settings.timeZone) === today).length;
    const waiting = await ofAccount
      .select(["slug", "edition", "breaking", "found_at"])
      .where("sent_at", "is", null)
      .where("due", "<=", now)
      .orderBy("breaking", "desc")
      .orderBy("place")
      .orderBy("found_at", "desc")
      .execute();
    const chosen = waiting.filter(({ found_at: at }) => at > now - FRESH_MS).slice(0, Math.max(0, room));
    for (const alert of chosen) await push(transaction, user, alert, now);
    // Stories beyond the limit, or too old, get no alert.
    const rest = waiting.filter((alert) => !chosen.includes(alert)).map(({ slug }) => slug);
    if (rest.length > 0) await transaction.deleteFrom("alert").where("user_id", "=", user).where("slug", "in", rest).execute();
  });
}

/** Postpones an account's alerts. */
async function postpone(db: Database, user: string, due: number): Promise<void> {
  await db.updateTable("alert").set({ due }).where("user_id", "=", user).where("sent_at", "is", null).execute();
}

type Chosen = Pick<Tables["alert"], "slug" | "edition" | "breaking" | "found_at">;

async function push(db: Database, user: string, { slug, edition, breaking, found_at: foundAt }: Chosen, now: number): Promise<void> {
  await db.updateTable("alert").set({ sent_at: now }).where("user_id", "=", user).where("slug", "=", slug).execute();
  const devices = await db.selectFrom("alert_device").select("id").where("user_id", "=", user).where("gone_at", "is", null).execute();
  if (devices.length === 0) return;
  await db
    .insertInto("alert_push")
    .values(devices.map(({ id }) => ({ device_id: id, slug, edition, breaking, due: now, until: foundAt + FRESH_MS, tries: 0 })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
