import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { alertSettingsAtFirst, type AlertSettings } from "#content/alerts/alerts.ts";
import { previewFile } from "#content/paths.ts";
import { newReader } from "../../support/accounts.ts";
import type { SiteStory } from "../../support/alertSite.ts";
import { alertServer, NOON } from "../../support/alertServer.ts";
import { databases } from "../../support/databases.ts";
import { claimsIn, type Device } from "../../support/pushService.ts";

const HOUR = 60 * 60 * 1000;

const TOKEN = "a token of 32 characters or more, by the operator";

const settings: AlertSettings = { ...alertSettingsAtFirst("Europe/Vienna", "en"), quiet: null };

const titles = ({ pushes }: Device) => pushes.map(({ message }) => message.notification.tag);

describe.each(databases)("alerts from $name", ({ env }) => {
  const server = alertServer(env, { METRICS_TOKEN: TOKEN });

  /** Slugs that no test before has used. */
  let count = 0;
  const newSlug = () => `story-${(count += 1)}`;

  const reader = async (wanted: Partial<AlertSettings>) => {
    const { browser } = await newReader(server.accounts);
    expect((await browser.ask("POST", "/alerts", { ...settings, ...wanted })).status).toBe(200);
    const device = server.service.subscribe();
    expect((await browser.ask("POST", "/alerts/devices/add", device.subscription)).status).toBe(200);
    return { browser, device };
  };
  const about = (topic: string) => ({ subjects: [{ kind: "topic" as const, slug: topic }] });

  /** Builds the site with one more story about a topic. */
  const publish = async (topic: string, more: Partial<SiteStory> = {}): Promise<string> => {
    const slug = newSlug();
    server.site.build({ stories: [{ slug, topics: [topic], ...more }] });
    await server.accounts.lookForNews();
    return slug;
  };

  test("a new story reaches the devices of those who follow one of its subjects, encrypted for each, and nobody else", async () => {
    const { browser, device } = await reader(about("rivers"));
    const second = server.service.subscribe("Safari");
    await browser.ask("POST", "/alerts/devices/add", second.subscription);
    const other = await reader(about("mountains"));
    const slug = await publish("rivers", { headline: "The river rises", standfirst: "Since the morning." });
    expect(device.pushes.map(({ message }) => message)).toEqual([
      {
        web_push: 8030,
        notification: {
          title: "The river rises",
          body: "Since the morning.",
          navigate: `${server.accounts.origin}/article/${slug}`,
          lang: "en",
          dir: "ltr",
          tag: slug,
        },
      },
    ]);
    expect([titles(second), titles(other.device)]).toEqual([[slug], []]);
    const { key } = await (await browser.ask("GET", "/alerts")).json();
    const headers = device.pushes[0]?.headers;
    expect(headers).toMatchObject({ ttl: String(12 * 60 * 60), urgency: "normal", topic: expect.stringMatching(/^[\w-]{32}$/u) });
    expect(claimsIn(headers?.authorization, key)).toMatchObject({ aud: server.service.origin, sub: "mailto:no-reply@127.0.0.1" });
  });

  test("threads, authors, places and sections are subjects too", async () => {
    const { device } = await reader({ subjects: [{ kind: "thread", slug: "the-flood" }] });
    const slug = await publish("dams", { thread: "the-flood" });
    expect(titles(device)).toEqual([slug]);
  });

  test("of more new stories than the newest page holds all are told of, from older pages down to one with a known story", async () => {
    const { device } = await reader(about("pages"));
    const known = await publish("pages");
    const story = () => ({ slug: newSlug(), topics: ["pages"] });
    const [newest, second, third, below] = [story(), story(), story(), story()];
    server.site.build({ stories: [newest], older: [[second], [third, { slug: known, topics: ["pages"] }], [below]] });
    await server.accounts.lookForNews();
    expect(titles(device).toSorted()).toEqual([known, newest.slug, second.slug, third.slug].toSorted());
  });

  test("a story is told of once, however often the site is built and whatever is corrected in it", async () => {
    const { browser, device } = await reader(about("once"));
    const slug = await publish("once");
    server.site.build({ stories: [{ slug, topics: ["once"], headline: "Corrected" }] });
    await server.accounts.lookForNews();
    await server.accounts.restart();
    await server.accounts.lookForNews();
    expect([titles(device), device.asked()]).toEqual([[slug], 1]);
    const { alerts } = await (await browser.ask("GET", "/account/export")).json();
    expect(alerts.stories).toEqual([{ slug, foundAt: expect.any(Number), sentAt: expect.any(Number) }]);
  });

  test("nobody is told of the stories of a preview", async () => {
    const { device } = await reader(about("drafts"));
    const marker = join(server.site.folder, previewFile);
    writeFileSync(marker, "");
    const slug = await publish("drafts", { headline: "[Draft] The minister resigns" });
    expect(device.asked()).toBe(0);
    rmSync(marker);
    await server.accounts.lookForNews();
    expect(titles(device)).toEqual([slug]);
  });

  test("a story that was published half a day before it is found is not told of", async () => {
    const { device } = await reader(about("old"));
    await publish("old", { at: NOON - 13 * HOUR });
    const slug = await publish("old", { at: NOON - 11 * HOUR });
    expect(titles(device)).toEqual([slug]);
  });

  test("breaking news is told of alone, too, or not at all", async () => {
    const only = await reader({ ...about("breaking"), breaking: "only" });
    const too = await reader({ ...about("breaking"), breaking: "too" });
    const none = await reader({ ...about("breaking"), breaking: "none" });
    const [of, not] = [newSlug(), newSlug()];
    server.site.build({ stories: [{ slug: of, topics: ["breaking"] }, { slug: not }], breaking: not });
    await server.accounts.lookForNews();
    expect(titles(only.device)).toEqual([not]);
    expect(titles(too.device).toSorted()).toEqual([of, not].toSorted());
    expect(titles(none.device)).toEqual([of]);
    expect(only.device.pushes[0]).toMatchObject({ headers: { urgency: "high" }, message: { notification: { data: { breaking: true } } } });
    // What becomes breaking news later is told of to whom it was not before.
    server.site.build({ stories: [{ slug: of, topics: ["breaking"] }, { slug: not }], breaking: of });
    await server.accounts.lookForNews();
    expect([only, too, none].map(({ device }) => device.asked())).toEqual([2, 2, 1]);
  });

  test("quiet hours are those of the reader's time zone, and what came in them is told of at their end", async () => {
    const quiet = { from: "22:00", until: "07:00" };
    const vienna = await reader({ ...about("night"), quiet, timeZone: "Europe/Vienna" });
    const chicago = await reader({ ...about("night"), quiet, timeZone: "America/Chicago" });
    vi.setSystemTime(Date.parse("2026-03-10T21:30:00Z"));
    const slug = await publish("night");
    expect([titles(vienna.device), titles(chicago.device)]).toEqual([[], [slug]]);
    vi.setSystemTime(Date.parse("2026-03-11T05:59:59Z"));
    await server.accounts.lookForNews();
    expect(titles(vienna.device)).toEqual([]);
    vi.setSystemTime(Date.parse("2026-03-11T06:00:00Z"));
    await server.accounts.lookForNews();
    expect(titles(vienna.device)).toEqual([slug]);
  });

  test("no more in a day than was asked for: those that stand highest on the front page", async () => {
    const { device } = await reader({ ...about("many"), perDay: 2 });
    const slugs = [newSlug(), newSlug(), newSlug(), newSlug()];
    const stories = slugs.map((slug) => ({ slug, topics: ["many"] }));
    server.site.build({ stories, order: [slugs[2] ?? "", slugs[1] ?? ""] });
    await server.accounts.lookForNews();
    expect(titles(device).toSorted()).toEqual([slugs[1], slugs[2]]);
    await publish("many");
    expect(device.asked()).toBe(2);
    // The next day begins at midnight in Vienna.
    vi.setSystemTime(Date.parse("2026-03-10T23:00:00Z"));
    await publish("many");
    expect(device.asked()).toBe(3);
  });

  test.each([404, 410])("a device that its push service does not know any more (%i) is taken off the list", async (status) => {
    const { browser, device } = await reader(about(`gone-${status}`));
    device.answer(status);
    await publish(`gone-${status}`);
    expect((await (await browser.ask("GET", "/alerts")).json()).devices).toEqual([]);
    await publish(`gone-${status}`);
    expect(device.asked()).toBe(1);
  });

  test("a push service that is busy is asked again when it says, and one that fails after longer and longer times, and not for ever", async () => {
    const { device } = await reader(about("busy"));
    device.answer(429, { "Retry-After": "600" });
    await publish("busy");
    const after = async (minutes: number) => {
      vi.setSystemTime(NOON + minutes * 60_000);
      await server.accounts.lookForNews();
      return device.asked();
    };
    expect([await after(9), await after(11)]).toEqual([1, 2]);
    device.answer(503);
    // It said ten minutes again, then the times are our own: 16 minutes, 64, and the fifth try is the last.
    expect([await after(20), await after(22), await after(37), await after(39), await after(102), await after(104)]).toEqual([
      2, 3, 3, 4, 4, 5,
    ]);
    device.answer(201);
    expect([await after(700), titles(device)]).toEqual([5, []]);
  });

  test("a push that failed once arrives once", async () => {
    const { device } = await reader(about("again"));
    device.answer(500);
    const slug = await publish("again");
    device.answer(201);
    for (const minutes of [2, 4, 60]) {
      vi.setSystemTime(NOON + minutes * 60_000);
      await server.accounts.lookForNews();
    }
    expect([titles(device), device.asked()]).toEqual([[slug], 2]);
  });

  test("what came of pushes is counted for the operator, and tells of nobody", async () => {
    const metrics = async () =>
      (await server.accounts.browser().ask("GET", "/metrics", undefined, { Authorization: `Bearer ${TOKEN}` })).text();
    const counted = async () => {
      const text = await metrics();
      return ["sent", "gone", "later", "failed"].map((result) =>
        Number(new RegExp(`^broadsheet_pushes_total\\{result="${result}"\\} (\\d+)$`, "mu").exec(text)?.[1] ?? 0),
      );
    };
    const before = await counted();
    for (const status of [201, 410, 503, 403]) (await reader(about("counted"))).device.answer(status);
    const slug = await publish("counted");
    expect((await counted()).map((count, index) => count - (before[index] ?? 0))).toEqual([1, 1, 1, 1]);
    for (const secret of [slug, server.service.origin, "counted"]) expect(await metrics()).not.toContain(secret);
  });

  test("what is switched off or withdrawn before it is sent is not sent", async () => {
    const quiet = { from: "12:00", until: "14:00" };
    const off = await reader({ ...about("stop"), quiet });
    const withdrawn = await reader({ ...about("stop"), quiet });
    await publish("stop");
    await off.browser.ask("POST", "/alerts/off", {});
    server.site.build({ stories: [] });
    vi.setSystemTime(NOON + 2 * HOUR);
    await server.accounts.lookForNews();
    expect([off.device.asked(), withdrawn.device.asked()]).toEqual([0, 0]);
  });

  test("several instances that look at the same moment tell of a story once", async () => {
    const readers = [];
    for (let each = 0; each < 3; each++) readers.push(await reader({ ...about("instances"), perDay: 1 }));
    const others = server.database.env["DATABASE_URL"] === undefined ? [] : [await server.open(), await server.open()];
    const slugs = [newSlug(), newSlug()];
    server.site.build({ stories: slugs.map((slug) => ({ slug, topics: ["instances"] })), order: slugs });
    await Promise.all([server.accounts, ...others].map(({ lookForNews }) => lookForNews()));
    expect(readers.map(({ device }) => titles(device))).toEqual([[slugs[0]], [slugs[0]], [slugs[0]]]);
    for (const other of others) await other.close();
  });

  test("each reader has the stories of the edition in their language", async () => {
    const { device: english } = await reader({ ...about("europe"), language: "en-GB" });
    const { device: dutch } = await reader({ ...about("europe"), language: "nl" });
    server.site.editions([
      { language: "en", prefix: "" },
      { language: "nl", prefix: "/nl" },
    ]);
    const [one, other] = [newSlug(), newSlug()];
    server.site.build({ stories: [{ slug: one, topics: ["europe"] }] });
    server.site.build({ stories: [{ slug: other, topics: ["europe"] }], language: "nl" }, "/nl");
    await server.accounts.lookForNews();
    server.site.editions();
    expect([titles(english), titles(dutch)]).toEqual([[one], [other]]);
    expect(dutch.pushes[0]?.message).toMatchObject({
      notification: { navigate: `${server.accounts.origin}/nl/article/${other}`, lang: "nl" },
    });
  });

  test("a site that cannot be read at the moment is read later", async () => {
    const { device } = await reader(about("unread"));
    server.site.write("front.json", "half a bui");
    const slug = newSlug();
    await server.accounts.lookForNews();
    server.site.build({ stories: [{ slug, topics: ["unread"] }] });
    await server.accounts.lookForNews();
    expect(titles(device)).toEqual([slug]);
  });
});
