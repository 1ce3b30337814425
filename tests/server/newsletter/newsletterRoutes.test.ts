import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PALETTES } from "#content/brand.ts";
import { readWords } from "#compiler/features/words/readWords.ts";
import { exportSubscribers, importSubscribers } from "#cli/newsletter/subscribersCommand.ts";
import { openDatabase } from "../../../src/server/database/openDatabase.ts";
import { leaveToken } from "../../../src/server/newsletter/newsletterTokens.ts";
import { type Accounts, type Browser, newAddress, newReader, openAccounts, PASSWORD } from "../../support/accounts.ts";
import { alertSite } from "../../support/alertSite.ts";
import { runCommand } from "../../support/runCommand.ts";
import { databases } from "../../support/databases.ts";
import { hashPasswordsQuickly } from "../../support/quickPasswords.ts";

const FORM = { "Content-Type": "application/x-www-form-urlencoded" };

const face = (paper: string) => ({ every: "week", paper, font: "Georgia, serif", colors: { light: PALETTES.light, dark: PALETTES.dark } });

hashPasswordsQuickly();

describe.each(databases)("the newsletter in $name", ({ env }) => {
  const site = alertSite();
  let accounts: Accounts;
  beforeAll(async () => {
    site.write("mail.json", { ...readWords("en").mail, newsletter: face("The Test") });
    site.write("ar/mail.json", { ...readWords("ar").mail, newsletter: face("الاختبار") });
    accounts = await openAccounts(env, "en", site.folder);
  });
  afterAll(async () => {
    await accounts.close();
    site.remove();
  });

  const post = (browser: Browser, path: string, fields: Record<string, string> = {}, headers = {}) =>
    browser.ask("POST", path, new URLSearchParams(fields).toString(), { ...FORM, ...headers });
  const pathIn = (email: string | undefined, name: string) =>
    new RegExp(`/api(/newsletter/${name}\\?\\S+)`, "u").exec(email ?? "")?.[1] ?? "";
  const titleOf = (page: string) => /<h1>(.*?)<\/h1>/u.exec(page)?.[1];
  const pageAt = async (path: string) => (await accounts.browser().ask("GET", path)).text();

  /** Subscribes an address as its reader does. */
  const subscribed = async (email: string, edition = "") => {
    await post(accounts.browser(), "/newsletter", { email, edition });
    await accounts.settled();
    return titleOf(await (await post(accounts.browser(), pathIn(accounts.emailTo(email), "confirm"))).text());
  };
  const secret = () => readFileSync(join(accounts.folder, "secret"), "utf8").trim();
  const leaving = (email: string) => `/newsletter/leave?token=${leaveToken(secret(), email)}`;

  /** The subscribers, as the command exports them. */
  const exported = async (): Promise<string> => {
    const folder = mkdtempSync(join(tmpdir(), "broadsheet-subscribers-"));
    const file = join(folder, "subscribers.csv");
    await asCommand(() => exportSubscribers(file, { accounts: accounts.folder }));
    const csv = readFileSync(file, "utf8");
    rmSync(folder, { recursive: true });
    return csv;
  };
  const asCommand = <T>(run: () => Promise<T>) => runCommand(env, run);

  test("subscribes an address once its reader presses the button, by pages without scripts, in the edition's language", async () => {
    const page = await accounts.browser().ask("GET", "/newsletter");
    expect(page.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'/u);
    expect(await page.text()).toMatch(/<form method="post">[\s\S]+type="email"\s+name="email"[\s\S]+<button>Subscribe<\/button>/u);
    const email = newAddress();
    const asked = await post(accounts.browser(), "/newsletter", { email: ` ${email.toUpperCase()} ` });
    expect([asked.status, asked.headers.get("location")]).toEqual([303, `${accounts.origin}/api/newsletter/sent`]);
    await accounts.settled();
    const path = pathIn(accounts.emailTo(email), "confirm");
    expect(titleOf(await pageAt(path))).toBe("Confirm your subscription");
    expect(await exported()).not.toContain(email);
    expect(titleOf(await (await post(accounts.browser(), path)).text())).toBe("You are subscribed");
    expect(await exported()).toMatch(new RegExp(`^${email},,20[^,]+Z,$`, "mu"));
    const arabic = newAddress();
    expect(await pageAt("/newsletter?edition=/ar")).toMatch(/lang="ar" dir="rtl"[\s\S]+name="edition" value="\/ar"/u);
    expect(await subscribed(arabic, "/ar")).toBe("تمّ اشتراكك");
    expect(await exported()).toContain(`${arabic},ar,`);
  });

  test("answers a known and an unknown address alike, and sends each two emails a day at most", async () => {
    const known = newAddress();
    await subscribed(known);
    const unknown = newAddress();
    const answers = await Promise.all([known, unknown].map((email) => post(accounts.browser(), "/newsletter", { email })));
    expect(new Set(answers.map(({ status, headers }) => `${status} ${headers.get("location")}`)).size).toBe(1);
    for (let count = 0; count < 3; count++) await post(accounts.browser(), "/newsletter", { email: unknown });
    await accounts.settled();
    expect([accounts.emailsTo(known).length, accounts.emailsTo(unknown).length]).toEqual([2, 2]);
    const [a = "", b = ""] = [accounts.emailTo(known), accounts.emailTo(unknown)];
    expect(a.replaceAll(/token=\S+|reader-\S+/gu, "")).toBe(b.replaceAll(/token=\S+|reader-\S+/gu, ""));
    const browser = accounts.browser();
    const statuses = [];
    for (let count = 0; count < 11; count++) statuses.push((await post(browser, "/newsletter", { email: newAddress() })).status);
    expect(statuses.slice(-2)).toEqual([303, 429]);
  });

  test("refuses what is no address, no form, too long, or from another site", async () => {
    const browser = accounts.browser();
    const wrong = await post(browser, "/newsletter", { email: "nobody" });
    expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringContaining("This is not an email address.")]);
    expect((await browser.ask("POST", "/newsletter", { email: newAddress() })).status).toBe(415);
    expect((await post(browser, "/newsletter", { email: "a".repeat(5000) })).status).toBe(413);
    expect((await post(browser, "/newsletter", { email: newAddress() }, { Origin: "https://other.example" })).status).toBe(403);
    for (const path of ["/newsletter/confirm?token=ab12", "/newsletter/leave?token=a.b", "/newsletter/leave"])
      expect([(await browser.ask("GET", path)).status, (await post(browser, path)).status]).toEqual([410, 410]);
  });

  test("is left with one press, by a mail program or on a page, after which an older list does not bring it back", async () => {
    const [email, other] = [newAddress(), newAddress()];
    await subscribed(email);
    await subscribed(other);
    expect(titleOf(await pageAt(leaving(email)))).toBe("Unsubscribe");
    expect(await exported()).toContain(email);
    const list = join(accounts.folder, "list.csv");
    const added = newAddress();
    writeFileSync(list, `Name,Email\nAda,${email}\nBea,${added}\nCy,nobody\n`);
    // RFC 8058, section 3.1: from no page of ours.
    const pressed = await post(accounts.browser(), leaving(email), { "List-Unsubscribe": "One-Click" }, { Origin: "https://mail.example" });
    expect([pressed.status, titleOf(await pressed.text())]).toEqual([200, "You are unsubscribed"]);
    const [code, said] = await asCommand(() => importSubscribers(list, { accounts: accounts.folder }));
    expect([code, said]).toEqual([
      1,
      `${list}:4 has no email address: nobody.\n1 subscriber added; 0 were there already, 1 have unsubscribed before and stay so.`,
    ]);
    const csv = await exported();
    expect([csv.includes(email), csv.includes(other), csv.includes(added)]).toEqual([false, true, true]);
    await accounts.settled();
    if (Object.keys(env).length === 0) expect(readFileSync(join(accounts.folder, "accounts.db")).includes(email)).toBe(false);
    await subscribed(email);
    expect(await exported()).toContain(email);
  });

  test("is in the export of an account with its address, and deleted with it", async () => {
    const { browser, email } = await newReader(accounts);
    await subscribed(email);
    const { newsletter } = await (await browser.ask("GET", "/account/export")).json();
    expect(newsletter).toEqual({ edition: "", since: expect.any(Number) });
    await browser.ask("POST", "/account/delete", { password: PASSWORD });
    const database = openDatabase({ databaseUrl: env["DATABASE_URL"], folder: accounts.folder });
    const rows = await database.db.selectFrom("newsletter_subscriber").selectAll().where("email", "=", email).execute();
    await database.close();
    expect(rows).toEqual([]);
  });

  test("is nowhere in a site without one, but can be left", async () => {
    const email = newAddress();
    await subscribed(email);
    site.write("mail.json", readWords("en").mail);
    expect((await accounts.browser().ask("GET", "/newsletter")).status).toBe(404);
    expect((await post(accounts.browser(), "/newsletter", { email })).status).toBe(404);
    expect(titleOf(await (await post(accounts.browser(), leaving(email))).text())).toBe("You are unsubscribed");
    site.write("mail.json", { ...readWords("en").mail, newsletter: face("The Test") });
  });
});
