import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AccountsProcess } from "../support/accountsProcess.ts";
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

test("a server that is asked to end answers what it was asked before, closes what stalls, and is gone within 10 s", async ({ task }) => {
  const milliseconds = await expectToEnd(server);
  task.meta.figure = `gone within ${(milliseconds / 1000).toFixed(1)} s`;
  expect(milliseconds).toBeLessThan(10_000);
});
