import { Hono } from "hono";
import * as v from "valibot";
import { type Alerts, type NewAlertDevice, NewAlertDeviceSchema, RenewedSubscriptionSchema } from "#content/alerts/alerts.ts";
import { Problem } from "../problemResponse.ts";
import { bodyOf } from "../request.ts";
import type { Server } from "../server.ts";
import { addDevice, dropDevice, renewDevice } from "./deviceStore.ts";
import { isPushEndpoint, isPushKey } from "./pushEndpoint.ts";

/**
 * The routes for devices that receive alerts.
 * @param counted returns the account of a session, within the rate limit for alerts
 * @param alerts returns the response about the alerts of an account
 */
export function deviceRoutes(
  { database: { db }, settings, paper, limit }: Server,
  counted: (request: Request) => Promise<{ id: string }>,
  alerts: (user: string) => Promise<Alerts>,
): Hono {
  const { language } = paper.messages;
  return new Hono()
    .post("/alerts/devices/add", async (c) => {
      const { id } = await counted(c.req.raw);
      const device = await bodyOf(c.req, NewAlertDeviceSchema);
      requirePushable(device, settings.pushServices);
      await addDevice(db, id, { ...device, endpoint: new URL(device.endpoint).href }, { now: Date.now(), language });
      return c.json(await alerts(id));
    })
    .post("/alerts/devices/renew", async (c) => {
      // Needs no session: a worker may renew after the session has ended, and alerts go to a device until it is removed.
      await limit(c, "renewed subscription");
      const { old, endpoint, keys } = await bodyOf(c.req, RenewedSubscriptionSchema);
      requirePushable({ endpoint, keys }, settings.pushServices);
      const renewed = { old: { ...old, endpoint: new URL(old.endpoint).href }, endpoint: new URL(endpoint).href, keys };
      if (!(await renewDevice(db, renewed))) throw new Problem(404, "no-device", "There is no such device.");
      return c.json({ ok: true });
    })
    .post("/alerts/devices/remove", async (c) => {
      const user = await counted(c.req.raw);
      const { id } = await bodyOf(c.req, v.object({ id: v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/u, "must be the id of a device")) }));
      if (!(await dropDevice(db, user.id, id))) throw new Problem(404, "no-device", "There is no such device.");
      return c.json(await alerts(user.id));
    });
}

/** @throws Problem 400 if nothing can be pushed to a subscription */
function requirePushable({ endpoint, keys }: Pick<NewAlertDevice, "endpoint" | "keys">, pushServices: string[]): void {
  if (!isPushEndpoint(endpoint, pushServices))
    throw new Problem(400, "no-push-service", "The address of this subscription does not belong to a known push service.");
  if (!isPushKey(keys.p256dh)) throw new Problem(400, "bad-request", "The key of this subscription is not valid.");
}
