import { describe, expect, test } from "vitest";
import { alertSettingsAtFirst, MOST_ALERT_DEVICES } from "#content/alerts/alerts.ts";
import { forgetOldAlerts } from "../../../src/server/alerts/findStories.ts";
import { newReader } from "../../support/accounts.ts";
import { alertServer, NOON } from "../../support/alertServer.ts";
import { databases } from "../../support/databases.ts";
import type { Device } from "../../support/pushService.ts";

const DAY = 24 * 60 * 60 * 1000;

const titles = ({ pushes }: Device) => pushes.map(({ message }) => message.notification.tag);

describe.each(databases)("a device that its push service has dropped, in $name", ({ env }) => {
  const server = alertServer(env);

  const publish = async (slug: string) => {
    server.site.build({ stories: [{ slug, topics: ["rivers"] }] });
    await server.accounts.lookForNews();
  };
  /** A reader with one device, which is dropped as soon as something is pushed to it. */
  const reader = async (slug: string) => {
    const { browser } = await newReader(server.accounts);
    const subjects = [{ kind: "topic", slug: "rivers" }];
    await browser.ask("POST", "/alerts", { ...alertSettingsAtFirst("Europe/Vienna", "en"), quiet: null, subjects });
    const device = server.service.subscribe();
    await browser.ask("POST", "/alerts/devices/add", device.subscription);
    const listed = async (): Promise<unknown[]> => (await (await browser.ask("GET", "/alerts")).json()).devices;
    const before = await listed();
    device.answer(410);
    await publish(slug);
    return { browser, device, listed, before };
  };
  const renew = async ({ subscription }: Device, after: Device) => {
    const { endpoint, keys } = after.subscription;
    const old = { endpoint: subscription.endpoint, auth: subscription.keys.auth };
    return (await server.accounts.browser().ask("POST", "/alerts/devices/renew", { old, endpoint, keys })).status;
  };

  test("is listed no more and pushed to no more, and receives alerts again once its browser has subscribed anew", async () => {
    const { browser, device, listed, before } = await reader("first");
    expect(await listed()).toEqual([]);
    expect((await (await browser.ask("GET", "/alerts")).json()).gone).toHaveLength(1);
    await publish("second");
    const after = server.service.subscribe();
    expect([await renew(device, after), await listed()]).toEqual([200, before]);
    await publish("third");
    expect([titles(after), device.asked()]).toEqual([["third"], 1]);
  });

  test("comes back within a month, and not later", async () => {
    const { device } = await reader("month");
    await forgetOldAlerts(server.db, NOON + 29 * DAY);
    const after = server.service.subscribe();
    expect(await renew(device, after)).toBe(200);
    after.answer(404);
    await publish("month-again");
    await forgetOldAlerts(server.db, NOON + 31 * DAY);
    expect(await renew(after, server.service.subscribe())).toBe(404);
  });

  test("comes back to no account that has turned alerts off", async () => {
    const { browser, device } = await reader("off");
    await browser.ask("POST", "/alerts/off", {});
    expect(await renew(device, server.service.subscribe())).toBe(404);
    expect(await (await browser.ask("GET", "/alerts")).json()).toMatchObject({ on: false, devices: [] });
  });

  test("gives way to another where there are as many as there may be", async () => {
    const { browser, device, listed } = await reader("many");
    for (let count = 0; count < MOST_ALERT_DEVICES; count++)
      await browser.ask("POST", "/alerts/devices/add", server.service.subscribe().subscription);
    expect(await renew(device, server.service.subscribe())).toBe(404);
    expect(await listed()).toHaveLength(MOST_ALERT_DEVICES);
  });

  test("is told from one that receives alerts also in a database of an earlier version", async () => {
    const { browser } = await newReader(server.accounts);
    const device = server.service.subscribe();
    const { devices } = await (await browser.ask("POST", "/alerts/devices/add", device.subscription)).json();
    await server.db.schema.alterTable("alert_device").dropColumn("gone_at").execute();
    await server.accounts.restart();
    expect(await (await browser.ask("GET", "/alerts")).json()).toMatchObject({ devices });
    expect(await renew(device, server.service.subscribe())).toBe(200);
  });
});
