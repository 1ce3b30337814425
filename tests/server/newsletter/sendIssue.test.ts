import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { migrateNewsletter } from "../../../src/server/database/migrate.ts";
import { openDatabase, type OpenDatabase } from "../../../src/server/database/openDatabase.ts";
import { hashed } from "../../../src/server/hashed.ts";
import { claim, dueFor, keepIssue, leftFor, stateOf, type StoredIssue } from "../../../src/server/newsletter/issueStore.ts";
import { letterPost } from "../../../src/server/newsletter/letterPost.ts";
import { sendIssue } from "../../../src/server/newsletter/sendIssue.ts";
import { addSubscribers, leave, subscribe, subscriptionOf } from "../../../src/server/newsletter/subscriberStore.ts";
import { databases } from "../../support/databases.ts";
import { ownDatabase } from "../../support/ownDatabase.ts";
import { type SmtpStandIn, smtpStandIn } from "../../support/smtpStandIn.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

describe.each(databases)("an issue in $name", ({ env }) => {
  let own: Awaited<ReturnType<typeof ownDatabase>>;
  let database: OpenDatabase;
  let mail: SmtpStandIn;
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-letters-"));
  beforeAll(async () => {
    own = await ownDatabase(env);
    database = openDatabase({ databaseUrl: own.env["DATABASE_URL"], folder });
    await migrateNewsletter(database);
  });
  afterAll(async () => {
    await database.close();
    await own.drop();
    rmSync(folder, { recursive: true });
  });
  beforeEach(async () => {
    for (const table of ["newsletter_subscriber", "newsletter_issue", "newsletter_letter"] as const)
      await database.db.deleteFrom(table).execute();
    mail = await smtpStandIn();
    await mail.start();
  });
  afterEach(() => mail.stop());

  const named = (count: number) => Array.from({ length: count }, (_, at) => `reader-${at}@example.org`);
  const withSubscribers = async (emails: string[], key = "2026-11-30"): Promise<StoredIssue> => {
    await addSubscribers(
      database.db,
      emails.map((email) => ({ email, edition: "", since: 1 })),
    );
    return keepIssue(database.db, { key, edition: "", chosen: "[]", madeAt: 1000 });
  };
  test("has since the date of consent: the first, until its reader leaves and subscribes again", async () => {
    const email = "ada@example.org";
    const since = async (now: number) => {
      await subscribe(database.db, email, "", now);
      return (await subscriptionOf(database.db, email))?.since;
    };
    expect([await since(1), await since(2)]).toEqual([1, 1]);
    await leave(database.db, hashed(email), 3);
    expect(await since(4)).toBe(4);
  });

  const send = async (issue: StoredIssue, sender = "a", more: Partial<Parameters<typeof sendIssue>[0]> = {}) => {
    const post = letterPost(mail.address, { mailFrom: "post@example.org" }, "The Post");
    const letter = (to: string) => ({
      to,
      subject: "Tide",
      html: "<p>Tide</p>",
      text: "Tide",
      language: "en",
      leave: "https://post.example/leave",
      id: `<${hashed(to)}@post.example>`,
    });
    const { signal } = new AbortController();
    return sendIssue({
      db: database.db,
      issue,
      letter: async () => letter,
      post,
      rate: 1_000_000,
      sender,
      stop: signal,
      firstWait: 4,
      ...more,
    }).finally(post.close);
  };
  const recipients = () => mail.emails.map((email) => /^To: (\S+)/mu.exec(email)?.[1] ?? "").toSorted();

  test("reaches each address once, whoever sends it, and in whatever turn", async () => {
    const issue = await withSubscribers(named(150));
    expect(await Promise.all([send(issue, "a"), send(issue, "b")])).toEqual([undefined, undefined]);
    expect(recipients()).toEqual(named(150).toSorted());
    expect(await send(issue, "c")).toBeUndefined();
    expect(mail.emails).toHaveLength(150);
    expect(await stateOf(database.db, issue)).toEqual({ counts: { sent: 150 }, uncertain: [] });
    expect(mail.emails[0]).toMatch(
      /^List-Unsubscribe: <https:\/\/post\.example\/leave>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/mu,
    );
  });

  test("goes to those who had confirmed before it was made and have not left, in its edition", async () => {
    const issue = await withSubscribers(["a@example.org", "b@example.org"]);
    await leave(database.db, hashed("a@example.org"), 2);
    await subscribe(database.db, "late@example.org", "", 2000);
    await subscribe(database.db, "nl@example.org", "/nl", 1);
    await send(issue);
    expect(recipients()).toEqual(["b@example.org"]);
  });

  test("marks addresses that do not exist, which get no other, and tries those again that are busy", async () => {
    const issue = await withSubscribers([
      "ada@example.org",
      "gone@example.org",
      "busy@example.org",
      "soon@example.org",
      "policy@example.org",
    ]);
    expect(await send(issue)).toBeUndefined();
    expect(recipients()).toEqual(["ada@example.org", "soon@example.org"]);
    expect((await stateOf(database.db, issue)).counts).toEqual({ sent: 2, bounced: 1, refused: 2 });
    const next = await withSubscribers([], "2026-12-01");
    expect((await dueFor(database.db, next, "", 0, 9)).map(({ email }) => email).toSorted()).toEqual(
      ["ada", "busy", "policy", "soon"].map((name) => `${name}@example.org`),
    );
    await subscribe(database.db, "gone@example.org", "", 1);
    expect(await leftFor(database.db, next)).toBe(5);
  });

  test("is not sent again to an address of which nobody knows: its sender was killed, or the connection broke in the letter", async () => {
    const issue = await withSubscribers(["ada@example.org", "cut@example.org", "killed@example.org"]);
    const [killed] = (await dueFor(database.db, issue, "", 0, 9)).filter(({ email }) => email.startsWith("killed"));
    if (killed) expect(await claim(database.db, issue, killed, "killed", 0)).toBe(true);
    expect(await send(issue)).toBeUndefined();
    expect(await send(issue, "b")).toBeUndefined();
    expect(recipients()).toEqual(["ada@example.org", "cut@example.org"]);
    const { counts, uncertain } = await stateOf(database.db, issue);
    expect([counts, uncertain.toSorted()]).toEqual([{ sent: 1, uncertain: 1, claimed: 1 }, ["cut@example.org", "killed@example.org"]]);
  });

  test("waits for a mail server that is away, and loses no letter when it gives up", async () => {
    const issue = await withSubscribers(named(8));
    await mail.stop();
    expect(await send(issue)).toBe("down");
    expect(await leftFor(database.db, issue)).toBe(8);
    await mail.start();
    expect(await send(issue, "b")).toBeUndefined();
    expect(recipients()).toEqual(named(8));
  });

  test("stops when every letter is refused, when its stories are withdrawn, and when it is asked to, and can be gone on with", async () => {
    const issue = await withSubscribers(Array.from({ length: 25 }, (_, at) => `policy-${at}@example.org`));
    expect(await send(issue)).toBe("refused");
    expect(await leftFor(database.db, issue)).toBe(25);
    expect(await send(issue, "b", { letter: async () => undefined })).toBe("withdrawn");
    expect(await send(issue, "c", { stop: AbortSignal.abort() })).toBe("stopped");
    expect(mail.emails).toEqual([]);
  });

  test("goes out no faster than its rate", async () => {
    const issue = await withSubscribers(named(4));
    const start = performance.now();
    await send(issue, "a", { rate: 1200 });
    expect(performance.now() - start).toBeGreaterThan(3 * 50 - 5);
    expect(recipients()).toEqual(named(4));
  });
});
