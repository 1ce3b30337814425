import { Hono } from "hono";
import * as v from "valibot";
import { type Alerts, AlertSettingsSchema, NewAlertDeviceSchema } from "#content/alerts.ts";
import { requireSession } from "../accounts/session.ts";
import { isReachable } from "../mail/emails.ts";
import { Problem } from "../problem.ts";
import { bodyOf } from "../request.ts";
import type { Server } from "../server.ts";
import { addDevice, alertsOf, dropAlerts, dropDevice, endDigest, saveAlertSettings } from "./alertStore.ts";
import { userOf } from "./leaveToken.ts";
import { isPushEndpoint, isPushKey } from "./pushEndpoint.ts";

/** Where a mail program says that its reader wants no more digests: as a form, and from no page of ours (RFC 8058, section 3.1). */
export const LEAVE = "/alerts/leave";

/**
 * What a reader is told of outside the paper: by push, and by a digest by mail. The
 * library is encrypted, so the subjects are said apart from it (decision 45).
 */
export function alertRoutes({ auth, database: { db }, settings, paper, limitFor }: Server): Hono {
  const { language } = paper.letters;
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
      const wanted = await bodyOf(c.req, AlertSettingsSchema);
      if (wanted.digest !== "off" && !isReachable(email))
        throw new Problem(409, "no-address", "This account has no email address that a digest could be sent to.");
      await saveAlertSettings(db, id, wanted, Date.now());
      return c.json(await alerts(id));
    })
    .post("/alerts/devices/add", async (c) => {
      const { id } = await counted(c.req.raw);
      const device = await bodyOf(c.req, NewAlertDeviceSchema);
      if (!isPushEndpoint(device.endpoint, settings.pushServices))
        throw new Problem(400, "no-push-service", "The address of this subscription does not belong to a known push service.");
      if (!isPushKey(device.keys.p256dh)) throw new Problem(400, "bad-request", "The key of this subscription is not valid.");
      await addDevice(db, id, { ...device, endpoint: new URL(device.endpoint).href }, { now: Date.now(), language });
      return c.json(await alerts(id));
    })
    .post("/alerts/devices/remove", async (c) => {
      const user = await counted(c.req.raw);
      const { id } = await bodyOf(c.req, v.object({ id: v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/u, "must be that of a device")) }));
      if (!(await dropDevice(db, user.id, id))) throw new Problem(404, "no-device", "There is no such device.");
      return c.json(await alerts(user.id));
    })
    .get(LEAVE, (c) => {
      // Mail programs that know no better open the address, and so do those that look for viruses: it changes nothing.
      const token = (c.req.query("token") ?? "").replaceAll(/[^\w.-]/gu, "");
      return c.redirect(`${paper.address}account/alerts/leave#${token}`, 303);
    })
    .post(LEAVE, async (c) => {
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
