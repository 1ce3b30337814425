import type { Logger } from "pino";
import type { AlertMessage } from "#content/alerts/alerts.ts";
import { articlePath } from "#content/paths.ts";
import type { Database, Tables } from "../database/tables.ts";
import type { Metrics } from "../metrics.ts";
import { settingsIn } from "./alertStore.ts";
import { noteGone } from "./deviceStore.ts";
import { quietUntil } from "./clock.ts";
import { sendAll } from "./sendAll.ts";
import { once } from "./once.ts";
import type { Pushed, Pusher } from "./pushTo.ts";
import type { ServedSite, Story } from "./servedSite.ts";

const MINUTE = 60_000;

/** How many pushes are loaded at a time, and how many are sent at once. */
const AT_A_TIME = 500;
const AT_ONCE = 20;

/** After how many milliseconds a push that did not reach its service is retried: four times as many after each attempt, MOST_TRIES in all. */
const FIRST_WAIT = MINUTE;
/** After how many attempts a push is given up. */
const MOST_TRIES = 5;

/** The maximum size of a message in bytes. Push services accept 4,096, including the overhead of encryption (RFC 8291, section 4). */
const MOST_BYTES = 3500;

export type Sending = { db: Database; site: ServedSite; pusher: Pusher; metrics: Metrics; log: Logger; isStopping: () => boolean };

/**
 * Sends the pushes that are due. Each is sent by one instance: the one that succeeds in
 * moving the time at which the push is due again.
 * @param now milliseconds since 1970
 * @returns whether there may be more to send
 */
export async function sendPushes(sending: Sending, now: number): Promise<boolean> {
  const { db, isStopping, site } = sending;
  const due = await db
    .selectFrom("alert_push")
    .selectAll()
    .where("due", "<=", now)
    .orderBy("breaking", "desc")
    .orderBy("due")
    .limit(AT_A_TIME)
    .execute();
  const storyOf = once((key) => {
    const [edition = "", slug = ""] = key.split(" ");
    return site.story(edition, slug);
  });
  const failed = await sendAll(due, AT_ONCE, sending, (push) => sendOne(sending, storyOf, push, now));
  return due.length === AT_A_TIME && failed === 0 && !isStopping();
}

type Push = Tables["alert_push"];

type StoryOf = (key: string) => Promise<Story | undefined>;

async function sendOne(sending: Sending, storyOf: StoryOf, push: Push, now: number): Promise<void> {
  const { db, site, pusher, metrics } = sending;
  const again = now + FIRST_WAIT * 4 ** push.tries;
  const { numUpdatedRows } = await ofPush(db.updateTable("alert_push"), push)
    .set({ due: again, tries: push.tries + 1 })
    .where("due", "=", push.due)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return;
  const device = await db
    .selectFrom("alert_device")
    .selectAll()
    .where("id", "=", push.device_id)
    .where("gone_at", "is", null)
    .executeTakeFirst();
  const story = push.until > now ? await storyOf(`${push.edition} ${push.slug}`) : undefined;
  // The device is gone, it is too late, or the story was withdrawn.
  if (device === undefined || story === undefined) return void (await ofPush(db.deleteFrom("alert_push"), push).execute());
  const account = await db.selectFrom("alert_settings").selectAll().where("user_id", "=", device.user_id).executeTakeFirstOrThrow();
  const quiet = quietUntil(settingsIn(account), now);
  if (quiet !== undefined) return void (await ofPush(db.updateTable("alert_push"), push).set({ due: quiet, tries: push.tries }).execute());
  const message = messageOf(story, { navigate: site.address(push.edition, articlePath(story.slug)), isBreaking: push.breaking === 1 });
  const options = { seconds: Math.ceil((push.until - now) / 1000), isUrgent: push.breaking === 1 };
  const result = await pusher.push(device, message, options);
  metrics.notePush(result.type === "refused" ? "failed" : result.type);
  await follow(sending, push, { device, result }, now);
}

type Outcome = { device: Tables["alert_device"]; result: Pushed };

/** Records the outcome of a push in the database. */
async function follow({ db, log }: Sending, push: Push, { device, result }: Outcome, now: number): Promise<void> {
  if (result.type === "gone") return noteGone(db, device, now);
  // Logs neither device nor story: who follows what is private.
  if (result.type === "refused") log.error({ status: result.status }, "A push service refused an alert.");
  const again = result.type === "later" ? now + Math.max(FIRST_WAIT * 4 ** push.tries, result.wait ?? 0) : Infinity;
  const isOver = push.tries + 1 >= MOST_TRIES || again >= push.until;
  if (isOver) return void (await ofPush(db.deleteFrom("alert_push"), push).execute());
  await ofPush(db.updateTable("alert_push"), push).set({ due: again }).execute();
}

/** Restricts a statement to one push. */
const ofPush = <Query extends { where: (column: "device_id" | "slug", is: "=", value: string) => Query }>(
  query: Query,
  push: Push,
): Query => query.where("device_id", "=", push.device_id).where("slug", "=", push.slug);

/** The push message about a story. Text that is too long is cut. */
export function messageOf(story: Story, { navigate, isBreaking }: { navigate: string; isBreaking: boolean }): AlertMessage {
  const { headline: title, standfirst, kicker, inLanguage: lang, direction: dir, slug: tag } = story;
  const said = (body: string | undefined): AlertMessage => ({
    web_push: 8030,
    notification: { title, ...(body !== undefined && { body }), navigate, lang, dir, tag, ...(isBreaking && { data: { breaking: true } }) },
  });
  const words = (standfirst ?? kicker)?.split(" ") ?? [];
  const whole = said(words.join(" ") || undefined);
  if (sizeOf(whole) <= MOST_BYTES) return whole;
  while (words.length > 0 && sizeOf(said(`${words.join(" ")} …`)) > MOST_BYTES) words.pop();
  return said(words.length > 0 ? `${words.join(" ")} …` : undefined);
}

const sizeOf = (message: AlertMessage): number => Buffer.byteLength(JSON.stringify(message));
