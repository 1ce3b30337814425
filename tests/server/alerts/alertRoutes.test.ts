import { createECDH, randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { alertSettingsAtFirst, type AlertSettings, MOST_ALERT_DEVICES } from "#content/alerts/alerts.ts";
import { openDatabase } from "../../../src/server/database/openDatabase.ts";
import { type Accounts, type Browser, newReader, openAccounts, PASSWORD, tokenAfter } from "../../support/accounts.ts";
import { databases } from "../../support/databases.ts";
import { hashPasswordsQuickly } from "../../support/quickPasswords.ts";

const wanted: AlertSettings = {
  ...alertSettingsAtFirst("Europe/Vienna", "de"),
  subjects: [
    { kind: "thread", slug: "the-flood" },
    { kind: "topic", slug: "rivers" },
  ],
  breaking: "only",
  digest: "weekly",
};

/** What a browser says of a new subscription. */
const subscription = (endpoint = `https://push.services.example.com/${randomBytes(8).toString("hex")}`, label = "Firefox") => ({
  endpoint,
  keys: { p256dh: createECDH("prime256v1").generateKeys("base64url"), auth: randomBytes(16).toString("base64url") },
  label,
});

hashPasswordsQuickly();

describe.each(databases)("the alerts of an account in $name", ({ env }) => {
  let accounts: Accounts;
  beforeAll(async () => void (accounts = await openAccounts(env)));
  afterAll(() => accounts.close());

  const add = (browser: Browser, endpoint?: string, label?: string) =>
    browser.ask("POST", "/alerts/devices/add", subscription(endpoint, label));
  const alerts = async (browser: Browser) => (await browser.ask("GET", "/alerts")).json();
  const codeOf = async (response: Response) => [response.status, (await response.json()).code];

  test("are off at first, and nobody's who is not signed in", async () => {
    const { browser } = await newReader(accounts);
    const { key, ...rest } = await alerts(browser);
    expect(Buffer.from(key, "base64url")).toHaveLength(65);
    expect(rest).toEqual({ on: false, devices: [], gone: [], settings: alertSettingsAtFirst("UTC", "en") });
    for (const [method, path] of [
      ["GET", "/alerts"],
      ...["", "/devices/add", "/devices/remove", "/off"].map((end) => ["POST", `/alerts${end}`]),
    ])
      expect((await accounts.browser().ask(method ?? "", path ?? "", method === "GET" ? undefined : {})).status, path).toBe(401);
  });

  test("are what their reader says last, each subject once", async () => {
    const { browser } = await newReader(accounts);
    const twice = { ...wanted, subjects: [...wanted.subjects, ...wanted.subjects] };
    const answer = await browser.ask("POST", "/alerts", twice);
    expect([answer.status, await answer.json()]).toEqual([200, expect.objectContaining({ on: true, settings: wanted })]);
    const next = { ...wanted, subjects: [{ kind: "author", slug: "ada" }], quiet: null, digest: "off" };
    await browser.ask("POST", "/alerts", next);
    expect((await alerts(browser)).settings).toEqual(next);
  });

  test("what is no setting is refused, and what was said before stays", async () => {
    const { browser } = await newReader(accounts);
    await browser.ask("POST", "/alerts", wanted);
    expect(await codeOf(await browser.ask("POST", "/alerts", { ...wanted, timeZone: "Mars/Olympus" }))).toEqual([400, "bad-request"]);
    expect((await alerts(browser)).settings).toEqual(wanted);
  });

  test("go to devices that are added and removed, which are told of by name alone", async () => {
    const { browser } = await newReader(accounts);
    await add(browser, undefined, "Firefox on Linux");
    const { devices } = await (await add(browser, undefined, "Safari on iPhone")).json();
    expect(devices.map(({ label }: { label: string }) => label)).toEqual(["Firefox on Linux", "Safari on iPhone"]);
    expect(Object.keys(devices[0])).toEqual(["id", "label", "addedAt"]);
    const left = await (await browser.ask("POST", "/alerts/devices/remove", { id: devices[0].id })).json();
    expect(left.devices).toEqual([devices[1]]);
    expect(await codeOf(await browser.ask("POST", "/alerts/devices/remove", { id: devices[0].id }))).toEqual([404, "no-device"]);
  });

  test("a device is added once, for whoever is signed in with it now", async () => {
    const [{ browser: one }, { browser: other }] = [await newReader(accounts), await newReader(accounts)];
    const endpoint = subscription().endpoint;
    await add(one, endpoint, "before");
    await add(one, endpoint, "after");
    expect((await alerts(one)).devices).toMatchObject([{ label: "after" }]);
    await add(other, endpoint);
    expect([(await alerts(one)).devices, (await alerts(other)).devices.length]).toEqual([[], 1]);
  });

  test("go to no more devices than there may be, however many come at once", async () => {
    const { browser } = await newReader(accounts);
    await browser.ask("POST", "/alerts", wanted);
    const answers = await Promise.all(Array.from({ length: MOST_ALERT_DEVICES + 3 }, () => add(browser)));
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(3);
    expect((await alerts(browser)).devices).toHaveLength(MOST_ALERT_DEVICES);
  });

  test("never go to an address that is no push service's", async () => {
    const { browser } = await newReader(accounts);
    expect(await codeOf(await add(browser, "https://169.254.169.254/latest/meta-data"))).toEqual([400, "no-push-service"]);
    expect(await alerts(browser)).toMatchObject({ on: false, devices: [] });
  });

  test("never go where no message could be encrypted for, or by a name that is no text", async () => {
    const { browser } = await newReader(accounts);
    const right = subscription();
    const p256dh = Buffer.alloc(65, 4).toString("base64url");
    for (const wrong of [{ keys: { ...right.keys, p256dh } }, { label: "Fire\0fox" }, { label: "Fire\nfox" }])
      expect(await codeOf(await browser.ask("POST", "/alerts/devices/add", { ...right, ...wrong }))).toEqual([400, "bad-request"]);
    expect(await codeOf(await browser.ask("POST", "/alerts/devices/remove", { id: "a\0" }))).toEqual([400, "bad-request"]);
    expect(await alerts(browser)).toMatchObject({ on: false, devices: [] });
  });

  test("an address of a push service is the same however it is written", async () => {
    const { browser } = await newReader(accounts);
    const { endpoint } = subscription();
    for (const written of [endpoint, endpoint.replace("https", "HTTPS"), endpoint.replace("push.", "push.\n")]) await add(browser, written);
    const { alerts: exported } = await (await browser.ask("GET", "/account/export")).json();
    expect(exported.devices).toEqual([expect.objectContaining({ endpoint })]);
  });

  test("a renewed subscription takes the place of the one before, for whoever knows its secret, and needs no session", async () => {
    const { browser } = await newReader(accounts);
    await browser.ask("POST", "/alerts", wanted);
    const [before, after] = [subscription(), subscription()];
    const { devices } = await (await browser.ask("POST", "/alerts/devices/add", before)).json();
    const { endpoint, keys } = after;
    const renewed = { old: { endpoint: before.endpoint, auth: before.keys.auth }, endpoint, keys };
    const renew = (body: object) => accounts.browser().ask("POST", "/alerts/devices/renew", body);
    // Its push service knows the address, and must not be able to read what it delivers.
    for (const old of [
      { ...renewed.old, auth: keys.auth },
      { ...renewed.old, endpoint },
    ])
      expect(await codeOf(await renew({ ...renewed, old }))).toEqual([404, "no-device"]);
    const exported = async () => (await (await browser.ask("GET", "/account/export")).json()).alerts.devices;
    expect(await exported()).toEqual([expect.objectContaining({ endpoint: before.endpoint })]);
    // A worker and a page may both say so.
    const twice = await Promise.all([renew(renewed), renew(renewed)]);
    expect([...twice, await renew(renewed)].map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await exported()).toEqual([{ endpoint, ...keys, label: "Firefox", addedAt: expect.any(Number), goneAt: null }]);
    expect(await alerts(browser)).toMatchObject({ devices, settings: wanted });
    // The one before is of no use any more.
    const { endpoint: next, keys: nextKeys } = subscription();
    expect(await codeOf(await renew({ ...renewed, endpoint: next, keys: nextKeys }))).toEqual([404, "no-device"]);
  });

  test("a renewed subscription that its reader has added meanwhile stays as it is, and the one before goes", async () => {
    const { browser } = await newReader(accounts);
    const [before, after] = [subscription(), subscription()];
    await browser.ask("POST", "/alerts/devices/add", before);
    const { devices } = await (await browser.ask("POST", "/alerts/devices/add", after)).json();
    const { endpoint, keys } = after;
    const old = { endpoint: before.endpoint, auth: before.keys.auth };
    expect((await browser.ask("POST", "/alerts/devices/renew", { old, endpoint, keys })).status).toBe(200);
    expect((await alerts(browser)).devices).toEqual([devices[1]]);
  });

  test("a device that was removed is not renewed, and one never leads where no message may be pushed to", async () => {
    const { browser } = await newReader(accounts);
    const before = subscription();
    const { devices } = await (await browser.ask("POST", "/alerts/devices/add", before)).json();
    const old = { endpoint: before.endpoint, auth: before.keys.auth };
    const { endpoint, keys } = subscription();
    const renew = (body: object) => browser.ask("POST", "/alerts/devices/renew", { old, endpoint, keys, ...body });
    expect(await codeOf(await renew({ endpoint: "https://169.254.169.254/" }))).toEqual([400, "no-push-service"]);
    const p256dh = Buffer.alloc(65, 4).toString("base64url");
    expect(await codeOf(await renew({ keys: { ...keys, p256dh } }))).toEqual([400, "bad-request"]);
    expect(await codeOf(await renew({ old: { endpoint: before.endpoint } }))).toEqual([400, "bad-request"]);
    const foreign = await browser.ask("POST", "/alerts/devices/renew", { old, endpoint, keys }, { Origin: "https://elsewhere.example" });
    expect(await codeOf(foreign)).toEqual([403, "foreign"]);
    await browser.ask("POST", "/alerts/devices/remove", { id: devices[0].id });
    expect(await codeOf(await renew({}))).toEqual([404, "no-device"]);
    expect((await alerts(browser)).devices).toEqual([]);
  });

  test("go to no device of before once the password was forgotten: it may be that of whoever had the account meanwhile", async () => {
    const { browser, email } = await newReader(accounts);
    await browser.ask("POST", "/alerts", wanted);
    await add(browser);
    const token = await tokenAfter(accounts, email, () => browser.ask("POST", "/forgot", { email }));
    expect((await browser.ask("POST", "/reset", { token, password: "another sentence nobody guesses" })).status).toBe(200);
    await browser.ask("POST", "/sign-in", { email, password: "another sentence nobody guesses", remember: true });
    expect(await alerts(browser)).toMatchObject({ on: true, devices: [], settings: wanted });
  });

  test("leave with the account's data, and are deleted when they are switched off", async () => {
    const { browser } = await newReader(accounts);
    const exported = async () => (await (await browser.ask("GET", "/account/export")).json()).alerts;
    expect(await exported()).toBeNull();
    await browser.ask("POST", "/alerts", wanted);
    const device = subscription(undefined, "Firefox");
    await browser.ask("POST", "/alerts/devices/add", device);
    expect(await exported()).toEqual({
      settings: wanted,
      devices: [{ endpoint: device.endpoint, ...device.keys, label: "Firefox", addedAt: expect.any(Number), goneAt: null }],
      stories: [],
    });
    expect(await (await browser.ask("POST", "/alerts/off", {})).json()).toMatchObject({ on: false, devices: [] });
    expect(await exported()).toBeNull();
  });

  test("are deleted with the account", async () => {
    const { browser } = await newReader(accounts);
    await browser.ask("POST", "/alerts", wanted);
    await add(browser);
    const { account } = await (await browser.ask("GET", "/library/key")).json();
    const { db, close } = openDatabase({ databaseUrl: env["DATABASE_URL"], folder: accounts.folder });
    const tables = ["alert_settings", "alert_subject", "alert_device"] as const;
    const counted = () =>
      Promise.all(
        tables.map(async (table) => (await db.selectFrom(table).select("user_id").where("user_id", "=", account).execute()).length),
      );
    expect(await counted()).toEqual([1, 2, 1]);
    expect((await browser.ask("POST", "/account/delete", { password: PASSWORD })).status).toBe(200);
    expect(await counted()).toEqual([0, 0, 0]);
    await close();
  });

  test("cannot be changed without end", async () => {
    const { browser } = await newReader(accounts);
    const statuses: number[] = [];
    for (let time = 0; time < 62; time++) statuses.push((await browser.ask("POST", "/alerts/off", {})).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  });

  test("secrets of subscriptions cannot be guessed without end", async () => {
    const { endpoint, keys } = subscription();
    const browser = accounts.browser();
    const statuses: number[] = [];
    for (let time = 0; time < 62; time++) {
      const old = { endpoint, auth: randomBytes(16).toString("base64url") };
      statuses.push((await browser.ask("POST", "/alerts/devices/renew", { old, endpoint, keys })).status);
    }
    expect([statuses.filter((status) => status === 404).length, statuses.filter((status) => status === 429).length]).toEqual([60, 2]);
  });
});

test("the key that browsers subscribe with is the same after a restart, or the one that is set", async () => {
  const accounts = await openAccounts();
  const keyOf = async ({ browser }: { browser: Browser }) => (await (await browser.ask("GET", "/alerts")).json()).key;
  const reader = await newReader(accounts);
  const before = await keyOf(reader);
  await accounts.restart();
  expect(await keyOf(reader)).toBe(before);
  await accounts.close();

  const ecdh = createECDH("prime256v1");
  ecdh.generateKeys();
  const set = await openAccounts({ VAPID_PRIVATE_KEY: ecdh.getPrivateKey("base64url").padStart(43, "A") });
  expect(await keyOf(await newReader(set))).toBe(ecdh.getPublicKey("base64url"));
  await set.close();
});
