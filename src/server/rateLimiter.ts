import type { ServerResponse } from "node:http";
import type { Database } from "./database/tables.ts";
import { hashed } from "./hashed.ts";
import { DAY, HOUR, type Limit } from "./limits.ts";
import { Problem } from "./problem.ts";

/**
 * Counts an attempt, in the database: a restart does not forget it, and several
 * instances count together. What is counted stands there as a hash only.
 * @param key what is tried, by whom: "sign-in 192.0.2.7"
 * @throws Problem 429 with Retry-After when it was tried too often, of a kind of its own where that lasts for hours
 */
export async function countAttempt(db: Database, key: string, { most, seconds }: Limit, now = Date.now()): Promise<void> {
  const start = now - seconds * 1000;
  const { since, count } = await db
    .insertInto("attempt")
    .values({ key: hashed(key), since: now, count: 1 })
    .onConflict((conflict) =>
      conflict.column("key").doUpdateSet((row) => ({
        since: row.eb.case().when("attempt.since", "<", start).then(now).else(row.ref("attempt.since")).end(),
        count: row.eb
          .case()
          .when("attempt.since", "<", start)
          .then(1)
          .else(row.eb("attempt.count", "+", 1))
          .end(),
      })),
    )
    .returning(["since", "count"])
    .executeTakeFirstOrThrow();
  if (count <= most) return;
  const wait = Math.max(1, Math.ceil((since + seconds * 1000 - now) / 1000));
  throw new Problem(429, wait > HOUR ? "too-many-today" : "too-many", `Too many attempts. Try again in ${wait} seconds.`, {
    "Retry-After": String(wait),
  });
}

/**
 * Counts what this process has under way: an answer that nobody reads stays in memory.
 * @returns what notes one more until the response ends, however it does
 */
export function underway(): (response: ServerResponse, what: string, most: number) => void {
  const counts = new Map<string, number>();
  return (response, what, most) => {
    const { socket } = response.req;
    // Its end was told before anybody could listen.
    if (response.closed || socket.destroyed) return;
    const count = (counts.get(what) ?? 0) + 1;
    if (count > most) throw new Problem(429, "too-many", "Too many requests at once. Try again in a moment.", { "Retry-After": "1" });
    counts.set(what, count);
    const end = () => {
      response.off("close", end);
      socket.off("close", end);
      const left = (counts.get(what) ?? 1) - 1;
      if (left === 0) counts.delete(what);
      else counts.set(what, left);
    };
    response.on("close", end);
    // A response that waits behind another on its connection never says that it closed.
    socket.on("close", end);
  };
}

/** Forgets what was counted under a key. */
export async function forgetAttempts(db: Database, key: string): Promise<void> {
  await db.deleteFrom("attempt").where("key", "=", hashed(key)).execute();
}

/** Forgets attempts that no limit counts any more. */
export async function forgetOldAttempts(db: Database, now = Date.now()): Promise<void> {
  await db
    .deleteFrom("attempt")
    .where("since", "<", now - DAY * 1000)
    .execute();
}
