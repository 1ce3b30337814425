import { rmSync } from "node:fs";
import { join } from "node:path";
import type { KyselyPlugin } from "kysely";
import { pino } from "pino";
import { describe, expect, test, vi } from "vitest";
import { alertSettingsAtFirst, type AlertSettings } from "#content/alerts/alerts.ts";
import { alertsOf, saveAlertSettings } from "../../../src/server/alerts/alertStore.ts";
import { chooseAlerts } from "../../../src/server/alerts/chooseAlerts.ts";
import { newReader } from "../../support/accounts.ts";
import { alertServer, NOON } from "../../support/alertServer.ts";
import { databases } from "../../support/databases.ts";
import type { Device } from "../../support/pushService.ts";

const HOUR = 60 * 60 * 1000;

const settings: AlertSettings = { ...alertSettingsAtFirst("Europe/Vienna", "en"), quiet: null };

const titles = ({ pushes }: Device) => pushes.map(({ message }) => message.notification.tag);

describe.each(databases)("what goes wrong with alerts from $name", ({ env }) => {
  const server = alertServer(env);

  const reader = async (topic: string, wanted: Partial<AlertSettings> = {}) => {
    const { browser, email } = await newReader(server.accounts);
    const subjects = [{ kind: "topic" as const, slug: topic }];
    expect((await browser.ask("POST", "/alerts", { ...settings, subjects, ...wanted })).status).toBe(200);
    const device = server.service.subscribe();
    expect((await browser.ask("POST", "/alerts/devices/add", device.subscription)).status).toBe(200);
    const { account } = await (await browser.ask("GET", "/library/key")).json();
    return { browser, email, device, account: String(account) };
  };
  const lookAt = async (time: number) => {
    vi.setSystemTime(time);
    await server.accounts.lookForNews();
  };

  test("an account whose alerts cannot be chosen, or not be encrypted, keeps no other from its alerts and digest", async () => {
    const [one, other] = [await reader("stuck"), await reader("stuck")];
    const fine = await reader("stuck", { digest: "daily" });
    const { db } = server;
    await db.updateTable("alert_settings").set({ time_zone: "Mars/Olympus" }).where("user_id", "=", one.account).execute();
    await db
      .updateTable("alert_device")
      .set({ p256dh: Buffer.alloc(65, 4).toString("base64url") })
      .where("user_id", "=", other.account)
      .execute();
    server.site.build({ stories: [{ slug: "stuck", topics: ["stuck"] }] });
    await server.accounts.lookForNews();
    expect(titles(fine.device)).toEqual(["stuck"]);
    await lookAt(Date.parse("2026-03-11T06:00:00Z"));
    expect(server.accounts.emailTo(fine.email)).toContain("List-Unsubscribe:");
  });

  test("a push that did not reach its service is not tried again in quiet hours", async () => {
    const { device } = await reader("late", { quiet: { from: "22:00", until: "07:00" } });
    device.answer(503);
    vi.setSystemTime(Date.parse("2026-03-10T20:59:30Z"));
    server.site.build({ stories: [{ slug: "late", topics: ["late"] }] });
    await server.accounts.lookForNews();
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
    server.site.build({ stories: [{ slug: "long", topics: ["long"] }] });
    await server.accounts.lookForNews();
    expect(device.asked()).toBe(1);
    expect(await server.db.selectFrom("alert_push").select("due").where("slug", "=", "long").execute()).toEqual([]);
  });

  test("a story that is listed before it is there, or before all of it is, is told of when it is, and keeps no other back", async () => {
    const { device } = await reader("swap");
    const stories = ["swap-1", "swap-2", "swap-3"].map((slug) => ({ slug, topics: ["swap"] }));
    server.site.build({ stories });
    rmSync(join(server.site.folder, "data/article/swap-1.json"));
    server.site.write("article/swap-3.json", "half a sto");
    await server.accounts.lookForNews();
    expect(titles(device)).toEqual(["swap-2"]);
    server.site.build({ stories });
    await server.accounts.lookForNews();
    expect(titles(device).toSorted()).toEqual(["swap-1", "swap-2", "swap-3"]);
  });

  test("what a reader says while alerts are chosen holds", async () => {
    const { account, device } = await reader("race", { quiet: { from: "12:00", until: "14:00" } });
    server.site.build({ stories: [{ slug: "race", topics: ["race"] }] });
    await server.accounts.lookForNews();
    const later = NOON + 2 * HOUR;
    const said = { ...settings, subjects: [], perDay: 9, quiet: { from: "12:00", until: "20:00" } };
    const elsewhere = server.openAgain();
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
    await chooseAlerts(server.db.withPlugin(meanwhile), pino({ level: "silent" }), later);
    await elsewhere.close();
    await lookAt(later);
    expect([(await alertsOf(server.db, account, "en")).settings, device.asked()]).toEqual([said, 0]);
  });

  test("which stories an account was told of is forgotten after two days, whether the site was built since or not", async () => {
    const { browser } = await reader("old");
    server.site.build({ stories: [{ slug: "old", topics: ["old"] }] });
    await server.accounts.lookForNews();
    const stories = async () => (await (await browser.ask("GET", "/account/export")).json()).alerts.stories;
    expect(await stories()).toHaveLength(1);
    server.site.write("front.json", "half a bui");
    vi.setSystemTime(NOON + 49 * HOUR);
    await server.accounts.restart();
    await server.accounts.settled();
    expect(await stories()).toEqual([]);
  });
});
