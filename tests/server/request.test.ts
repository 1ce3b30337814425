import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Accounts, newReader, openAccounts } from "../support/accounts.ts";

let accounts: Accounts;
beforeAll(async () => void (accounts = await openAccounts()));
afterAll(() => accounts.close());

test("attempts are counted before a request is read, and one of too many values is not parsed", async () => {
  const browser = accounts.browser();
  const post = async (path: string, body: string) => (await browser.ask("POST", path, body)).status;
  for (const path of ["/sign-up", "/sign-in", "/forgot", "/reset", "/verify"]) {
    const statuses = [];
    for (let count = 0; count < 21; count++) statuses.push(await post(path, "{ no json"));
    expect([statuses[0], statuses.at(-1)], path).toEqual([400, 429]);
  }
  const { browser: reader } = await newReader(accounts);
  const parsing = vi.spyOn(JSON, "parse");
  for (const text of [
    "[".repeat(2_000_000),
    `{"a":[${"[],".repeat(600_000)}0]}`,
    `{"\\"[":"${"[".repeat(1000)}",${'"a":1,'.repeat(60_000)}"b":1}`,
  ])
    expect((await reader.ask("POST", "/library", text)).status).toBe(413);
  expect(parsing.mock.calls.filter(([text]) => text.length > 100_000)).toEqual([]);
  parsing.mockRestore();
  // Brackets in a text are no values.
  expect((await reader.ask("POST", "/library", JSON.stringify({ since: 0, records: [], key: '\\"['.repeat(60_000) }))).status).toBe(400);
});
