import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { alertSettingsAtFirst, MOST_ALERT_DEVICES } from "#content/alerts.ts";
import { forgetOldAlerts } from "../../../src/server/alerts/findStories.ts";
import { openDatabase } from "../../../src/server/database/openDatabase.ts";
import { type Accounts, newReader, openAccounts } from "../../support/accounts.ts";
import { alertSite } from "../../support/alertSite.ts";
import { databases } from "../../support/databases.ts";
import { ownDatabase } from "../../support/ownDatabase.ts";
import { type Device, openPushService } from "../../support/pushService.ts";
import { hashPasswordsQuickly } from "../../support/quickPasswords.ts";

const DAY = 24 * 60 * 60 * 1000;

/** A Tuesday in Vienna, at one in the afternoon. */
const NOON = Date.parse("2026-03-10T12:00:00Z");

const titles = ({ pushes }: Device) => pushes.map(({ message }) => message.notification.tag);

hashPasswordsQuickly();

describe.each(databases)("a device that its push service has dropped, in $name", ({ env }) => {
  let site: ReturnType<typeof alertSite>;
  let service: Awaited<ReturnType<typeof openPushService>>;
  let database: Awaited<ReturnType<typeof ownDatabase>>;
  let accounts: Accounts;
  let opened: ReturnType<typeof openDatabase>;
  beforeAll(async () => {
    // What the server forgets at start, in the background, is of this time too.
    vi.useFakeTimers({ toFake: ["Date"], now: NOON });
    [site, service, database] = [alertSite(), await openPushService(), await ownDatabase(env)];
    accounts = await openAccounts({ ...database.env, PUSH_SERVICES: service.origin }, "en", site.folder);
    opened = openDatabase({ databaseUrl: database.env["DATABASE_URL"], folder: accounts.folder });
  });
  afterAll(async () => {
    await opened.close();
    await accounts.close();
    await Promise.all([service.close(), database.drop()]);
    site.remove();
  });
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"], now: NOON });
    site.build({ stories: [] });
  });
  afterEach(() => vi.useRealTimers());

  const publish = async (slug: string) => {
    site.build({ stories: [{ slug, topics: ["rivers"] }] });
    await accounts.lookForNews();
  };
  /** A reader with one device, which is dropped as soon as something is pushed to it. */
  const reader = async (slug: string) => {
    const { browser } = await newReader(accounts);
    const subjects = [{ kind: "topic", slug: "rivers" }];
    await browser.ask("POST", "/alerts", { ...alertSettingsAtFirst("Europe/Vienna", "en"), quiet: null, subjects });
    const device = service.subscribe();
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
    return (await accounts.browser().ask("POST", "/alerts/devices/renew", { old, endpoint, keys })).status;
  };

  test("is listed no more and pushed to no more, and receives alerts again once its browser has subscribed anew", async () => {
    const { browser, device, listed, before } = await reader("first");
    expect(await listed()).toEqual([]);
    expect((await (await browser.ask("GET", "/alerts")).json()).gone).toHaveLength(1);
    await publish("second");
    const after = service.subscribe();
    expect([await renew(device, after), await listed()]).toEqual([200, before]);
    await publish("third");
    expect([titles(after), device.asked()]).toEqual([["third"], 1]);
  });

  test("comes back within a month, and not later", async () => {
    const { device } = await reader("month");
    await forgetOldAlerts(opened.db, NOON + 29 * DAY);
    const after = service.subscribe();
    expect(await renew(device, after)).toBe(200);
    after.answer(404);
    await publish("month-again");
    await forgetOldAlerts(opened.db, NOON + 31 * DAY);
    expect(await renew(after, service.subscribe())).toBe(404);
  });

  test("comes back to no account that has turned alerts off", async () => {
    const { browser, device } = await reader("off");
    await browser.ask("POST", "/alerts/off", {});
    expect(await renew(device, service.subscribe())).toBe(404);
    expect(await (await browser.ask("GET", "/alerts")).json()).toMatchObject({ on: false, devices: [] });
  });

  test("gives way to another where there are as many as there may be", async () => {
    const { browser, device, listed } = await reader("many");
    for (let count = 0; count < MOST_ALERT_DEVICES; count++)
      await browser.ask("POST", "/alerts/devices/add", service.subscribe().subscription);
    expect(await renew(device, service.subscribe())).toBe(404);
    expect(await listed()).toHaveLength(MOST_ALERT_DEVICES);
  });

  test("is told from one that receives alerts also in a database of an earlier version", async () => {
    const { browser } = await newReader(accounts);
    const device = service.subscribe();
    const { devices } = await (await browser.ask("POST", "/alerts/devices/add", device.subscription)).json();
    await opened.db.schema.alterTable("alert_device").dropColumn("gone_at").execute();
    await accounts.restart();
    expect(await (await browser.ask("GET", "/alerts")).json()).toMatchObject({ devices });
    expect(await renew(device, service.subscribe())).toBe(200);
  });
});
