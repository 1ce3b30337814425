import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { readWords } from "#compiler/features/words/readWords.ts";
import { alertSettingsAtFirst, type AlertSettings } from "#content/alerts/alerts.ts";
import { newReader, tokenIn } from "../../support/accounts.ts";
import type { SiteStory } from "../../support/alertSite.ts";
import { alertServer, NOON } from "../../support/alertServer.ts";
import { databases } from "../../support/databases.ts";

const HOUR = 60 * 60 * 1000;

/** Seven in Vienna on the days after, and on Saturday. */
const WEDNESDAY = Date.parse("2026-03-11T06:00:00Z");
const SATURDAY = Date.parse("2026-03-14T06:00:00Z");

const settings: AlertSettings = { ...alertSettingsAtFirst("Europe/Vienna", "en"), digest: "daily" };

describe.each(databases)("digests from $name", ({ env }) => {
  const server = alertServer(env);

  let count = 0;
  const newStory = (topic: string, more: Partial<SiteStory> = {}): SiteStory => ({
    slug: `news-${(count += 1)}`,
    topics: [topic],
    ...more,
  });

  const reader = async (topic: string, wanted: Partial<AlertSettings> = {}) => {
    const { browser, email } = await newReader(server.accounts);
    const answer = await browser.ask("POST", "/alerts", { ...settings, subjects: [{ kind: "topic", slug: topic }], ...wanted });
    expect(answer.status).toBe(200);
    return { browser, email, digests: () => server.accounts.emailsTo(email).filter((text) => text.includes("List-Unsubscribe:")) };
  };

  const lookAt = async (time: number) => {
    vi.setSystemTime(time);
    await server.accounts.lookForNews();
  };

  test("list what is new in the reader's subjects, quoted, as the front page has it, at seven on their clock", async () => {
    const { digests, email } = await reader("rivers");
    const [first, second, third] = [
      newStory("rivers", { headline: "The river rises", standfirst: "Since the morning." }),
      newStory("rivers", { at: NOON - HOUR }),
      newStory("rivers", { at: NOON - 20 * HOUR, headline: "Of yesterday" }),
    ];
    server.site.build({ stories: [first, second, third, newStory("mountains")], order: [second.slug] });
    await server.accounts.lookForNews();
    await lookAt(WEDNESDAY - 1000);
    expect(digests()).toEqual([]);
    await lookAt(WEDNESDAY);
    const [head = "", ...text] = digests()[0]?.split("\n\n") ?? [];
    const address = (slug: string) => `${server.accounts.origin}/article/${slug}`;
    const token = tokenIn(digests()[0]);
    expect(head.split("\n")).toEqual([
      `To: ${email}`,
      "Subject: New in what you follow at The Test",
      `List-Unsubscribe: <${server.accounts.origin}/api/alerts/leave?token=${token}>`,
      "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
    ]);
    expect(text).toEqual([
      "New stories in the subjects of your alerts:",
      `The story of ${second.slug}\n${address(second.slug)}`,
      `The river rises\nSince the morning.\n${address(first.slug)}`,
      expect.stringContaining(`/account/alerts/leave#${token}`),
      `The Test\n${server.accounts.origin}/\n`,
    ]);
  });

  test("say of an advertisement who has paid for it", async () => {
    const { digests } = await reader("kitchens");
    server.site.build({ stories: [newStory("kitchens", { headline: "An oven", sponsor: "Paid for by Acme" })] });
    await server.accounts.lookForNews();
    await lookAt(WEDNESDAY);
    expect(digests()[0]).toContain("\n\nPaid for by Acme: An oven\n");
  });

  test("tell of each story once, and leave out a day without any", async () => {
    const { digests } = await reader("once");
    const [one, other] = [newStory("once"), newStory("once", { at: WEDNESDAY + HOUR })];
    server.site.build({ stories: [one] });
    await server.accounts.lookForNews();
    await lookAt(WEDNESDAY);
    await lookAt(WEDNESDAY + 60_000);
    await lookAt(WEDNESDAY + 24 * HOUR);
    expect(digests()).toHaveLength(1);
    server.site.build({ stories: [other, one] });
    await lookAt(WEDNESDAY + 25 * HOUR);
    await lookAt(WEDNESDAY + 48 * HOUR);
    expect(digests()).toHaveLength(1);
    // It was a day old when it was found. One that is found in time is told of.
    server.site.build({ stories: [newStory("once", { at: WEDNESDAY + 50 * HOUR }), other, one] });
    await lookAt(WEDNESDAY + 51 * HOUR);
    await lookAt(WEDNESDAY + 72 * HOUR);
    expect(digests()).toHaveLength(2);
    expect(digests()[1]).not.toContain(`/article/${one.slug}\n`);
  });

  test("come on Saturday where they are weekly, and list no more than can be read", async () => {
    const { digests } = await reader("weekly", { digest: "weekly" });
    server.site.build({ stories: Array.from({ length: 22 }, () => newStory("weekly")) });
    await server.accounts.lookForNews();
    await lookAt(SATURDAY - 1000);
    expect(digests()).toEqual([]);
    await lookAt(SATURDAY);
    expect(digests()[0]?.match(/\/article\//gu)).toHaveLength(20);
    expect(digests()[0]).toContain(`There are more on this page:\n${server.accounts.origin}/following\n`);
  });

  test("end at one press in a mail program, which sends a form from nowhere and is not signed in", async () => {
    const { browser, digests } = await reader("leave");
    server.site.build({ stories: [newStory("leave")] });
    await server.accounts.lookForNews();
    await lookAt(WEDNESDAY);
    const address = /^List-Unsubscribe: <(.+)>$/mu.exec(digests()[0] ?? "")?.[1] ?? "";
    const digestNow = async () => (await (await browser.ask("GET", "/alerts")).json()).settings.digest;
    // A program that only opens the address changes nothing, and gets to the page that can.
    const opened = await fetch(address, { redirect: "manual" });
    expect([opened.status, opened.headers.get("location")]).toEqual([
      303,
      `${server.accounts.origin}/account/alerts/leave#${tokenIn(digests()[0])}`,
    ]);
    const post = (to: string) =>
      fetch(to, { method: "POST", headers: { "Content-Type": "application/x-www-form-urlencoded" }, body: "List-Unsubscribe=One-Click" });
    for (const wrong of [address.slice(0, -1), `${address}x`, address.split("?")[0] ?? "", `${address.split(".").slice(0, -1).join(".")}.`])
      expect((await post(wrong)).status, wrong).toBe(410);
    expect(await digestNow()).toBe("daily");
    expect([(await post(address)).status, await digestNow()]).toEqual([200, "off"]);
    server.site.build({ stories: [newStory("leave", { at: WEDNESDAY })] });
    await lookAt(WEDNESDAY + HOUR);
    await lookAt(WEDNESDAY + 24 * HOUR);
    expect(digests()).toHaveLength(1);
    // What is asked for again later begins then.
    await browser.ask("POST", "/alerts", { ...settings, subjects: [{ kind: "topic", slug: "leave" }] });
    await lookAt(WEDNESDAY + 48 * HOUR);
    expect(digests()).toHaveLength(1);
  });

  test("no other address takes what comes from nowhere", async () => {
    const form = { method: "POST", headers: { "Content-Type": "application/x-www-form-urlencoded" } };
    for (const path of ["/alerts", "/alerts/off", "/alerts/leave/", "/account/delete"])
      expect((await fetch(`${server.accounts.origin}/api${path}`, form)).status, path).toBe(403);
  });

  test("go to the address that the account has now, in the language of the edition", async () => {
    const { digests, browser } = await reader("europe", { language: "nl" });
    server.site.editions([
      { language: "en", prefix: "" },
      { language: "nl", prefix: "/nl" },
    ]);
    const story = newStory("europe");
    server.site.build({ stories: [story], language: "nl" }, "/nl");
    server.site.write("nl/mail.json", readWords("nl").mail);
    await server.accounts.lookForNews();
    await lookAt(WEDNESDAY);
    server.site.editions();
    expect(digests()[0]).toContain("Subject: Nieuw in wat u volgt bij The Test\n");
    expect(digests()[0]).toContain(`${server.accounts.origin}/nl/article/${story.slug}\n`);
    expect((await browser.ask("POST", "/alerts/off", {})).status).toBe(200);
  });

  test("are sent once by several instances", async () => {
    const { digests, email } = await reader("instances");
    const others = server.database.env["DATABASE_URL"] === undefined ? [] : [await server.open(), await server.open()];
    server.site.build({ stories: [newStory("instances")] });
    await server.accounts.lookForNews();
    vi.setSystemTime(WEDNESDAY);
    await Promise.all([server.accounts, ...others].map(({ lookForNews }) => lookForNews()));
    const elsewhere = others.flatMap(({ emailsTo }) => emailsTo(email));
    expect(digests().length + elsewhere.length).toBe(1);
    for (const other of others) await other.close();
  });

  test("are tried again an hour later where they cannot be sent, and keep what they were to tell", async () => {
    const { digests } = await reader("broken-mail");
    server.site.build({ stories: [newStory("broken-mail", { headline: "Still to be told" })] });
    await server.accounts.lookForNews();
    // Where emails go as files, no file can be written below what is a file itself.
    const mail = join(server.accounts.folder, "mail");
    renameSync(mail, `${mail}-aside`);
    writeFileSync(mail, "");
    await lookAt(WEDNESDAY);
    rmSync(mail);
    renameSync(`${mail}-aside`, mail);
    await lookAt(WEDNESDAY + HOUR - 1000);
    expect(digests()).toEqual([]);
    await lookAt(WEDNESDAY + HOUR);
    expect(digests()).toEqual([expect.stringContaining("Still to be told")]);
    await lookAt(WEDNESDAY + 2 * HOUR);
    expect(digests()).toHaveLength(1);
  });
});
