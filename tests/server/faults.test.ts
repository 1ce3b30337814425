import { afterAll, beforeAll, expect, test } from "vitest";
import { type Accounts, openAccounts } from "../support/accounts.ts";

const TOKEN = "a token of 32 characters or more, by the operator";
const SCRIPT = "http://paper.example/assets/start-1a2b.js";

let accounts: Accounts;
beforeAll(async () => void (accounts = await openAccounts({ METRICS_TOKEN: TOKEN })));
afterAll(() => accounts.close());

const report = (body: unknown, type = "application/json", browser = accounts.browser()) =>
  browser.ask("POST", "/faults", body, { "Content-Type": type });

/** The counts, without their days. */
async function counted(): Promise<string[]> {
  const answer = await accounts.browser().ask("GET", "/faults", undefined, { Authorization: `Bearer ${TOKEN}` });
  const [head, ...rows] = (await answer.text()).trim().split("\n");
  expect(head).toBe("day\tcount\tkind\tmessage\tplace");
  for (const row of rows) expect(row).toMatch(/^\d{4}-\d\d-\d\d\t/u);
  return rows.map((row) => row.slice(11).replaceAll("\t", " | "));
}

test("faults are counted by message and place, whoever sends them, and only the operator reads them", async () => {
  const fault = { kind: "error", message: "TypeError: x is not a function", place: "app-1.js:7" };
  expect((await report({ faults: [fault, fault] })).status).toBe(204);
  expect((await report({ faults: [fault] })).status).toBe(204);
  expect(await counted()).toEqual(["3 | error | TypeError: x is not a function | app-1.js:7"]);
  expect((await accounts.browser().ask("GET", "/faults")).status).toBe(401);
});

test("of what a browser reports, neither address, query nor user agent is kept", async () => {
  const body = {
    documentURL: "http://paper.example/article/a-leak?q=secret",
    effectiveDirective: "script-src-elem",
    blockedURL: "https://ads.example/a-leak.js",
  };
  const reports = [
    {
      type: "csp-violation",
      age: 10,
      url: body.documentURL,
      user_agent: "Secret/1.0",
      body: { ...body, sourceFile: SCRIPT, lineNumber: 3 },
    },
    { type: "csp-violation", age: 10, url: body.documentURL, user_agent: "Secret/1.0", body: { ...body, sourceFile: "chrome-extension" } },
    { type: "crash", age: 10, url: body.documentURL, user_agent: "Secret/1.0", body: { reason: "oom" } },
    { type: "deprecation", age: 10, url: body.documentURL, user_agent: "Secret/1.0", body: { id: "secret" } },
  ];
  expect((await report(reports, "application/reports+json")).status).toBe(204);
  const legacy = { "csp-report": { "document-uri": body.documentURL, "violated-directive": "img-src", "blocked-uri": "data:secret" } };
  expect((await report(legacy, "application/csp-report")).status).toBe(204);
  const own = { kind: "rejection", message: "Error: no /article/a-leak for secret@example.org", place: "../a-leak" };
  expect((await report({ faults: [own], page: "a-leak" })).status).toBe(204);
  const rows = await counted();
  expect(rows).toEqual(
    expect.arrayContaining([
      "1 | policy | script-src-elem https | start-1a2b.js:3",
      "1 | crash | oom | ",
      "1 | policy | img-src data | ",
      "1 | rejection | Error: no … for … | ",
    ]),
  );
  expect(rows.join("\n")).not.toMatch(/leak|secret|example/iu);
});

test("what is no report, is too large, comes too often or from another site is refused", async () => {
  const browser = accounts.browser();
  const status = async (body: unknown, headers = {}) => (await browser.ask("POST", "/faults", body, headers)).status;
  expect(await status({ fault: "x" })).toBe(400);
  expect(await status("<html>")).toBe(400);
  expect(await status({ faults: Array.from({ length: 6 }, () => ({ kind: "error", message: "x", place: "" })) })).toBe(400);
  expect(await status({ faults: [{ kind: "error", message: "x".repeat(70_000), place: "" }] })).toBe(413);
  expect(await status({ faults: [] }, { Origin: "https://other.example" })).toBe(403);
  const statuses = [];
  for (let count = 0; count < 30; count++) statuses.push(await status({ faults: [] }));
  expect([statuses[0], statuses.at(-1)]).toEqual([204, 429]);
});

test("different faults of a day have an end, and others are counted together", async () => {
  const before = (await counted()).length;
  for (let network = 0; network < 5; network++) {
    const browser = accounts.browser();
    for (let each = 0; each < 25; each++) {
      const faults = Array.from({ length: 5 }, (_, at) => ({ kind: "error", message: `fault n${network}e${each}a${at}`, place: "" }));
      await report({ faults }, "application/json", browser);
    }
  }
  const rows = await counted();
  expect(rows).toHaveLength(501);
  expect(rows).toContain(`${625 - 500 + before} | error | other faults | `);
});

test("without the operator's token nothing is counted, as if the address did not exist", async () => {
  const closed = await openAccounts();
  const statuses = [await closed.browser().ask("POST", "/faults", { faults: [] }), await closed.browser().ask("GET", "/faults")];
  await closed.close();
  expect(statuses.map(({ status }) => status)).toEqual([404, 404]);
});
