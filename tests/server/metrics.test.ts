import { afterAll, beforeAll, expect, test } from "vitest";
import { type Accounts, type Browser, newReader, openAccounts, PASSWORD, tokenIn } from "../support/accounts.ts";
import { giveKey, KEY, sealed } from "../support/sealed.ts";

const TOKEN = "a token of 32 characters or more, by the operator";

let accounts: Accounts;
beforeAll(async () => void (accounts = await openAccounts({ METRICS_TOKEN: TOKEN })));
afterAll(() => accounts.close());

const ask = (token?: string, browser = accounts.browser()) =>
  browser.ask("GET", "/metrics", undefined, token === undefined ? {} : { Authorization: `Bearer ${token}` });

/** Each series with its labels, and its value now. */
async function metrics(): Promise<Map<string, number>> {
  const text = await (await ask(TOKEN)).text();
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => {
      const [, series, value] = /^([a-z_:][\w:]*(?:\{[^}]*\})?) (\S+)$/u.exec(line) ?? [];
      expect(series, line).toBeDefined();
      return [series ?? "", Number(value)];
    }),
  );
}

const requests = (method: string, route: string, status: number) =>
  `http_request_duration_seconds_count{method="${method}",route="${route}",status="${status}"}`;

const save = async (browser: Browser, id: string) => {
  if ((await (await browser.ask("GET", "/library/key")).json()).key === null) await giveKey(browser);
  return browser.ask("POST", "/library", { key: KEY, since: 0, records: [sealed(id)] });
};

test("nobody is told without the token, and nobody at all where none is set", async () => {
  const closed = await openAccounts();
  const unset = await ask(TOKEN, closed.browser());
  const nothing = await closed.browser().ask("GET", "/nothing");
  expect([unset.status, await unset.json()]).toEqual([404, await nothing.json()]);
  await closed.close();
  for (const token of [undefined, "", `${TOKEN} `.slice(1), TOKEN.slice(0, -1), `${TOKEN}x`]) {
    const answer = await ask(token);
    expect([answer.status, answer.headers.get("www-authenticate")], token).toEqual([401, "Bearer"]);
  }
  const told = await ask(TOKEN);
  expect([told.status, told.headers.get("content-type")]).toEqual([200, "text/plain; version=0.0.4; charset=utf-8"]);
});

test("what was done is counted: requests by route, emails, records, accounts and sessions", async () => {
  const before = await metrics();
  const { browser, email } = await newReader(accounts);
  await browser.ask("POST", "/sign-in", { email, password: "not the one" });
  expect((await save(browser, "a-story")).status).toBe(200);
  const after = await metrics();
  const more = (series: string) => (after.get(series) ?? 0) - (before.get(series) ?? 0);
  expect(more(requests("POST", "/api/sign-up", 200))).toBe(1);
  expect(more(requests("POST", "/api/verify", 200))).toBe(1);
  expect(more(requests("POST", "/api/sign-in", 401))).toBe(1);
  expect(more('broadsheet_emails_total{result="sent"}')).toBe(1);
  expect(more('broadsheet_sync_records_total{direction="received"}')).toBe(1);
  expect(more('broadsheet_sync_records_total{direction="given"}')).toBe(1);
  expect([more("broadsheet_accounts"), more("broadsheet_sessions")]).toEqual([1, 1]);
  for (const own of ["nodejs_eventloop_lag_p99_seconds", "process_resident_memory_bytes", "process_cpu_seconds_total"])
    expect(after.get(own), own).toBeGreaterThan(0);
});

test("an email that does not leave is counted as such", async () => {
  const broken = await openAccounts({ METRICS_TOKEN: TOKEN, SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "paper@example.org" });
  await broken.browser().ask("POST", "/sign-up", { email: "reader@example.org", password: PASSWORD });
  await expect
    .poll(async () => (await ask(TOKEN, broken.browser())).text(), { timeout: 5000 })
    .toContain('broadsheet_emails_total{result="failed"} 1');
  await broken.close();
});

test("nothing in it tells of a reader, and whoever asks for what is not there adds one series", async () => {
  const { browser, email } = await newReader(accounts);
  const token = tokenIn(accounts.emailTo(email));
  await save(browser, "a-story-that-somebody-reads");
  for (const path of [`/account/${email}`, `/verify/${token}`, "/article/a-story-that-somebody-reads", `/health?of=${email}`])
    for (const method of ["GET", "PUT", "REPORT"]) await browser.ask(method, path);
  const text = await (await ask(TOKEN)).text();
  const { sessions } = await (await browser.ask("GET", "/account/sessions")).json();
  const secrets = [email, "example.org", token, "somebody-reads", "127.0.0.1", sessions[0].id, ...browser.cookies.values(), TOKEN];
  for (const secret of secrets) expect(text).not.toContain(secret);
  const series = await metrics();
  expect([series.get(requests("GET", "none", 404)), series.get(requests("other", "none", 405))]).toEqual([3, 8]);
});
