import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "../../../src/server/database/openDatabase.ts";
import { attemptKey } from "../../../src/server/limits.ts";
import { countAttempt, forgetAttempts } from "../../../src/server/rateLimiter.ts";
import { serverSettings } from "../../../src/server/serverSettings.ts";
import { accountOf, type Accounts, newAddress, newReader, openAccounts, PASSWORD, tokenAfter, tokenIn } from "../../support/accounts.ts";
import { Authenticator } from "../../support/authenticator.ts";
import { databases } from "../../support/databases.ts";
import { hashPasswordsQuickly } from "../../support/quickPasswords.ts";

hashPasswordsQuickly();

const THEIRS = "the password of somebody else";
const NEXT = "another long sentence";

describe.each(databases)("who wants the account of another, in $name,", ({ env }) => {
  let accounts: Accounts;
  beforeAll(async () => void (accounts = await openAccounts(env)));
  afterAll(() => accounts.close());

  const told = async (response: Response) => [response.status, (await response.json()).code];

  const signIn = (email: string, password: string, browser = accounts.browser()) => browser.ask("POST", "/sign-in", { email, password });

  const tokenOf = (email: string, asking: () => Promise<Response>) => tokenAfter(accounts, email, asking);

  const signUp = (email: string, password: string, browser = accounts.browser()) =>
    tokenOf(email, () => browser.ask("POST", "/sign-up", { email, password }));

  const forgot = (email: string) => tokenOf(email, () => accounts.browser().ask("POST", "/forgot", { email }));

  /** Counts wrong passwords as if they had come in, which would take a while to hash. */
  async function tryWrong(email: string, times: number, what: "wrong password" | "wrong password here" = "wrong password"): Promise<void> {
    const database = openDatabase(serverSettings(env, accounts.origin, accounts.folder));
    for (let count = 0; count < times; count++) await countAttempt(database.db, attemptKey(what, email), { most: 1000, seconds: 3600 });
    await database.db.destroy();
  }

  /** As if ten minutes had passed for the count of emails, but not for their links. */
  async function forgetEmails(email: string): Promise<void> {
    const database = openDatabase(serverSettings(env, accounts.origin, accounts.folder));
    await forgetAttempts(database.db, attemptKey("email to reset", email));
    await database.db.destroy();
  }

  test("gets nothing by signing up first: the owner's own sign-up takes its place", async () => {
    const [email, owner] = [newAddress(), accounts.browser()];
    const early = await signUp(email, THEIRS);
    const own = await signUp(email, PASSWORD, owner);
    expect(await told(await owner.ask("POST", "/verify", { token: early }))).toEqual([410, "link-old"]);
    expect((await owner.ask("POST", "/verify", { token: own })).status).toBe(200);
    expect((await signIn(email, THEIRS)).status).toBe(401);
    expect((await signIn(email, PASSWORD)).status).toBe(200);
  });

  test("gets nothing by signing up last: the owner's browser confirms no password but its own", async () => {
    const [email, owner] = [newAddress(), accounts.browser()];
    await signUp(email, PASSWORD, owner);
    const late = await signUp(email, THEIRS);
    expect(await told(await owner.ask("POST", "/verify", { token: late }))).toEqual([401, "password-needed"]);
    expect(await told(await owner.ask("POST", "/verify", { token: late, password: PASSWORD }))).toEqual([401, "wrong-password"]);
    expect((await signIn(email, THEIRS)).status).toBe(403);
    await accounts.settled();
    // By the email for a new password the address is the owner's all the same.
    expect((await owner.ask("POST", "/reset", { token: await forgot(email), password: NEXT })).status).toBe(200);
    expect((await owner.ask("POST", "/verify", { token: late, password: THEIRS })).status).toBe(410);
    expect((await signIn(email, THEIRS)).status).toBe(401);
    expect((await signIn(email, NEXT)).status).toBe(200);
  });

  test("gets nobody to confirm a change of address by an email alone", async () => {
    const [{ browser: attacker, email }, { browser: owner }, next] = [await newReader(accounts), await newReader(accounts), newAddress()];
    const change = () => tokenOf(next, () => attacker.ask("POST", "/account/email", { password: PASSWORD, email: next }));
    const token = await change();
    expect(accounts.emailTo(next)).toContain(`signed in at The Test as ${email} wants to use this address`);
    for (const browser of [accounts.browser(), owner])
      expect(await told(await browser.ask("POST", "/verify", { token }))).toEqual([401, "password-needed"]);
    expect(await accountOf(attacker)).toEqual({ email });
    // Whoever asked for it confirms it on another device by the password, in the same browser without.
    const phone = accounts.browser();
    expect((await phone.ask("POST", "/verify", { token, password: PASSWORD })).status).toBe(200);
    expect(await accountOf(attacker)).toEqual({ email: next });
    const back = await tokenOf(email, () => attacker.ask("POST", "/account/email", { password: PASSWORD, email }));
    await attacker.ask("POST", "/sign-out", {});
    expect((await attacker.ask("POST", "/verify", { token: back })).status).toBe(200);
    expect((await signIn(email, PASSWORD)).status).toBe(200);
  });

  test("keeps no address from a change by signing up with it, and none for longer than a day", async () => {
    const [{ browser }, next] = [await newReader(accounts), newAddress()];
    await signUp(next, THEIRS);
    const token = await tokenOf(next, () => browser.ask("POST", "/account/email", { password: PASSWORD, email: next }));
    const { db } = openDatabase(serverSettings(env, accounts.origin, accounts.folder));
    await signUp(next, THEIRS);
    expect((await browser.ask("POST", "/verify", { token })).status).toBe(200);
    expect(await accountOf(browser)).toEqual({ email: next });

    const [left, waiting] = [newAddress(), newAddress()];
    await signUp(left, THEIRS);
    await signUp(waiting, THEIRS);
    const users = async () =>
      (await sql<{ email: string }>`select email from "user" where email in (${left}, ${waiting}, ${next})`.execute(db)).rows
        .map(({ email }) => email)
        .toSorted();
    await sql`update "user" set "createdAt" = ${new Date(Date.now() - 25 * 3_600_000).toISOString()} where email in (${left}, ${next}, ${waiting})`.execute(
      db,
    );
    await sql`delete from email_token where user_id = (select id from "user" where email = ${left})`.execute(db);
    await accounts.restart();
    await expect.poll(users).toEqual([next, waiting].toSorted());
    await db.destroy();
  });

  test("keeps no passkey past a new password by email", async () => {
    const { browser, email } = await newReader(accounts);
    const key = new Authenticator(accounts.origin);
    const asked = await (await browser.ask("POST", "/account/passkeys/ask", {})).json();
    expect((await browser.ask("POST", "/account/passkeys/add", key.create(asked))).status).toBe(200);
    await expect.poll(() => accounts.emailTo(email)).toContain("A passkey was added");
    expect((await browser.ask("POST", "/reset", { token: await forgot(email), password: NEXT })).status).toBe(200);
    await expect.poll(() => accounts.emailTo(email)).toContain("all passkeys removed");
    const answer = key.get(await (await browser.ask("POST", "/passkey/ask", {})).json());
    expect(await told(await browser.ask("POST", "/passkey/sign-in", { answer }))).toEqual([401, "passkey-refused"]);
  });

  test("gets a new email to confirm also in a browser in which somebody else is signed in", async () => {
    const [email, { browser }] = [newAddress(), await newReader(accounts)];
    await signUp(email, PASSWORD);
    const before = accounts.emailsTo(email).length;
    expect(await told(await signIn(email, PASSWORD, browser))).toEqual([403, "not-verified"]);
    await expect.poll(() => accounts.emailsTo(email).length).toBe(before + 1);
  });

  test("takes no email for a new password along by signing up again; whoever deletes the account does", async () => {
    const [email, owner] = [newAddress(), accounts.browser()];
    await signUp(email, THEIRS);
    const token = await forgot(email);
    expect((await accounts.browser().ask("POST", "/sign-up", { email, password: THEIRS })).status).toBe(200);
    expect((await owner.ask("POST", "/reset", { token, password: PASSWORD })).status).toBe(200);
    expect((await signIn(email, PASSWORD, owner)).status).toBe(200);
    const last = await forgot(email);
    expect((await owner.ask("POST", "/account/delete", { password: PASSWORD })).status).toBe(200);
    expect(await told(await owner.ask("POST", "/reset", { token: last, password: NEXT }))).toEqual([410, "link-old"]);
  });

  test("keeps nobody from confirming on another device, by the password", async () => {
    const [email, phone] = [newAddress(), accounts.browser()];
    const token = await signUp(email, PASSWORD);
    expect((await phone.ask("POST", "/verify", { token, password: PASSWORD })).status).toBe(200);
    expect(await accountOf(phone)).toEqual({ email });
    expect(await told(await phone.ask("POST", "/verify", { token, password: PASSWORD }))).toEqual([410, "link-old"]);
  });

  test("locks no address: a new email comes with the right password, and a reset confirms the address", async () => {
    const [email, owner] = [newAddress(), accounts.browser()];
    const first = await signUp(email, PASSWORD, owner);
    const before = accounts.emailsTo(email).length;
    expect(await told(await signIn(email, PASSWORD, owner))).toEqual([403, "not-verified"]);
    await expect.poll(() => accounts.emailsTo(email).length).toBe(before + 1);
    expect((await owner.ask("POST", "/verify", { token: first })).status).toBe(410);
    expect((await owner.ask("POST", "/verify", { token: tokenIn(accounts.emailTo(email)) })).status).toBe(200);

    const other = newAddress();
    await signUp(other, PASSWORD);
    expect((await owner.ask("POST", "/reset", { token: await forgot(other), password: NEXT })).status).toBe(200);
    expect((await signIn(other, NEXT)).status).toBe(200);
  });

  test("cannot lock out a browser that was signed in before, nor who asks for a new password", async () => {
    const { browser: owner, email } = await newReader(accounts);
    await tryWrong(email, 50);
    expect((await signIn(email, PASSWORD)).status).toBe(429);
    expect((await signIn(email, PASSWORD, owner)).status).toBe(200);
    const elsewhere = accounts.browser();
    expect((await elsewhere.ask("POST", "/reset", { token: await forgot(email), password: NEXT })).status).toBe(200);
    expect((await signIn(email, NEXT)).status).toBe(200);
    await tryWrong(email, 50);
    expect((await signIn(email, NEXT, elsewhere)).status).toBe(200);
  });

  test("is counted by wrong passwords alone: a right one begins anew", async () => {
    const { email } = await newReader(accounts);
    await tryWrong(email, 48);
    for (let count = 0; count < 3; count++) expect((await signIn(email, PASSWORD)).status).toBe(200);
  });

  test("is known by no cookie of another account, and guesses no faster with one", async () => {
    const [one, other] = [await newReader(accounts), await newReader(accounts)];
    await tryWrong(other.email, 50);
    expect((await signIn(other.email, PASSWORD, one.browser)).status).toBe(429);
    const device = [...other.browser.cookies].find(([name]) => name.endsWith(".device"))?.[1].split(".")[0] ?? "";
    await tryWrong(`${device} of ${other.email}`, 20, "wrong password here");
    expect((await signIn(other.email, PASSWORD, other.browser)).status).toBe(429);
  });

  test("can have few emails sent to an address, the last of which holds, and cannot keep the other kind from it", async () => {
    const [email, stranger] = [newAddress(), accounts.browser()];
    const answers = [];
    for (let count = 0; count < 4; count++) {
      answers.push(await (await stranger.ask("POST", "/sign-up", { email, password: THEIRS })).text());
      // A sign-up deletes the account of the last one, which then needs no email that is still to be written.
      await accounts.settled();
    }
    const token = await forgot(email);
    for (let count = 0; count < 5; count++) answers.push(await (await accounts.browser().ask("POST", "/forgot", { email })).text());
    expect(new Set(answers)).toEqual(new Set(['{"sent":true}']));
    await accounts.settled();
    expect(accounts.emailsTo(email).map((email) => /Subject: (\w+)/u.exec(email)?.[1])).toEqual([
      ...Array.from({ length: 2 }, () => "Confirm"),
      ...Array.from({ length: 1 }, () => "Choose"),
    ]);
    const owner = accounts.browser();
    expect((await owner.ask("POST", "/reset", { token, password: NEXT })).status).toBe(200);
    await expect.poll(() => accounts.emailTo(email)).toContain("was changed");
    // That link holds no more, so that there is a new one at once.
    expect((await owner.ask("POST", "/reset", { token: await forgot(email), password: PASSWORD })).status).toBe(200);
  });

  test("cannot use up the emails of an address's owner, who is in another network, nor send one from each of many", async () => {
    const [email, stranger, owner] = [newAddress(), accounts.browser(), accounts.browser()];
    // One after another: a sign-up that deletes the account of the one before it ends that one's email, unless it is sent.
    const signUps = async (count: number, by: () => typeof owner, address: string) => {
      for (let at = 0; at < count; at++) {
        await by().ask("POST", "/sign-up", { email: address, password: THEIRS });
        await accounts.settled();
      }
    };
    await signUps(3, () => stranger, email);
    const token = await signUp(email, PASSWORD, owner);
    await stranger.ask("POST", "/sign-up", { email, password: THEIRS });
    expect((await owner.ask("POST", "/verify", { token })).status).toBe(200);
    const other = newAddress();
    await signUps(12, () => accounts.browser(), other);
    expect(accounts.emailsTo(other)).toHaveLength(10);
  });

  test("finds no link that works twice, and none of before a new password", async () => {
    const { browser, email } = await newReader(accounts);
    const next = newAddress();
    const change = await tokenOf(next, () => browser.ask("POST", "/account/email", { password: PASSWORD, email: next }));
    expect((await browser.ask("POST", "/verify", { token: change })).status).toBe(200);
    await expect.poll(() => accounts.emailTo(email)).toContain("The email address of your account at");
    const back = await tokenOf(email, () => browser.ask("POST", "/account/email", { password: PASSWORD, email }));
    expect((await browser.ask("POST", "/verify", { token: back })).status).toBe(200);
    expect((await browser.ask("POST", "/verify", { token: change })).status).toBe(410);
    expect(await accountOf(browser)).toEqual({ email });

    const one = await forgot(email);
    await forgetEmails(email);
    const two = await forgot(email);
    expect((await browser.ask("POST", "/reset", { token: two, password: NEXT })).status).toBe(200);
    expect((await browser.ask("POST", "/reset", { token: one, password: THEIRS })).status).toBe(410);
    await expect.poll(() => accounts.emailTo(email)).toContain("password of your account at The Test was changed");
  });

  test("changes no password without an email to the owner, which ends older links", async () => {
    const { browser, email } = await newReader(accounts);
    const old = await forgot(email);
    expect((await browser.ask("POST", "/account/password", { password: PASSWORD, newPassword: NEXT })).status).toBe(200);
    await expect.poll(() => accounts.emailTo(email)).toContain("password of your account at The Test was changed");
    expect((await browser.ask("POST", "/reset", { token: old, password: THEIRS })).status).toBe(410);
  });

  test("deletes no account that has a password without it", async () => {
    const { browser, email } = await newReader(accounts);
    expect(await told(await browser.ask("POST", "/account/delete", {}))).toEqual([401, "wrong-password"]);
    expect(await accountOf(browser)).toEqual({ email });
  });

  test("breaks nothing by a token with a null byte", async () => {
    const browser = accounts.browser();
    for (const path of ["/verify", "/reset"])
      expect(await told(await browser.ask("POST", path, { token: "a\0b", password: NEXT })), path).toEqual([410, "link-old"]);
  });
});
