import { pino } from "pino";
import { readWords } from "#compiler/features/words/readWords.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAuth } from "../../src/server/accounts/auth.ts";
import { app } from "../../src/server/app.ts";
import { openDatabase } from "../../src/server/database/openDatabase.ts";
import { emailMessages } from "../../src/server/mail/emailMessages.ts";
import { openMetrics } from "../../src/server/metrics.ts";
import { serverSettings } from "../../src/server/serverSettings.ts";
import { type Accounts, newReader, openAccounts, PASSWORD } from "../support/accounts.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

let accounts: Accounts;
beforeAll(async () => void (accounts = await openAccounts()));
afterAll(() => accounts.close());

/** Every route that there is, without `/api`. Those that end the session or the account come last. */
function routesOf(): { method: string; path: string }[] {
  const settings = serverSettings({}, "http://127.0.0.1/", temporaryFolder());
  const database = openDatabase(settings);
  const paper = { name: "The Test", address: settings.address, home: settings.address, messages: emailMessages(readWords("en").mail) };
  const never = () => Promise.reject(new Error("Nothing is asked here."));
  const { routes } = app({
    settings,
    paper,
    paperFor: never,
    database,
    auth: createAuth({ settings, database, paperFor: never, post: { send: never }, inBackground: () => {} }),
    log: pino({ level: "silent" }),
    metrics: openMetrics(database.db, undefined),
    limit: never,
    limitFor: never,
    limitEmails: never,
    allows: never,
    forget: never,
    atOnce: () => {},
    later: () => {},
    send: () => {},
    isMailReachable: () => true,
    isStopping: () => false,
  });
  const ends = ({ path }: { path: string }) => Number(/sign-out|delete|reset|sign-in/u.test(path));
  return routes
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => ({ method, path: path.replace("/api", "") }))
    .toSorted((a, b) => ends(a) - ends(b));
}

test("no answer of any route is kept anywhere, whether somebody is signed in or not", async () => {
  const { browser, email } = await newReader(accounts);
  const routes = routesOf();
  expect(routes.length).toBeGreaterThan(25);
  const body = { email, password: PASSWORD, newPassword: "another long sentence", token: "x", id: "x", since: 0, records: [] };
  const read: string[] = [];
  for (const { method, path } of routes)
    for (const each of [browser, accounts.browser()]) {
      const answer = await each.ask(method, path, method === "GET" ? undefined : body);
      expect([method, path, answer.status, answer.headers.get("cache-control")]).toEqual([method, path, answer.status, "no-store"]);
      if (each === browser && answer.ok) read.push(path);
    }
  // What is personal was there to be read.
  expect(read).toEqual(expect.arrayContaining(["/account", "/account/sessions", "/account/passkeys", "/account/export", "/library"]));
});

test("the browser's cache is emptied where it is asked for, and nothing else on the device", async () => {
  const cleared = async (path: string) => (await accounts.browser().ask("POST", path, {})).headers.get("clear-site-data");
  expect(await cleared("/clear-cache")).toBe('"cache"');
  // What the reader does not take along stays: settings, copies, and what other sites of the host keep.
  for (const path of ["/sign-out", "/account/sessions/end-others", "/account/delete"]) expect(await cleared(path), path).toBeNull();
});
