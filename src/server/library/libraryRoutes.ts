import { Hono } from "hono";
import { SyncRequestSchema } from "#content/library/sync.ts";
import { requireSession } from "../accounts/session.ts";
import { bodyOf } from "../request.ts";
import type { Server } from "../server.ts";
import { syncLibrary } from "./syncLibrary.ts";

/** The library of an account: one route, by which a device says what it changed and hears what others did. */
export function libraryRoutes(server: Server): Hono {
  const { auth, database, settings } = server;
  return new Hono().post("/library", async (c) => {
    const { user } = await requireSession(auth, c.req.raw);
    await server.limitFor(`sync of ${user.id}`, { most: 120, seconds: 60 });
    server.atOnce(c, `sync of ${user.id}`, 2);
    const request = await bodyOf(c.req, SyncRequestSchema);
    const room = { records: settings.libraryRecords, bytes: settings.libraryBytes };
    const answer = await syncLibrary(database.db, user.id, request, { now: Date.now(), room });
    server.metrics.noteSync({ received: request.records.length, given: answer.records.length });
    return c.json(answer);
  });
}
