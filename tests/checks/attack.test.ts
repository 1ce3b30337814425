import { test } from "vitest";
import { expectToStand } from "../support/underAttack.ts";

test("100,000 hostile requests end no process and keep nothing open", async ({ task }) => {
  const { answers, statuses } = await expectToStand(100_000, Date.now() % 1_000_000);
  task.meta.figure = `100,000 requests, ${answers} answered: ${[...statuses].map(([status, count]) => `${status} ${count} times`).join(", ")}`;
});
