import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { openDatabase } from "../../../src/server/database/openDatabase.ts";
import { hashed } from "../../../src/server/hashed.ts";
import { serverSettings } from "../../../src/server/serverSettings.ts";
import { accountOf, type Accounts, newAddress, openAccounts, PASSWORD, tokenIn } from "../../support/accounts.ts";
import { databases } from "../../support/databases.ts";
import { ownDatabase } from "../../support/ownDatabase.ts";
import { smtpStandIn, type SmtpStandIn } from "../../support/smtpStandIn.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;

describe.each(databases)("while the mail server is down, with $name,", ({ env }) => {
  let smtp: SmtpStandIn;
  let accounts: Accounts;
  let own: Awaited<ReturnType<typeof ownDatabase>>;
  beforeAll(async () => void (own = await ownDatabase(env)));
  afterAll(() => own.drop());
  beforeEach(async () => {
    smtp = await smtpStandIn();
    accounts = await openAccounts({ ...own.env, SMTP_URL: smtp.address, MAIL_FROM: "paper@example.org" });
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await smtp.stop();
    await accounts.close();
  });

  const signUp = async (email: string, browser = accounts.browser()) => {
    expect((await browser.ask("POST", "/sign-up", { email, password: PASSWORD })).status).toBe(200);
    await accounts.settled();
  };

  const wait = async (milliseconds: number) => {
    const now = Date.now();
    vi.spyOn(Date, "now").mockReturnValue(now + milliseconds);
    await accounts.sendWaiting();
  };

  const to = (email: string) => smtp.emails.filter((text) => text.includes(email));

  test("the server is ready and says that it is down; emails wait, also past a restart, and are sent once it is back", async () => {
    const [browser, email] = [accounts.browser(), newAddress()];
    await signUp(email, browser);
    const ready = async () => (await accounts.browser().ask("GET", "/ready")).json();
    await expect.poll(ready).toEqual({ ok: true, mail: "unreachable" });
    await accounts.restart();
    await smtp.start();
    await wait(16 * SECOND);
    expect(to(email)).toHaveLength(1);
    expect(await ready()).toMatchObject({ ok: true });
    await wait(MINUTE);
    expect(to(email)).toHaveLength(1);
    expect((await browser.ask("POST", "/verify", { token: tokenIn(to(email)[0]) })).status).toBe(200);
    expect(await accountOf(browser)).toEqual({ email });
    const bytes = readdirSync(accounts.folder).map((name) => readFileSync(join(accounts.folder, name), "latin1"));
    expect(bytes.join("")).not.toContain(tokenIn(to(email)[0]));
  });

  test("the newest email of a kind waits, later each time, no longer than its link is valid", async () => {
    const { db } = openDatabase(serverSettings(own.env, accounts.origin, accounts.folder));
    onTestFinished(() => db.destroy());
    const [browser, email] = [accounts.browser(), newAddress()];
    await signUp(email, browser);
    await signUp(email, browser);
    const rows = () => db.selectFrom("waiting_email").select(["kind", "tries", "due"]).where("recipient", "=", hashed(email)).execute();
    const [first] = await rows();
    expect(first).toMatchObject({ kind: "verify", tries: 1 });
    await wait(16 * SECOND);
    await wait(MINUTE);
    const [later] = await rows();
    expect(later).toMatchObject({ kind: "verify", tries: 3 });
    expect((later?.due ?? 0) - Date.now()).toBe(MINUTE);
    await wait(61 * MINUTE);
    expect(await rows()).toEqual([]);
    await smtp.start();
    await accounts.sendWaiting();
    expect(to(email)).toEqual([]);
  });

  test("an email that is refused for now does not hold up the others", async () => {
    const [busy, email] = [`busy-${newAddress()}`, newAddress()];
    await signUp(busy);
    await signUp(email);
    await smtp.start();
    await wait(16 * SECOND);
    expect(to(email)).toHaveLength(1);
    expect(to(busy)).toEqual([]);
  });

  test("a server that is asked to end does not wait for it, and loses no email", async () => {
    await smtp.start(true);
    const email = newAddress();
    await accounts.browser().ask("POST", "/sign-up", { email, password: PASSWORD });
    const start = performance.now();
    await accounts.restart();
    expect(performance.now() - start).toBeLessThan(10_000);
    await smtp.stop();
    await smtp.start();
    await wait(16 * SECOND);
    expect(to(email)).toHaveLength(1);
  });
});
