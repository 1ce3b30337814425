import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  accountOf,
  type Accounts,
  type Browser,
  newAddress,
  newReader,
  openAccounts,
  PASSWORD,
  tokenAfter,
} from "../../support/accounts.ts";
import { openDatabase } from "../../../src/server/database/openDatabase.ts";
import { serverSettings } from "../../../src/server/serverSettings.ts";
import { databases } from "../../support/databases.ts";

describe.each(databases)("confirming an address, in $name,", ({ env }) => {
  let accounts: Accounts;
  beforeAll(async () => void (accounts = await openAccounts(env)));
  afterAll(() => accounts.close());

  const tokenOf = (email: string, by: Browser, path: string) =>
    tokenAfter(accounts, email, () => by.ask("POST", path, { password: PASSWORD, email }));

  test("is refused where another account has it by now", async () => {
    const [{ browser, email }, next, other] = [await newReader(accounts), newAddress(), accounts.browser()];
    const token = await tokenOf(next, browser, "/account/email");
    const own = await tokenOf(next, other, "/sign-up");
    expect((await other.ask("POST", "/verify", { token: own })).status).toBe(200);
    const refused = await browser.ask("POST", "/verify", { token });
    expect([refused.status, (await refused.json()).code]).toEqual([409, "address-taken"]);
    expect(await accountOf(browser)).toEqual({ email });
    expect(await accountOf(other)).toEqual({ email: next });
  });

  test("tells whether this browser is signed in, also where somebody else is", async () => {
    const [{ browser, email }, { browser: shared, email: theirs }] = [await newReader(accounts), await newReader(accounts)];
    const change = async (to: string) => {
      const token = await tokenOf(to, browser, "/account/email");
      return async (by: Browser, password?: string) => (await by.ask("POST", "/verify", { token, password })).json();
    };
    expect(await (await change(newAddress()))(browser)).toEqual({ ok: true, signedIn: true });
    expect(await (await change(newAddress()))(accounts.browser(), PASSWORD)).toEqual({ ok: true, signedIn: false });
    expect(await (await change(email))(shared, PASSWORD)).toEqual({ ok: true, signedIn: false });
    expect(await accountOf(shared)).toEqual({ email: theirs });
    expect(await accountOf(browser)).toEqual({ email });
    const next = newAddress();
    const token = await tokenOf(next, accounts.browser(), "/sign-up");
    expect(await (await shared.ask("POST", "/verify", { token, password: PASSWORD })).json()).toEqual({ ok: true, signedIn: true });
    expect(await accountOf(shared)).toEqual({ email: next });
  });
});

test("an email that was sent before an update still confirms after it", async () => {
  const accounts = await openAccounts();
  const [email, browser] = [newAddress(), accounts.browser()];
  const token = await tokenAfter(accounts, email, () => browser.ask("POST", "/sign-up", { password: PASSWORD, email }));
  const { db } = openDatabase(serverSettings({}, accounts.origin, accounts.folder));
  // What the table was called before.
  await db.schema.alterTable("email_token").renameTo("letter").execute();
  await db.destroy();
  await accounts.restart();
  expect((await browser.ask("POST", "/verify", { token })).status).toBe(200);
  await accounts.close();
});
