import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import Libsql from "libsql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Accounts, newReader, openAccounts } from "../support/accounts.ts";

let accounts: Accounts;
beforeAll(async () => void (accounts = await openAccounts()));
afterAll(() => accounts.close());

test("a network is the same with a port behind its address, and none other", async () => {
  const { email } = await newReader(accounts);
  const statuses = [];
  for (let count = 0; count < 21; count++) {
    const headers = { "X-Forwarded-For": count % 2 === 0 ? `203.0.113.9:${4000 + count}` : "203.0.113.9" };
    statuses.push((await accounts.browser().ask("POST", "/verify", { token: email }, headers)).status);
  }
  expect(statuses.filter((status) => status === 429)).toHaveLength(1);
});

test("what an address asked for and nobody used is forgotten in time", async () => {
  const { browser, email } = await newReader(accounts);
  await browser.ask("POST", "/forgot", { email });
  await expect.poll(() => accounts.emailTo(email)).toContain("new password");
  const database = new Libsql(join(accounts.folder, "accounts.db"));
  const left = () => database.prepare("select id from verification").all().length;
  expect(left()).toBeGreaterThan(0);
  database.prepare("update verification set expiresAt = ?").run(new Date(0).toISOString());
  await accounts.restart();
  await expect.poll(left).toBe(0);
  database.close();
});

test("nobody else on the machine reads the database", () => {
  for (const name of readdirSync(accounts.folder).filter((file) => file.startsWith("accounts.db")))
    expect((statSync(join(accounts.folder, name)).mode & 0o077).toString(8), name).toBe("0");
});
