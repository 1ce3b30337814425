import { Hono } from "hono";
import { type Alerts, AlertSettingsSchema } from "#content/alerts/alerts.ts";
import { requireSession } from "../accounts/session.ts";
import { isReachable } from "../mail/emails.ts";
import { Problem } from "../problemResponse.ts";
import { bodyOf } from "../request.ts";
import type { Server } from "../server.ts";
import { alertsOf, dropAlerts, endDigest, saveAlertSettings } from "./alertStore.ts";
import { deviceRoutes } from "./deviceRoutes.ts";
import { userOf } from "./unsubscribeToken.ts";

/** Where a mail program unsubscribes its reader from digests: it posts a form, and not from one of our pages (RFC 8058, section 3.1). */
export const UNSUBSCRIBE_PATH = "/alerts/leave";

/** In bytes. All subjects, with the longest slugs, are smaller. */
const LARGEST_SETTINGS = 256 * 1024;

/**
 * The routes for alerts: push messages, and a digest by email. The library is
 * encrypted, so their subjects are sent separately (decision 45).
 */
export function alertRoutes(server: Server): Hono {
  const { auth, database, settings, paper, limitFor } = server;
  const { db } = database;
  const { language } = paper.messages;
  const alerts = async (user: string): Promise<Alerts> => ({
    key: settings.vapidKey.publicKey,
    ...(await alertsOf(db, user, language)),
  });
  const counted = async (request: Request) => {
    const { user } = await requireSession(auth, request);
    await limitFor("alerts", user.id);
    return user;
  };
  return new Hono()
    .get("/alerts", async (c) => {
      const { user } = await requireSession(auth, c.req.raw);
      return c.json(await alerts(user.id));
    })
    .post("/alerts", async (c) => {
      const { id, email } = await counted(c.req.raw);
      const wanted = await bodyOf(c.req, AlertSettingsSchema, LARGEST_SETTINGS);
      if (wanted.digest !== "off" && !isReachable(email))
        throw new Problem(409, "no-address", "This account has no email address that a digest could be sent to.");
      await saveAlertSettings(db, id, wanted, Date.now());
      return c.json(await alerts(id));
    })
    .route("/", deviceRoutes(server, counted, alerts))
    .get(UNSUBSCRIBE_PATH, (c) => {
      // Mail programs without one-click unsubscription open this address, and so do virus scanners: it changes nothing.
      const token = (c.req.query("token") ?? "").replaceAll(/[^\w.-]/gu, "");
      return c.redirect(`${paper.address}account/alerts/leave#${token}`, 303);
    })
    .post(UNSUBSCRIBE_PATH, async (c) => {
      const user = userOf(settings.secret, c.req.query("token") ?? "");
      if (user === undefined)
        throw new Problem(410, "link-old", "This link is incomplete or no longer works. Change your alerts in your account.");
      await endDigest(db, user);
      return c.json({ ok: true });
    })
    .post("/alerts/off", async (c) => {
      const { id } = await counted(c.req.raw);
      await dropAlerts(db, id);
      return c.json(await alerts(id));
    });
}
