import { expect, test } from "vitest";
import { expectToStand } from "../support/underAttack.ts";

test("2,000 hostile requests end no process and keep nothing open", { timeout: 300_000 }, async ({ task }) => {
  const { answers, statuses } = await expectToStand(2000, 7);
  task.meta.figure = `2,000 requests, ${answers} answered: ${[...statuses].map(([status, count]) => `${status} ${count} times`).join(", ")}`;
  // They reach what they are for.
  for (const status of ["200", "206", "301", "304", "400", "404", "405", "412", "416", "500"])
    expect(statuses.get(status) ?? 0, status).toBeGreaterThan(0);
});
