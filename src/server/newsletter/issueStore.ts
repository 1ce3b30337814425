import type { Database, Tables } from "../database/tables.ts";

/** An issue that is being sent: the choice of its stories, and when it was made, in milliseconds since 1970. `key` names it, with its edition. */
export type StoredIssue = { key: string; edition: string; chosen: string; madeAt: number };

/** Stores an issue, unless it is there. @returns the one that is stored, so that whoever sends it later sends the same stories */
export async function keepIssue(db: Database, { key, edition, chosen, madeAt }: StoredIssue): Promise<StoredIssue> {
  await db
    .insertInto("newsletter_issue")
    .values({ key, edition, chosen, made_at: madeAt })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .execute();
  const stored = await storedIssue(db, key);
  if (stored === undefined) throw new Error("The issue was not stored.");
  return stored;
}

export async function storedIssue(db: Database, key: string): Promise<StoredIssue | undefined> {
  const row = await db.selectFrom("newsletter_issue").selectAll().where("key", "=", key).executeTakeFirst();
  return row && { key, edition: row.edition, chosen: row.chosen, madeAt: row.made_at };
}

/** When the last issue of an edition was made, so that the next begins there. */
export async function lastIssueAt(db: Database, edition: string): Promise<number | undefined> {
  const row = await db
    .selectFrom("newsletter_issue")
    .select("made_at")
    .where("edition", "=", edition)
    .orderBy("made_at", "desc")
    .executeTakeFirst();
  return row?.made_at;
}

/** The issues of an edition that were made since a moment. */
export async function issuesSince(db: Database, edition: string, since: number): Promise<Pick<StoredIssue, "chosen">[]> {
  return await db.selectFrom("newsletter_issue").select("chosen").where("edition", "=", edition).where("made_at", ">=", since).execute();
}

type Letter = Tables["newsletter_letter"];

/** A subscriber to whom an issue is still to be sent. `tries`: how often that was tried. */
export type Due = { recipient: string; email: string; tries: number };

/** Those to whom an issue is to be sent now, in the order of their hashes. @param after the last of the batch before */
export async function dueFor(db: Database, issue: StoredIssue, after: string, now: number, most: number): Promise<Due[]> {
  const rows = await whoGets(db, issue)
    .where("newsletter_subscriber.recipient", ">", after)
    .where((row) => row.or([row("letter.state", "is", null), row.and([row("letter.state", "=", "waiting"), row("letter.due", "<=", now)])]))
    .select(["newsletter_subscriber.recipient", "email", "letter.tries"])
    .orderBy("newsletter_subscriber.recipient")
    .limit(most)
    .execute();
  return rows.map(({ recipient, email, tries }) => ({ recipient, email: email ?? "", tries: tries ?? 0 }));
}

/** When the next letter that waits is due; undefined if none waits. */
export async function nextDue(db: Database, issue: StoredIssue): Promise<number | undefined> {
  const row = await whoGets(db, issue).where("letter.state", "=", "waiting").select("letter.due").orderBy("letter.due").executeTakeFirst();
  return row?.due ?? undefined;
}

/** How many letters of an issue are not sent yet. */
export async function leftFor(db: Database, issue: StoredIssue): Promise<number> {
  const { count } = await whoGets(db, issue)
    .where((row) => row.or([row("letter.state", "is", null), row("letter.state", "=", "waiting")]))
    .select((row) => row.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

/** Whoever had subscribed when the issue was made, and is subscribed still. */
const whoGets = (db: Database, { key, edition, madeAt }: StoredIssue) =>
  db
    .selectFrom("newsletter_subscriber")
    .leftJoin("newsletter_letter as letter", (join) =>
      join.onRef("letter.recipient", "=", "newsletter_subscriber.recipient").on("letter.issue", "=", key),
    )
    .where("email", "is not", null)
    .where("bounced_at", "is", null)
    .where("edition", "=", edition)
    .where("since", "<=", madeAt);

/** Claims a letter before it is sent. @returns whether it is this sender's to send: false if another one has claimed it, or its reader has left */
export async function claim(db: Database, issue: StoredIssue, { recipient, tries }: Due, sender: string, now: number): Promise<boolean> {
  const claimed = { sender, state: "claimed" as const, due: now, tries: tries + 1 };
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto("newsletter_letter")
    .values({ issue: issue.key, recipient, ...claimed })
    .onConflict((conflict) =>
      conflict
        .columns(["issue", "recipient"])
        .doUpdateSet(claimed)
        .where("newsletter_letter.state", "=", "waiting")
        .where("newsletter_letter.tries", "=", tries),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}

/** Whether a reader is subscribed at this moment. */
export async function isSubscribed(db: Database, recipient: string): Promise<boolean> {
  const row = await db.selectFrom("newsletter_subscriber").select("email").where("recipient", "=", recipient).executeTakeFirst();
  return row?.email != null;
}

/** Notes what became of a letter. Only the sender that has claimed it does. @param due when it is tried again, if it waits */
export async function settle(
  db: Database,
  issue: StoredIssue,
  recipient: string,
  change: Partial<Pick<Letter, "state" | "due" | "tries">>,
): Promise<void> {
  await db.updateTable("newsletter_letter").set(change).where("issue", "=", issue.key).where("recipient", "=", recipient).execute();
}

/** Marks an address that the mail server refuses for good: it gets no more letters until its reader subscribes again. */
export async function markBounced(db: Database, recipient: string, now: number): Promise<void> {
  await db.updateTable("newsletter_subscriber").set({ bounced_at: now }).where("recipient", "=", recipient).execute();
}

/** How many letters of an issue are in which state, and the addresses of those of which nobody knows whether they arrived. */
export async function stateOf(
  db: Database,
  { key }: StoredIssue,
): Promise<{ counts: Partial<Record<Letter["state"], number>>; uncertain: string[] }> {
  const rows = await db
    .selectFrom("newsletter_letter")
    .where("issue", "=", key)
    .select((row) => ["state", row.fn.countAll<number>().as("count")])
    .groupBy("state")
    .execute();
  const unsure = await db
    .selectFrom("newsletter_letter as letter")
    .leftJoin("newsletter_subscriber", "newsletter_subscriber.recipient", "letter.recipient")
    .where("issue", "=", key)
    .where("state", "in", ["claimed", "uncertain"])
    .select(["email", "letter.recipient"])
    .orderBy("letter.recipient")
    .execute();
  const counts = Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  return { counts, uncertain: unsure.map(({ email }) => email ?? "an address that has unsubscribed") };
}

const DAY = 24 * 60 * 60 * 1000;

/** Forgets who got which letter after a month, when no sender goes on with it any more. */
export async function forgetOldLetters(db: Database, now = Date.now()): Promise<void> {
  const old = db
    .selectFrom("newsletter_issue")
    .select("key")
    .where("made_at", "<", now - 30 * DAY);
  await db.deleteFrom("newsletter_letter").where("issue", "in", old).execute();
}
