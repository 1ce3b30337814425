import { keyRequired } from "./library/accountLibrary.ts";
import { syncLibrary } from "./library/syncLibrary.ts";
import { requireFreshSession, requireSession } from "./accounts/session.ts";
import { changeKey, keepEarlier, keepForPasskey, keyOfAccount } from "./library/storedKey.ts";
import { KeptEarlierSchema, NewKeySchema, PasskeySlotSchema, SyncRequestSchema } from "#content/library/sync.ts";
import { setTimeout } from "node:timers/promises";
import { Hono } from "hono";
import { sql } from "kysely";
import * as v from "valibot";
import { accountRoutes } from "./accounts/accountRoutes.ts";
import { alertRoutes, UNSUBSCRIBE_PATH } from "./alerts/alertRoutes.ts";
import { authRoutes } from "./accounts/authRoutes.ts";
import { diskFull, isDiskFull } from "./database/diskFull.ts";
import type { Database } from "./database/tables.ts";
import { FAULTS_PATH, faultRoutes } from "./faults/faultRoutes.ts";
import { isReachable, keyEmail } from "./mail/emails.ts";
import { memberRoutes, STRIPE_PATH } from "./members/memberRoutes.ts";
import { NEWSLETTER_PATHS, newsletterRoutes } from "./newsletter/newsletterRoutes.ts";
import { passkeyRoutes } from "./passkeys/passkeyRoutes.ts";
import { Problem, problemResponse } from "./problemResponse.ts";
import { bodyOf, checked, METHODS, refuseForeign } from "./request.ts";
import type { Server } from "./server.ts";

const ALLOW = { Allow: METHODS.join(", ") };

/** The application that answers requests below `api/`, beside the site. @param site its folder, which says whether there is a newsletter */
export function app(server: Server, site?: string): Hono {
  const { origin, pathname } = new URL(server.settings.address);
  const routes = new Hono()
    .use(async (c, next) => {
      const start = performance.now();
      await next();
      c.header("Cache-Control", "no-store");
      c.header("X-Content-Type-Options", "nosniff");
      // Pages for readers have a policy of their own.
      if (!c.res.headers.has("Content-Security-Policy")) c.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
      // Logs neither query nor body: they may contain private data.
      const ms = performance.now() - start;
      server.log.info({ method: c.req.method, path: c.req.path, status: c.res.status, ms: Math.round(ms) });
      server.metrics.noteRequest(c, ms);
    })
    .use(async (c, next) => {
      if (c.req.method === "OPTIONS") return c.body(null, 204, ALLOW);
      if (!METHODS.includes(c.req.method)) throw new Problem(405, "no-method", "Only GET and POST are allowed here.", ALLOW);
      // Some require a token or a signature that no other site can make a browser send; faults change nothing for anybody; the form checks its origin.
      const anyFrom = [UNSUBSCRIBE_PATH, FAULTS_PATH, STRIPE_PATH, ...NEWSLETTER_PATHS].map((path) => `${pathname}api${path}`);
      if (!anyFrom.includes(c.req.path)) refuseForeign(c.req.raw, origin);
      await next();
    })
    .get("/health", (c) => c.json({ ok: true }))
    .get("/ready", async (c) => {
      if (server.isStopping()) throw new Problem(503, "stopping", "The server is about to stop.");
      await answers(server.database.db).catch((error: unknown) => {
        server.log.error(error);
        throw new Problem(503, "no-database", "The database is not responding.", { "Retry-After": "5" });
      });
      // Readers are served without the mail server, and emails wait for it.
      return c.json({ ok: true, ...(server.settings.smtpUrl !== undefined && { mail: server.isMailReachable() ? "ok" : "unreachable" }) });
    })
    .get("/metrics", server.metrics.answer)
    .route("/", authRoutes(server))
    .route("/", accountRoutes(server))
    .route("/", passkeyRoutes(server))
    .route("/", alertRoutes(server))
    .route("/", faultRoutes(server))
    .route("/", newsletterRoutes(server, site))
    .route("/", memberRoutes(server, site))
    .route("/", libraryRoutes(server));
  return new Hono()
    .route(`${pathname}api`, routes)
    .notFound(() => problemResponse(new Problem(404, "not-found", "There is nothing at this address.")))
    .onError((error) => {
      if (error instanceof Problem) return problemResponse(error);
      server.log.error(error);
      if (isDiskFull(error)) return problemResponse(diskFull());
      return problemResponse(new Problem(500, "server-error", "Something went wrong on the server. Nothing was changed; try again later."));
    });
}

/** How long the database may take to respond, in milliseconds. */
const DATABASE_TIMEOUT_MS = 5000;

/** @throws if the database does not respond, or takes too long */
async function answers(db: Database): Promise<void> {
  const late = new AbortController();
  const tooLate = setTimeout(DATABASE_TIMEOUT_MS, undefined, { signal: late.signal }).then(() =>
    Promise.reject(new Error("The database is too slow.")),
  );
  tooLate.catch(() => {});
  await Promise.race([sql`select 1`.execute(db), tooLate]).finally(() => late.abort());
}

/** In bytes. A full sync of highlights with long notes is smaller. */
const LARGEST_SYNC = 2 * 1024 * 1024;

/** The sync request of an app that does not encrypt, as in earlier versions. */
const UnencryptedSchema = v.looseObject({ key: v.optional(v.unknown()), records: v.array(v.unknown()) });

/** The routes of an account's library: one that exchanges a device's changes for those of others, and those of the encryption key. */
function libraryRoutes(server: Server): Hono {
  const { auth, database, settings } = server;
  const { db } = database;
  return new Hono()
    .post("/library", async (c) => {
      const { user } = await requireSession(auth, c.req.raw);
      await server.limitFor("sync", user.id);
      server.atOnce(c, `sync of ${user.id}`, 2);
      const asked = await bodyOf(c.req, UnencryptedSchema, LARGEST_SYNC);
      // Checked before the records, or an app that does not encrypt would take the error to mean that they are too large.
      if (asked.key === undefined && asked.records.length > 0) throw keyRequired();
      const request = checked(asked, SyncRequestSchema);
      const room = { records: settings.libraryRecords, bytes: settings.libraryBytes };
      const answer = await syncLibrary(db, user.id, request, { now: Date.now(), room });
      server.metrics.noteSync({ received: request.records.length, given: answer.records.length + answer.plain.length });
      return c.json(answer);
    })
    .get("/library/key", async (c) => {
      const { user } = await requireSession(auth, c.req.raw);
      return c.json({ account: user.id, key: await keyOfAccount(db, user.id) });
    })
    .post("/library/key", async (c) => {
      const { user } = await requireSession(auth, c.req.raw);
      await server.limitFor("library key", user.id);
      const made = await bodyOf(c.req, NewKeySchema);
      // Permanent deletion requires more than a session, which somebody may have hijacked.
      if (made.forget) await requireFreshSession(auth, c.req.raw);
      await changeKey(db, user.id, made, Date.now());
      if (made.expects !== null && isReachable(user.email)) server.send(keyEmail(await server.paperFor(c.req.raw), user.email));
      return c.json({ ok: true });
    })
    .post("/library/key/earlier", async (c) => {
      const { user } = await requireSession(auth, c.req.raw);
      await server.limitFor("library key", user.id);
      await keepEarlier(db, user.id, await bodyOf(c.req, KeptEarlierSchema));
      return c.json({ ok: true });
    })
    .post("/library/key/passkey", async (c) => {
      const { user } = await requireSession(auth, c.req.raw);
      await server.limitFor("library key", user.id);
      await keepForPasskey(db, user.id, await bodyOf(c.req, PasskeySlotSchema));
      return c.json({ ok: true });
    });
}
