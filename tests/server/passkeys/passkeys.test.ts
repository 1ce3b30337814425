import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Accounts, type Browser, newReader, openAccounts, PASSWORD } from "../../support/accounts.ts";
import { Authenticator } from "../../support/authenticator.ts";
import { databases } from "../../support/databases.ts";

describe.each(databases)("passkeys in $name", ({ env }) => {
  let accounts: Accounts;
  beforeAll(async () => void (accounts = await openAccounts(env)));
  afterAll(() => accounts.close());

  const device = () => new Authenticator(accounts.origin);
  const json = async (answer: Promise<Response>) => (await answer).json();
  const accountOf = async (browser: Browser) => (await json(browser.ask("GET", "/account"))).account;
  const told = async (answer: Response) => [answer.status, (await answer.json()).code];

  const add = async (browser: Browser, key: Authenticator) =>
    browser.ask("POST", "/account/passkeys/add", key.create(await json(browser.ask("POST", "/account/passkeys/ask", {}))));

  const signIn = async (browser: Browser, key: Authenticator, remember = true) =>
    browser.ask("POST", "/passkey/sign-in", { answer: key.get(await json(browser.ask("POST", "/passkey/ask", {}))), remember });

  /** Somebody with an account and one passkey. */
  const holder = async () => {
    const { browser, email } = await newReader(accounts);
    const key = device();
    expect((await add(browser, key)).status).toBe(200);
    return { browser, email, key };
  };

  test("a passkey signs in on another browser, without a name and a password", async () => {
    const { email, key } = await holder();
    const other = accounts.browser();
    const answer = await signIn(other, key);
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
    expect(await accountOf(other)).toEqual({ email });
  });

  test("without Remember me the session of a passkey ends with the browser", async () => {
    const { email, key } = await holder();
    const other = accounts.browser();
    await signIn(other, key, false);
    expect(await accountOf(other)).toEqual({ email });
    other.close();
    expect(await accountOf(other)).toBeNull();
  });

  test("passkeys are listed without their keys, and one that is removed signs in no more", async () => {
    const { browser, key } = await holder();
    const { passkeys } = await json(browser.ask("GET", "/account/passkeys"));
    expect(passkeys).toEqual([
      { id: key.id.toString("base64url"), device: expect.any(String), createdAt: expect.any(String), usedAt: null },
    ]);
    expect((await browser.ask("POST", "/account/passkeys/remove", { id: passkeys[0].id })).status).toBe(200);
    expect(await told(await signIn(accounts.browser(), key))).toEqual([401, "passkey-refused"]);
  });

  test("the owner of the account gets an email when a passkey is added and when one is removed", async () => {
    const { browser, email, key } = await holder();
    await expect.poll(() => accounts.emailTo(email)).toContain("A passkey was added to your account");
    await browser.ask("POST", "/account/passkeys/remove", { id: key.id.toString("base64url") });
    await expect.poll(() => accounts.emailTo(email)).toContain("A passkey was removed from your account");
  });

  test("nobody sees or removes the passkey of another", async () => {
    const [one, other] = [await holder(), await holder()];
    const refused = await other.browser.ask("POST", "/account/passkeys/remove", { id: one.key.id.toString("base64url") });
    expect(await told(refused)).toEqual([404, "no-passkey"]);
    expect((await json(other.browser.ask("GET", "/account/passkeys"))).passkeys.length).toBe(1);
    expect((await accounts.browser().ask("GET", "/account/passkeys")).status).toBe(401);
    expect(await told(await add(other.browser, one.key))).toEqual([401, "passkey-refused"]);
  });

  test("an answer works once, and only for the browser that was asked", async () => {
    const { key } = await holder();
    const [asked, thief] = [accounts.browser(), accounts.browser()];
    const answer = key.get(await json(asked.ask("POST", "/passkey/ask", {})));
    await thief.ask("POST", "/passkey/ask", {});
    expect(await told(await thief.ask("POST", "/passkey/sign-in", { answer }))).toEqual([401, "passkey-refused"]);
    const cookies = new Map(asked.cookies);
    expect((await asked.ask("POST", "/passkey/sign-in", { answer })).status).toBe(200);
    for (const [name, value] of cookies) thief.cookies.set(name, value);
    expect(await told(await thief.ask("POST", "/passkey/sign-in", { answer }))).toEqual([410, "passkey-late"]);
  });

  test("an answer for another site, without its owner, or from a key that went back is refused", async () => {
    const { key } = await holder();
    key.origin = "https://evil.example";
    expect((await signIn(accounts.browser(), key)).status).toBe(401);
    key.origin = accounts.origin;
    key.verifiesUser = false;
    expect((await signIn(accounts.browser(), key)).status).toBe(401);
    key.verifiesUser = true;
    expect((await signIn(accounts.browser(), key)).status).toBe(200);
    key.counter = 0;
    expect((await signIn(accounts.browser(), key)).status).toBe(401);
  });

  test("what was given to add a passkey signs nobody in", async () => {
    const { browser, key } = await holder();
    const options = await json(browser.ask("POST", "/account/passkeys/ask", {}));
    const answer = key.get({ challenge: options.challenge, rpId: options.rp.id });
    expect(await told(await browser.ask("POST", "/passkey/sign-in", { answer }))).toEqual([410, "passkey-late"]);
  });

  test("an account takes its passkeys along when it is deleted", async () => {
    const { browser, key } = await holder();
    expect((await json(browser.ask("GET", "/account/export"))).passkeys.length).toBe(1);
    expect((await browser.ask("POST", "/account/delete", { password: PASSWORD })).status).toBe(200);
    expect(await told(await signIn(accounts.browser(), key))).toEqual([401, "passkey-refused"]);
  });
});
