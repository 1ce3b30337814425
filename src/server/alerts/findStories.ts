import { setImmediate } from "node:timers/promises";
import { editionOf } from "#content/edition/editions.ts";
import { milliseconds } from "#content/instant.ts";
import type { Teaser } from "#content/teaser.ts";
import type { Database } from "../database/tables.ts";
import { forgetGoneDevices } from "./deviceStore.ts";
import type { ServedSite, Story } from "./servedSite.ts";

const HOUR = 60 * 60 * 1000;

/** How old a story may be when it is found, and how long an alert may wait for quiet hours or a push service, in milliseconds. */
export const FRESH_MS = 12 * HOUR;

/** How many numbered pages of Latest are read at most, as on the Catch up page. */
const MOST_PAGES = 5;

/** After how many milliseconds a story that is on none of the pages read is forgotten. Digests look back a week. */
const FORGOTTEN = 30 * 24 * HOUR;

/** How many language tags of readers are used: a number of parameters that one statement can have. */
const MOST_LANGUAGES = 1000;

/** The place of a story that is not on the front page. */
const LAST = 100_000;

/**
 * Finds the new stories of the site, and the accounts that want alerts about them.
 * Each story is found by one instance only: the first to record it goes on, in the
 * same transaction.
 * @param now milliseconds since 1970
 * @returns whether all files were there: those of a site may arrive one after the other
 * @throws the first error, after all other stories have been processed
 */
export async function findStories(db: Database, site: ServedSite, now: number): Promise<boolean> {
  const editions = await site.editions();
  let isComplete = true;
  const errors: unknown[] = [];
  for (const { prefix } of editions) {
    const { order, breaking } = await site.front(prefix, now);
    const newest = await site.list(prefix, "latest", "latest");
    const found = await newStories(db, site, prefix, newest);
    const readers = await languagesOf(db, (language) => editionOf(editions, language)?.prefix === prefix);
    const about = { edition: prefix, readers, now };
    const note = async (slug: string, isBreaking: boolean) => {
      try {
        const story = await site.story(prefix, slug);
        if (story) await noteStory(db, story, { ...about, isBreaking, place: placeIn(order, slug) });
        else isComplete = false;
      } catch (error) {
        errors.push(error);
      }
      await setImmediate();
    };
    // Breaking news first, so that it is marked as such even if it is about a subject too.
    if (breaking !== undefined) await note(breaking, true);
    for (const { slug } of found) await note(slug, false);
    await forget(db, prefix, newest.stories, now);
  }
  if (errors.length > 0) throw errors[0];
  return isComplete;
}

function placeIn(order: string[], slug: string): number {
  const at = order.indexOf(slug);
  return at === -1 ? LAST : at;
}

type Newest = Awaited<ReturnType<ServedSite["list"]>>;

/** The stories of Latest that are not found yet, oldest first. If a whole page is new, the next older page is read too. */
async function newStories(db: Database, site: ServedSite, prefix: string, newest: Newest): Promise<Teaser[]> {
  const isEmpty = (await db.selectFrom("seen_story").select("slug").where("edition", "=", prefix).limit(1).execute()).length === 0;
  const found = await unseen(db, prefix, newest.stories);
  // In a site seen for the first time all stories are new: only the newest page is read.
  let isEnd = isEmpty || found.length < newest.stories.length;
  for (let page = newest.fullPages; page > 0 && !isEnd && page > newest.fullPages - MOST_PAGES; page--) {
    const { stories } = await site.list(prefix, "latest", "latest", page);
    const more = await unseen(db, prefix, stories);
    found.push(...more);
    isEnd = more.length < stories.length;
  }
  return [...new Map(found.map((story) => [story.slug, story])).values()].toReversed();
}

async function unseen(db: Database, prefix: string, stories: Teaser[]): Promise<Teaser[]> {
  if (stories.length === 0) return [];
  const slugs = stories.map(({ slug }) => slug);
  const rows = await db
    .selectFrom("seen_story")
    .select("slug")
    .where("edition", "=", prefix)
    .where("breaking", "=", 0)
    .where("slug", "in", slugs)
    .execute();
  const seen = new Set(rows.map(({ slug }) => slug));
  return stories.filter(({ slug }) => !seen.has(slug));
}

/** The languages of readers whose alerts come from an edition: the most common of all tags in use. */
async function languagesOf(db: Database, isOf: (language: string) => boolean): Promise<string[]> {
  const rows = await db
    .selectFrom("alert_settings")
    .select("language")
    .groupBy("language")
    .orderBy(({ fn }) => fn.countAll(), "desc")
    .limit(MOST_LANGUAGES)
    .execute();
  return rows.map(({ language }) => language).filter(isOf);
}

type Noted = { edition: string; readers: string[]; now: number; isBreaking: boolean; place: number };

/** Records a story, and an alert for each account that wants one and has a device, unless that is already done. */
async function noteStory(db: Database, story: Story, { edition, readers, now, isBreaking, place }: Noted): Promise<void> {
  const { slug } = story;
  const published = milliseconds(story.datePublished);
  const isFresh = published >= now - FRESH_MS;
  const breaking = isBreaking ? 1 : 0;
  await db.transaction().execute(async (transaction) => {
    const noted = await transaction
      .insertInto("seen_story")
      // The present time, since a digest may be sent while this runs, and the next must have the story. Digests leave out old stories.
      .values({ edition, slug, breaking, found_at: isFresh ? Date.now() : Math.min(now, published) })
      .onConflict((conflict) => conflict.doNothing())
      .returning("slug")
      .executeTakeFirst();
    if (noted === undefined || !isFresh || readers.length === 0) return;
    const wanting = isBreaking ? forBreaking(transaction, readers) : forSubjects(transaction, readers, story);
    await transaction
      .insertInto("alert")
      .columns(["user_id", "slug", "edition", "breaking", "place", "found_at", "due", "sent_at"])
      .expression(
        wanting.select((is) => [
          is.cast<string>(is.val(slug), "text").as("slug"),
          is.cast<string>(is.val(edition), "text").as("edition"),
          is.cast<0 | 1>(is.val(breaking), "integer").as("breaking"),
          is.cast<number>(is.val(place), "integer").as("place"),
          is.cast<number>(is.val(now), "bigint").as("found_at"),
          is.cast<number>(is.val(now), "bigint").as("due"),
          is.cast<number | null>(is.val(null), "bigint").as("sent_at"),
        ]),
      )
      .onConflict((conflict) =>
        isBreaking
          ? conflict.columns(["user_id", "slug"]).doUpdateSet({ breaking: 1, due: now }).where("alert.sent_at", "is", null)
          : conflict.columns(["user_id", "slug"]).doNothing(),
      )
      .execute();
  });
}

/** The accounts with a device that alerts can reach. */
const reachable = (db: Database, readers: string[]) =>
  db
    .selectFrom("alert_settings as reader")
    .select("reader.user_id")
    .where("reader.language", "in", readers)
    .where((is) =>
      is.exists(
        is
          .selectFrom("alert_device")
          .select("id")
          .whereRef("alert_device.user_id", "=", "reader.user_id")
          .where("alert_device.gone_at", "is", null),
      ),
    );

const forBreaking = (db: Database, readers: string[]) => reachable(db, readers).where("reader.breaking", "!=", "none");

const forSubjects = (db: Database, readers: string[], { subjects }: Story) =>
  reachable(db, readers)
    .where("reader.breaking", "!=", "only")
    .where("reader.user_id", "in", (query) =>
      query
        .selectFrom("alert_subject")
        .select("alert_subject.user_id")
        .where((is) =>
          is.or(subjects.map(({ kind, slug }) => is.and([is("alert_subject.kind", "=", kind), is("alert_subject.slug", "=", slug)]))),
        ),
    );

/** Deletes stories that will not be found again. */
async function forget(db: Database, prefix: string, newest: Teaser[], now: number): Promise<void> {
  await db
    .deleteFrom("seen_story")
    .where("edition", "=", prefix)
    .where("found_at", "<", now - FORGOTTEN)
    .where("slug", "not in", ["", ...newest.map(({ slug }) => slug)])
    .execute();
}

/** Deletes alerts two days after their stories were found, when nothing can follow from them, and devices that were gone for too long. */
export async function forgetOldAlerts(db: Database, now = Date.now()): Promise<void> {
  await forgetGoneDevices(db, now);
  await db
    .deleteFrom("alert")
    .where("found_at", "<", now - 4 * FRESH_MS)
    .execute();
}
