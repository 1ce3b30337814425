import { Hono } from "hono";
import { keyOf } from "#content/library/merge.ts";
import { timeOf } from "#content/library/stamp.ts";
import { SyncRequestSchema, type SyncResponse } from "#content/library/sync.ts";
import { requireSession } from "../accounts/session.ts";
import { bodyOf } from "../request.ts";
import type { Server } from "../server.ts";
import { recordsSince, storeRecords } from "./libraryStore.ts";

/** A clock that is further ahead would win over all that is written until then. */
const MOST_AHEAD = 5 * 60 * 1000;

/** The library of an account: one route, by which a device says what it changed and hears what others did. */
export function libraryRoutes(server: Server): Hono {
  const { auth, database } = server;
  return new Hono().post("/library", async (c) => {
    const { user } = await requireSession(auth, c.req.raw);
    await server.limitFor(`sync of ${user.id}`, { most: 120, seconds: 60 });
    const { since, records } = await bodyOf(c.req, SyncRequestSchema);
    const now = Date.now();
    const isAhead = ({ stamp }: { stamp: string }) => timeOf(stamp) > now + MOST_AHEAD;
    await storeRecords(
      database.db,
      user.id,
      records.filter((record) => !isAhead(record)),
    );
    const changed = await recordsSince(database.db, user.id, since);
    return c.json({ ...changed, refused: records.filter(isAhead).map(keyOf), now } satisfies SyncResponse);
  });
}
