import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Browser, emailsIn, newReader } from "../support/accounts.ts";
import type { AccountsProcess } from "../support/accountsProcess.ts";
import { processorTime } from "../support/attack.ts";
import { expectToEnd, expectToLetGo, expectToStand, serverToAttack } from "../support/underAttack.ts";

const folder = mkdtempSync(join(tmpdir(), "broadsheet-attack-"));
let server: AccountsProcess;
beforeAll(async () => void (server = await serverToAttack(folder)), 60_000);
afterAll(async () => {
  await server.end("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

test("2,000 hostile requests end no process and keep nothing open", { timeout: 300_000 }, async ({ task }) => {
  const { answers, statuses } = await expectToStand(server, 2000, 7);
  task.meta.figure = `2,000 requests, ${answers} answered: ${[...statuses].map(([status, count]) => `${status} ${count} times`).join(", ")}`;
  // They reach what they are for.
  for (const status of ["200", "206", "301", "304", "400", "404", "405", "412", "416", "500"])
    expect(statuses.get(status) ?? 0, status).toBeGreaterThan(0);
});

test("20 connections that end with 1,500 pipelined requests each keep nothing open", { timeout: 60_000 }, () => expectToLetGo(server));

test("2 MB of nested JSON cost the server no more than a refusal", { timeout: 60_000 }, async ({ task }) => {
  const emailTo = (to: string) => emailsIn(folder, to).at(-1);
  const { browser } = await newReader({ browser: () => new Browser(server.origin), emailTo });
  const nested = `${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}`;
  const statuses: (number | undefined)[] = [];
  const before = processorTime(server.process);
  const flood = async (path: string) => {
    for (let count = 0; count < 10; count++) statuses.push(await post(browser, path, nested));
  };
  await Promise.all(["/sign-in", "/sign-up", "/library", "/library"].map(flood));
  const each = (processorTime(server.process) - before) / statuses.length;
  task.meta.figure = `${Math.round(each)} ms of processor for each of ${statuses.length}`;
  expect(new Set(statuses.filter(Boolean))).toEqual(new Set([413]));
  // Parsing one would take some 500 ms.
  expect(each).toBeLessThan(50);
});

/** In a connection of its own, which the server may close before it has read all. */
const post = ({ cookies }: Browser, path: string, body: string) =>
  new Promise<number | undefined>((done) => {
    const headers = {
      Origin: server.origin,
      "Content-Type": "application/json",
      Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
    };
    request(`${server.origin}/api${path}`, { method: "POST", agent: false, headers }, (answer) => {
      answer.resume().on("close", () => done(answer.statusCode));
    })
      .on("error", () => done(undefined))
      .end(body);
  });

test("a server that is asked to end answers what it was asked before, closes what stalls, and is gone within 10 s", async ({ task }) => {
  const milliseconds = await expectToEnd(server);
  task.meta.figure = `gone within ${(milliseconds / 1000).toFixed(1)} s`;
  expect(milliseconds).toBeLessThan(10_000);
});
