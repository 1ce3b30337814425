import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { type Accounts, newAddress, newReader, openAccounts, PASSWORD, tokenIn } from "../../support/accounts.ts";
import { openTwitter, type TwitterStandIn } from "../../support/twitterStandIn.ts";

let twitter: TwitterStandIn;
let accounts: Accounts;

beforeAll(async () => {
  twitter = await openTwitter();
  accounts = await openAccounts(twitter.env);
});
afterAll(async () => {
  await accounts.close();
  twitter.close();
});

async function signIn(browser = accounts.browser(), changed = (back: string) => back): Promise<string> {
  const { url } = await (await browser.ask("POST", "/twitter", {})).json();
  const authorised = await fetch(url, { redirect: "manual" });
  const back = await browser.ask("GET", changed(authorised.headers.get("location") ?? ""));
  return back.headers.get("location") ?? "";
}

const accountOf = async (browser = accounts.browser()) => (await (await browser.ask("GET", "/account")).json()).account;

test("signing in with X opens an account, by a challenge that only the one who asked can answer", async () => {
  const browser = accounts.browser();
  const email = "reader@example.org";
  twitter.email = email;
  expect(await signIn(browser)).toBe(`${accounts.origin}/account`);
  expect(await accountOf(browser)).toEqual({ email });
});

test("the same person comes back to the same account, without an address too", async () => {
  twitter.email = undefined;
  const browser = accounts.browser();
  await signIn(browser);
  expect(await accountOf(browser)).toEqual({ email: "reader@example.org" });
});

test("an answer with another state signs nobody in", async () => {
  const browser = accounts.browser();
  const back = await signIn(browser, (address) => address.replace(/state=[^&]+/u, "state=forged"));
  expect(back).toContain("error=");
  expect(await accountOf(browser)).toBeNull();
});

test("an answer that was asked for by another browser signs nobody in", async () => {
  const [victim, attacker] = [accounts.browser(), accounts.browser()];
  const { url } = await (await attacker.ask("POST", "/twitter", {})).json();
  const authorised = await fetch(url, { redirect: "manual" });
  await victim.ask("GET", authorised.headers.get("location") ?? "");
  expect(await accountOf(victim)).toBeNull();
});

test("an address that already has an account with a password is not taken over by X", async () => {
  const { email } = await newReader(accounts);
  twitter.email = email;
  twitter.id = "1001";
  const stranger = accounts.browser();
  expect(await signIn(stranger)).toContain("error=account_not_linked");
  expect(await accountOf(stranger)).toBeNull();
  expect((await accounts.browser().ask("POST", "/sign-in", { email, password: PASSWORD })).status).toBe(200);
});

test("who signed up with an address first, and did not confirm it, keeps nothing from its owner at X", async () => {
  const [squatter, owner, email] = [accounts.browser(), accounts.browser(), newAddress()];
  await squatter.ask("POST", "/sign-up", { email, password: PASSWORD });
  await accounts.settled();
  const token = tokenIn(accounts.emailTo(email));
  twitter.email = email;
  twitter.id = "1002";
  expect(await signIn(owner)).toBe(`${accounts.origin}/account`);
  expect(await accountOf(owner)).toEqual({ email });
  // It is another account: neither the password nor the link of the former one opens it.
  expect((await squatter.ask("POST", "/sign-in", { email, password: PASSWORD })).status).toBe(401);
  expect((await squatter.ask("POST", "/verify", { token })).status).toBe(410);
  expect(await accountOf(squatter)).toBeNull();
});

test("who comes back from X with the address of somebody's sign-up takes nothing from it", async () => {
  const [browser, email] = [accounts.browser(), newAddress()];
  twitter.email = undefined;
  twitter.id = "1003";
  await signIn();
  await browser.ask("POST", "/sign-up", { email, password: PASSWORD });
  await accounts.settled();
  twitter.email = email;
  await signIn();
  expect((await browser.ask("POST", "/verify", { token: tokenIn(accounts.emailTo(email)) })).status).toBe(200);
});

test("an address from X that no email can be sent to is like none, and one with an apostrophe is taken", async () => {
  for (const [id, given, email] of [
    ["2001", "a@example.org\r\nBcc: b@example.org", "2001@twitter.invalid"],
    ["2002", "a b@example.org", "2002@twitter.invalid"],
    ["2003", "a@example.org\n", "2003@twitter.invalid"],
    ["2004", "O'Brien@Example.org", "o'brien@example.org"],
  ] as const) {
    [twitter.id, twitter.email] = [id, given];
    const browser = accounts.browser();
    await signIn(browser);
    expect(await accountOf(browser), given).toEqual({ email });
  }
  const { browser } = await newReader(accounts, `o'hara-${Date.now()}@example.org`);
  expect(await accountOf(browser)).not.toBeNull();
});

test("an answer that comes too late or for nothing leads to the page of the account, not to JSON", async () => {
  const browser = accounts.browser();
  for (const query of ["code=a-code&state=of-yesterday", "code=a-code", "state=x", "error=access_denied", "code=%00&state=%00"]) {
    const answer = await browser.ask("GET", `/auth/callback/twitter?${query}`);
    expect([answer.status, answer.headers.get("location")?.split("?")[0]], query).toEqual([302, `${accounts.origin}/account`]);
    expect(answer.headers.get("location")).toContain("error=");
  }
});

test("who signs in waits no longer than ten seconds for X", async () => {
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  const waits = vi.spyOn(AbortSignal, "timeout").mockImplementation((milliseconds) => timeout(milliseconds / 100));
  onTestFinished(() => waits.mockRestore());
  twitter.hangs = true;
  const back = await signIn();
  twitter.hangs = false;
  expect(back).toContain("/account?error=");
  expect(waits.mock.calls).toEqual([[10_000]]);
});

test("where X is not set up, it is not offered", async () => {
  const without = await openAccounts();
  const answer = await without.browser().ask("POST", "/twitter", {});
  const { providers } = await (await without.browser().ask("GET", "/account")).json();
  await without.close();
  expect([answer.status, providers]).toEqual([404, { twitter: false }]);
});
