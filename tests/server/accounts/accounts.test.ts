import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accountOf, type Accounts, newAddress, newReader, openAccounts, PASSWORD, tokenIn } from "../../support/accounts.ts";
import { databases } from "../../support/databases.ts";
import { hashPasswordsQuickly } from "../../support/quickPasswords.ts";
import { giveKey, KEY, sealed } from "../../support/sealed.ts";

hashPasswordsQuickly();

describe.each(databases)("accounts in $name", ({ env }) => {
  let accounts: Accounts;
  beforeAll(async () => void (accounts = await openAccounts(env)));
  afterAll(() => accounts.close());

  const reader = () => newReader(accounts);

  const codeOf = async (response: Response) => (await response.json()).code;

  test("signing up sends an email, whose link confirms the address and signs in", async () => {
    const { browser, email } = await reader();
    expect(await accountOf(browser)).toEqual({ email });
  });

  test("nobody gets in before the address is confirmed", async () => {
    const [browser, email] = [accounts.browser(), newAddress()];
    await browser.ask("POST", "/sign-up", { email, password: PASSWORD });
    const refused = await browser.ask("POST", "/sign-in", { email, password: PASSWORD });
    expect([refused.status, await codeOf(refused)]).toEqual([403, "not-verified"]);
    expect(await accountOf(browser)).toBeNull();
  });

  test("without Remember me a session ends with the browser, with it it lasts 30 days", async () => {
    const { email } = await reader();
    const [forgetful, faithful] = [accounts.browser(), accounts.browser()];
    await forgetful.ask("POST", "/sign-in", { email, password: PASSWORD, remember: false });
    const remembered = await faithful.ask("POST", "/sign-in", { email, password: PASSWORD, remember: true });
    expect(remembered.headers.getSetCookie().find((cookie) => cookie.includes("session_token"))).toContain(`Max-Age=${30 * 24 * 60 * 60}`);
    expect(await accountOf(forgetful)).toEqual({ email });
    forgetful.close();
    faithful.close();
    expect(await accountOf(forgetful)).toBeNull();
    expect(await accountOf(faithful)).toEqual({ email });
  });

  test("a forgotten password is replaced once, ends every session and signs nobody in", async () => {
    const { browser, email } = await reader();
    const other = accounts.browser();
    await other.ask("POST", "/forgot", { email });
    await expect.poll(() => accounts.emailTo(email)).toContain("new password");
    const token = tokenIn(accounts.emailTo(email));
    const reset = await other.ask("POST", "/reset", { token, password: "another long sentence" });
    expect(reset.status).toBe(200);
    expect([await accountOf(other), await accountOf(browser)]).toEqual([null, null]);
    const again = await other.ask("POST", "/reset", { token, password: "a third long sentence" });
    expect([again.status, await codeOf(again)]).toEqual([410, "link-old"]);
    expect((await other.ask("POST", "/sign-in", { email, password: PASSWORD })).status).toBe(401);
    expect((await other.ask("POST", "/sign-in", { email, password: "another long sentence" })).status).toBe(200);
  });

  test("sessions can be listed without their tokens, and ended one by one", async () => {
    const { browser, email } = await reader();
    const phone = accounts.browser();
    await phone.ask("POST", "/sign-in", { email, password: PASSWORD }, { "User-Agent": "A phone" });
    const text = await (await browser.ask("GET", "/account/sessions")).text();
    const tokens = [browser, phone].map(({ cookies }) => cookies.get("__Host-broadsheet.session_token")?.split(".")[0]);
    for (const token of tokens) expect(text).not.toContain(token);
    const { sessions } = JSON.parse(text);
    const onPhone = sessions.find(({ device }: { device: string }) => device === "A phone");
    expect((await browser.ask("POST", "/account/sessions/end", { id: onPhone.id })).status).toBe(200);
    expect([await accountOf(phone), await accountOf(browser)]).toEqual([null, { email }]);
  });

  test("a new password needs the old one, and ends the other sessions", async () => {
    const { browser, email } = await reader();
    const phone = accounts.browser();
    await phone.ask("POST", "/sign-in", { email, password: PASSWORD });
    const wrong = await browser.ask("POST", "/account/password", { password: "not the one", newPassword: "one more long sentence" });
    expect([wrong.status, await codeOf(wrong)]).toEqual([401, "wrong-password"]);
    await browser.ask("POST", "/account/password", { password: PASSWORD, newPassword: "one more long sentence" });
    expect([await accountOf(phone), await accountOf(browser)]).toEqual([null, { email }]);
  });

  test("a new email address holds when its own email was answered", async () => {
    const { browser, email } = await reader();
    const next = newAddress();
    expect((await browser.ask("POST", "/account/email", { password: "not the one", email: next })).status).toBe(401);
    expect((await browser.ask("POST", "/account/email", { password: PASSWORD, email: next })).status).toBe(200);
    expect(await accountOf(browser)).toEqual({ email });
    await expect.poll(() => accounts.emailTo(next)).toBeDefined();
    await browser.ask("POST", "/verify", { token: tokenIn(accounts.emailTo(next)) });
    expect(await accountOf(browser)).toEqual({ email: next });
  });

  test("an account leaves with all that it holds, and nothing of it stays", async () => {
    const { browser, email } = await reader();
    const record = sealed("a", Date.now());
    await giveKey(browser);
    await browser.ask("POST", "/library", { key: KEY, since: 0, records: [record] });
    const exported = await (await browser.ask("GET", "/account/export")).json();
    expect(exported).toMatchObject({
      account: { email },
      key: { id: KEY, phrase: "phrase", passkeys: [] },
      library: [{ ...record, key: KEY }],
    });
    const phone = accounts.browser();
    await phone.ask("POST", "/sign-in", { email, password: PASSWORD });
    expect(await accountOf(phone)).toEqual({ email });
    expect((await browser.ask("POST", "/account/delete", { password: "not the one" })).status).toBe(401);
    expect((await browser.ask("POST", "/account/delete", { password: PASSWORD })).status).toBe(200);
    expect([await accountOf(browser), await accountOf(phone)]).toEqual([null, null]);
    expect((await phone.ask("GET", "/account/sessions")).status).toBe(401);
    expect((await browser.ask("POST", "/sign-in", { email, password: PASSWORD })).status).toBe(401);
    if (env["DATABASE_URL"] === undefined) {
      const database = readdirSync(accounts.folder).filter((name) => name.startsWith("accounts.db"));
      const bytes = database.map((name) => readFileSync(join(accounts.folder, name), "latin1")).join("");
      expect(bytes.includes(email)).toBe(false);
    }
  });

  test("a restart signs nobody out and forgets no limit", async () => {
    const { browser, email } = await reader();
    const guesser = accounts.browser();
    const guess = async () => (await guesser.ask("POST", "/sign-in", { email, password: "a guess of many" })).status;
    let status = 0;
    for (let count = 0; count < 25 && status !== 429; count++) status = await guess();
    expect(status).toBe(429);
    await accounts.restart();
    expect(await guess()).toBe(429);
    expect(await accountOf(browser)).toEqual({ email });
  });
});
