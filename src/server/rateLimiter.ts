import type { ServerResponse } from "node:http";
import type { Database } from "./database/tables.ts";
import { hashed } from "./hashed.ts";
import { DAY, HOUR, type Limit } from "./limits.ts";
import { Problem } from "./problemResponse.ts";

/**
 * Counts an attempt in the database, so that a restart does not forget it, and
 * several instances count together. Only a hash of the key is stored.
 * @param key what is attempted, and by whom: "sign-in by 192.0.2.7"
 * @throws Problem 429 with Retry-After after too many attempts, with a code of its own if the wait is longer than an hour
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
 * Limits concurrent responses in this process: one that nobody reads stays in memory.
 * @returns a function that counts a response until it ends, for whatever reason
 */
export function concurrencyLimiter(): (response: ServerResponse, what: string, most: number) => void {
  const counts = new Map<string, number>();
  return (response, what, most) => {
    const { socket } = response.req;
    // The response has already ended, and no event would tell.
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
    // A response that waits behind another on its connection never emits "close".
    socket.on("close", end);
  };
}

/** Deletes the attempts counted under a key. */
export async function forgetAttempts(db: Database, key: string): Promise<void> {
  await db.deleteFrom("attempt").where("key", "=", hashed(key)).execute();
}

/** Deletes attempts that are too old for any limit. */
export async function forgetOldAttempts(db: Database, now = Date.now()): Promise<void> {
  await db
    .deleteFrom("attempt")
    .where("since", "<", now - DAY * 1000)
    .execute();
}
