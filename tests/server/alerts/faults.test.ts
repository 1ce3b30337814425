import { rmSync } from "node:fs";
import { join } from "node:path";
import type { KyselyPlugin } from "kysely";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { alertSettingsAtFirst, type AlertSettings } from "#content/alerts.ts";
import { alertsOf, saveAlertSettings } from "../../../src/server/alerts/alertStore.ts";
import { chooseAlerts } from "../../../src/server/alerts/chooseAlerts.ts";
import { openDatabase } from "../../../src/server/database/openDatabase.ts";
import { type Accounts, newReader, openAccounts } from "../../support/accounts.ts";
import { alertSite } from "../../support/alertSite.ts";
import { databases } from "../../support/databases.ts";
import { ownDatabase } from "../../support/ownDatabase.ts";
import { type Device, openPushService } from "../../support/pushService.ts";
import { hashPasswordsQuickly } from "../../support/quickPasswords.ts";

const HOUR = 60 * 60 * 1000;

/** A Tuesday in Vienna, at one in the afternoon. */
const NOON = Date.parse("2026-03-10T12:00:00Z");

const settings: AlertSettings = { ...alertSettingsAtFirst("Europe/Vienna", "en"), quiet: null };

const titles = ({ pushes }: Device) => pushes.map(({ message }) => message.notification.tag);

hashPasswordsQuickly();

describe.each(databases)("what goes wrong with alerts from $name", ({ env }) => {
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

  const reader = async (topic: string, wanted: Partial<AlertSettings> = {}) => {
    const { browser, email } = await newReader(accounts);
    const subjects = [{ kind: "topic" as const, slug: topic }];
    expect((await browser.ask("POST", "/alerts", { ...settings, subjects, ...wanted })).status).toBe(200);
    const device = service.subscribe();
    expect((await browser.ask("POST", "/alerts/devices/add", device.subscription)).status).toBe(200);
    const { account } = await (await browser.ask("GET", "/library/key")).json();
    return { browser, email, device, account: String(account) };
  };
  const lookAt = async (time: number) => {
    vi.setSystemTime(time);
    await accounts.lookForNews();
  };

  test("an account whose alerts cannot be chosen, or not be encrypted, keeps no other from its alerts and digest", async () => {
    const [one, other] = [await reader("stuck"), await reader("stuck")];
    const fine = await reader("stuck", { digest: "daily" });
    const { db } = opened;
    await db.updateTable("alert_settings").set({ time_zone: "Mars/Olympus" }).where("user_id", "=", one.account).execute();
    await db
      .updateTable("alert_device")
      .set({ p256dh: Buffer.alloc(65, 4).toString("base64url") })
      .where("user_id", "=", other.account)
      .execute();
    site.build({ stories: [{ slug: "stuck", topics: ["stuck"] }] });
    await accounts.lookForNews();
    expect(titles(fine.device)).toEqual(["stuck"]);
    await lookAt(Date.parse("2026-03-11T06:00:00Z"));
    expect(accounts.emailTo(fine.email)).toContain("List-Unsubscribe:");
  });

  test("a push that did not reach its service is not tried again in quiet hours", async () => {
    const { device } = await reader("late", { quiet: { from: "22:00", until: "07:00" } });
    device.answer(503);
    vi.setSystemTime(Date.parse("2026-03-10T20:59:30Z"));
    site.build({ stories: [{ slug: "late", topics: ["late"] }] });
    await accounts.lookForNews();
    device.answer(201);
    await lookAt(Date.parse("2026-03-10T21:05:00Z"));
    await lookAt(Date.parse("2026-03-11T05:59:00Z"));
    expect(device.asked()).toBe(1);
    await lookAt(Date.parse("2026-03-11T06:00:00Z"));
    expect(titles(device)).toEqual(["late"]);
  });

  test("a push that a service would have only when it is no news is forgotten", async () => {
    const { device } = await reader("long");
    device.answer(429, { "Retry-After": "999999999" });
    site.build({ stories: [{ slug: "long", topics: ["long"] }] });
    await accounts.lookForNews();
    expect(device.asked()).toBe(1);
    expect(await opened.db.selectFrom("alert_push").select("due").where("slug", "=", "long").execute()).toEqual([]);
  });

  test("a story that is listed before it is there, or before all of it is, is told of when it is, and keeps no other back", async () => {
    const { device } = await reader("swap");
    const stories = ["swap-1", "swap-2", "swap-3"].map((slug) => ({ slug, topics: ["swap"] }));
    site.build({ stories });
    rmSync(join(site.folder, "data/article/swap-1.json"));
    site.write("article/swap-3.json", "half a sto");
    await accounts.lookForNews();
    expect(titles(device)).toEqual(["swap-2"]);
    site.build({ stories });
    await accounts.lookForNews();
    expect(titles(device).toSorted()).toEqual(["swap-1", "swap-2", "swap-3"]);
  });

  test("what a reader says while alerts are chosen holds", async () => {
    const { account, device } = await reader("race", { quiet: { from: "12:00", until: "14:00" } });
    site.build({ stories: [{ slug: "race", topics: ["race"] }] });
    await accounts.lookForNews();
    const later = NOON + 2 * HOUR;
    const said = { ...settings, subjects: [], perDay: 9, quiet: { from: "12:00", until: "20:00" } };
    const elsewhere = openDatabase({ databaseUrl: database.env["DATABASE_URL"], folder: accounts.folder });
    let isFirst = true;
    const meanwhile: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        if (isFirst) {
          isFirst = false;
          await saveAlertSettings(elsewhere.db, account, said, later);
        }
        return result;
      },
    };
    await chooseAlerts(opened.db.withPlugin(meanwhile), pino({ level: "silent" }), later);
    await elsewhere.close();
    await lookAt(later);
    expect([(await alertsOf(opened.db, account, "en")).settings, device.asked()]).toEqual([said, 0]);
  });

  test("which stories an account was told of is forgotten after two days, whether the site was built since or not", async () => {
    const { browser } = await reader("old");
    site.build({ stories: [{ slug: "old", topics: ["old"] }] });
    await accounts.lookForNews();
    const stories = async () => (await (await browser.ask("GET", "/account/export")).json()).alerts.stories;
    expect(await stories()).toHaveLength(1);
    site.write("front.json", "half a bui");
    vi.setSystemTime(NOON + 49 * HOUR);
    await accounts.restart();
    await accounts.settled();
    expect(await stories()).toEqual([]);
  });
});
