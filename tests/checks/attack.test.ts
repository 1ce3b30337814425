import { expect, test } from "vitest";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { expectToStand, serverToAttack } from "../support/underAttack.ts";

test("100,000 hostile requests end no process and keep nothing open", async ({ task }) => {
  const server = await serverToAttack(temporaryFolder());
  const { answers, statuses } = await expectToStand(server, 100_000, Date.now() % 1_000_000).finally(() => server.end("SIGTERM"));
  task.meta.figure = `100,000 requests, ${answers} answered: ${[...statuses].map(([status, count]) => `${status} ${count} times`).join(", ")}`;
  expect(answers).toBeGreaterThan(0);
});
