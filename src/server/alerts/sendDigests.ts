import { sql } from "kysely";
import type { Logger } from "pino";
import * as v from "valibot";
import type { AlertSubject } from "#content/alerts/alerts.ts";
import { editionOf } from "#content/edition/editions.ts";
import { milliseconds } from "#content/instant.ts";
import { articlePath, followingPath } from "#content/paths.ts";
import type { Teaser } from "#content/teaser.ts";
import type { Database, Tables } from "../database/tables.ts";
import { digestEmail, isReachable, type Paper } from "../mail/emails.ts";
import type { Mailer } from "../mail/mailer.ts";
import { paperOf } from "../mail/paperIn.ts";
import { settingsIn } from "./alertStore.ts";
import { nextDigest } from "./clock.ts";
import { sendAll } from "./sendAll.ts";
import { unsubscribeToken } from "./unsubscribeToken.ts";
import { once } from "./once.ts";
import type { ServedSite } from "./servedSite.ts";

const HOUR = 60 * 60 * 1000;

/** How many digests are loaded at a time, and how many are sent at once. */
const AT_A_TIME = 100;
const AT_ONCE = 5;

/** How often a digest is tried if the mail server refuses it, with an hour between two attempts. */
const MOST_TRIES = 5;

/** The maximum number of stories in a digest. */
const MOST_STORIES = 20;

/** How far a digest looks back at most, in milliseconds: a week, and a day for a late one. */
const LONGEST = 8 * 24 * HOUR;

export type Digesting = {
  db: Database;
  site: ServedSite;
  paper: Paper;
  post: Mailer;
  secret: string;
  log: Logger;
  isStopping: () => boolean;
};

/**
 * Sends the digests that are due. Each is sent by the one instance that moves its due time.
 * None is sent if nothing is new. A digest has headlines and standfirsts, in the paper's own order.
 * @param now milliseconds since 1970
 * @returns whether there may be more to send
 */
export async function sendDigests(digesting: Digesting, now: number): Promise<boolean> {
  const { db, isStopping } = digesting;
  const due = await db
    .selectFrom("alert_settings")
    .selectAll()
    .where("digest_due", "<=", now)
    .orderBy("digest_due")
    .limit(AT_A_TIME)
    .execute();
  if (due.length === 0) return false;
  const source = digestSource(digesting, now);
  const failed = await sendAll(due, AT_ONCE, digesting, (account) => sendOne(digesting, source, account, now));
  return due.length === AT_A_TIME && failed === 0 && !isStopping();
}

type Account = Tables["alert_settings"];

async function sendOne({ db, post, site, secret, log }: Digesting, source: Source, account: Account, now: number): Promise<void> {
  const { user_id: user, digest_since: since, digest_tries: tries } = account;
  const settings = settingsIn(account);
  const ofAccount = db.updateTable("alert_settings").where("user_id", "=", user);
  const taken = await ofAccount
    .set({ digest_due: nextDigest(settings, now), digest_since: now })
    .where("digest_due", "=", account.digest_due)
    .executeTakeFirst();
  if (taken.numUpdatedRows === 0n) return;
  const { rows } = await sql<{ email: string }>`select email from "user" where id = ${user} and "emailVerified"`.execute(db);
  const email = rows[0]?.email;
  if (email === undefined || !isReachable(email)) return;
  try {
    const subjects = await db.selectFrom("alert_subject").select(["kind", "slug"]).where("user_id", "=", user).execute();
    const { prefix, paper, stories } = await source(settings.language, subjects, Math.max(since, now - LONGEST));
    if (stories.length > 0)
      await post.send(
        digestEmail(paper, email, {
          stories: stories.slice(0, MOST_STORIES).map(({ headline, sponsor, members, standfirst, slug }) => ({
            headline: [sponsor, members, headline].filter((each) => each !== undefined).join(": "),
            standfirst,
            address: site.address(prefix, articlePath(slug)),
          })),
          more: stories.length > MOST_STORIES ? site.address(prefix, followingPath) : undefined,
          token: unsubscribeToken(secret, user),
        }),
      );
    if (tries > 0) await ofAccount.set({ digest_tries: 0 }).execute();
  } catch (error) {
    // Settings that the account has changed meanwhile take precedence.
    const again = { digest_due: now + HOUR, digest_since: since, digest_tries: tries + 1 };
    await ofAccount
      .set(tries + 1 < MOST_TRIES ? again : { digest_tries: 0 })
      .where("digest_since", "=", now)
      .where("digest", "!=", "off")
      .execute();
    // Without the address: mailer.ts leaves the mail server's message out of the error.
    log.error(error);
  }
}

type Source = (language: string, subjects: AlertSubject[], since: number) => Promise<{ prefix: string; paper: Paper; stories: Teaser[] }>;

/** Finds stories on subjects since a moment, in the order of the front page, then newest first. Each file is read once for all accounts. */
function digestSource({ db, site, paper: main }: Digesting, now: number): Source {
  const editions = once(() => site.editions());
  const orderOf = once(async (prefix: string) => new Map((await site.front(prefix, now)).order.map((slug, at) => [slug, at])));
  const paperAt = once((prefix: string) => paperOf(prefix, main, site));
  const foundIn = once(async (prefix: string) => {
    const rows = await db
      .selectFrom("seen_story")
      .select(["slug", "found_at"])
      .where("edition", "=", prefix)
      .where("breaking", "=", 0)
      .where("found_at", ">=", now - LONGEST)
      // Stories found at this very moment belong to the next digest.
      .where("found_at", "<", now)
      .execute();
    return new Map(rows.map(({ slug, found_at: at }) => [slug, at]));
  });
  const listOf = once(async (key: string) => {
    const [prefix = "", kind, slug = ""] = key.split(" ");
    return (await site.list(prefix, v.parse(KindSchema, kind), slug)).stories;
  });
  return async (language, subjects, since) => {
    const prefix = editionOf(await editions(""), language)?.prefix ?? "";
    const [found, order] = [await foundIn(prefix), await orderOf(prefix)];
    const lists = await Promise.all(subjects.map(({ kind, slug }) => listOf(`${prefix} ${kind} ${slug}`)));
    const stories = new Map(lists.flat().map((story) => [story.slug, story]));
    const place = ({ slug }: Teaser) => order.get(slug) ?? order.size;
    const isNew = ({ slug }: Teaser) => (found.get(slug) ?? 0) >= since;
    return {
      prefix,
      paper: await paperAt(prefix),
      stories: [...stories.values()]
        .filter(isNew)
        .toSorted((a, b) => place(a) - place(b) || milliseconds(b.datePublished) - milliseconds(a.datePublished)),
    };
  };
}

const KindSchema = v.picklist(["topic", "section", "author", "place", "thread"]);
