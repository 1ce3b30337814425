import { readFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { exportMembers, takeOff } from "#cli/members/memberList.ts";
import { phraseOf, textOfPhrase } from "#content/members/passPhrase.ts";
import { openDatabase } from "../../../src/server/database/openDatabase.ts";
import { warnOfPhrases } from "../../../src/server/members/memberRoutes.ts";
import { serverSettings } from "../../../src/server/serverSettings.ts";
import { accountOf, type Browser, newAddress, newReader, PASSWORD, tokenIn } from "../../support/accounts.ts";
import { databases } from "../../support/databases.ts";
import { type MemberServer, openMemberServer, PHRASES, subscribed, subscription } from "../../support/memberServer.ts";
import { hashPasswordsQuickly } from "../../support/quickPasswords.ts";

hashPasswordsQuickly();

const tiersOf = async (server: MemberServer, browser: Browser) => (await server.membershipOf(browser)).map(({ tier }) => tier);

describe.each(databases)("members in $name", ({ env: database }) => {
  let server: MemberServer;
  beforeAll(async () => void (server = await openMemberServer(database)));
  afterAll(() => server.close());

  test("gives a member the pass phrase of the month in the paper's time zone, and nothing once the membership has ended", async () => {
    const { browser, email } = await newReader(server.accounts);
    expect(await server.membershipOf(browser)).toEqual([]);
    expect(await accountOf(browser)).toEqual({ email });
    await server.add(email.toUpperCase(), "Friends", "2026-12-31");
    expect(await accountOf(browser)).toEqual({ email, isMember: true });
    const phrase = await phraseOf(PHRASES.friends, "2026-12");
    expect(await server.membershipOf(browser)).toEqual([
      { tier: "friends", name: "Friends", until: "2026-12-31T23:59:59.999Z", phrase: textOfPhrase(phrase ?? expect.fail()) },
    ]);
    server.at("2026-12-31T23:30:00Z");
    expect((await server.membershipOf(browser))[0]?.phrase).toMatch(/^2701-/u);
    server.at("2027-01-01T00:00:00Z");
    expect(await server.membershipOf(browser)).toEqual([]);
    server.at("2027-08-01T00:00:00Z");
    await server.add(email, "Friends");
    await browser.ask("POST", "/sign-in", { email, password: PASSWORD });
    // Later than what the server may give out: the last that it has.
    expect(await server.membershipOf(browser)).toMatchObject([{ until: null, phrase: textOfPhrase(PHRASES.friends) }]);
    await server.command(() => takeOff(email, server.place));
    expect(await server.membershipOf(browser)).toEqual([]);
  });

  test("says in its log a month before it has no more pass phrases", async () => {
    const { place, env, at } = server;
    const log = pino({ level: "silent" });
    const warn = vi.spyOn(log, "warn").mockReturnValue();
    const settings = serverSettings(env, "http://localhost/", place.accounts);
    await warnOfPhrases({ settings, log }, place.site);
    at("2027-05-29T12:00:00Z");
    await warnOfPhrases({ settings, log }, place.site);
    expect(warn).not.toHaveBeenCalled();
    at("2027-05-31T12:00:00Z");
    await warnOfPhrases({ settings, log }, place.site);
    await warnOfPhrases({ settings: { ...settings, members: undefined }, log }, place.site);
    expect(warn.mock.calls.flat()).toEqual(Array(2).fill(expect.stringContaining("of friends, patrons for 2027-07: run")));
  });

  test("gives nothing to whoever only says that an address is theirs", async () => {
    const email = newAddress();
    await server.add(email, "Patrons");
    const stranger = server.accounts.browser();
    expect((await stranger.ask("GET", "/membership")).status).toBe(401);
    await stranger.ask("POST", "/sign-up", { email, password: PASSWORD });
    await expect.poll(() => server.accounts.emailTo(email)).toBeDefined();
    expect((await stranger.ask("POST", "/sign-in", { email, password: PASSWORD })).status).toBe(403);
    await server.accounts.settled();
    expect((await stranger.ask("GET", "/membership")).status).toBe(401);
    expect((await stranger.ask("POST", "/verify", { token: tokenIn(server.accounts.emailTo(email)) })).status).toBe(200);
    expect(await tiersOf(server, stranger)).toEqual(["patrons"]);
    // A session whose address is not confirmed, as X may report one.
    const { db, close } = openDatabase({ databaseUrl: database["DATABASE_URL"], folder: server.accounts.folder });
    await db
      .withTables<{ user: { email: string; emailVerified: unknown } }>()
      .updateTable("user")
      .set({ emailVerified: database["DATABASE_URL"] ? false : 0 })
      .where("email", "=", email)
      .execute();
    await close();
    expect(await server.membershipOf(stranger)).toEqual([]);
    expect(await accountOf(stranger)).toEqual({ email });
  });

  test("follows its reader to another address, is in the export of the account and deleted with it", async () => {
    const { browser, email } = await newReader(server.accounts);
    await server.add(email, "Friends");
    const next = newAddress();
    await browser.ask("POST", "/account/email", { password: PASSWORD, email: next });
    await expect.poll(() => server.accounts.emailTo(next)).toBeDefined();
    expect((await browser.ask("POST", "/verify", { token: tokenIn(server.accounts.emailTo(next)) })).status).toBe(200);
    expect(await tiersOf(server, browser)).toEqual(["friends"]);
    const customer = await subscribed(server, next, "prod_patrons");
    expect((await (await browser.ask("GET", "/account/export")).json()).membership).toMatchObject({
      listed: [{ tier: "friends", until: null }],
      stripe: { customers: [customer], subscriptions: [{ customer }] },
    });
    await browser.ask("POST", "/account/delete", { password: PASSWORD });
    expect([await server.listed(email), await server.listed(next)]).toEqual([[], []]);
    await server.accounts.settled();
    if (!database["DATABASE_URL"]) expect(readFileSync(join(server.accounts.folder, "accounts.db")).includes(next)).toBe(false);
  });

  test("imports a list line by line, names what it cannot read, and imports it again without effect", async () => {
    const [ada, bea, cy, dot] = [newAddress(), newAddress(), newAddress(), newAddress()];
    const csv = `Email;Tier;Until;Note\n${ada};Friends;2027-06-30;"two\nlines"\n${bea};Freinds;;\nnobody;Friends;;\n\n${cy};patrons;June;\n${dot};;;\n${ada};Patrons;;\n`;
    const faults = [
      `members.csv:4: there is no tier Freinds. Did you mean Friends?`,
      "members.csv:5: there is no email address: nobody.",
      "members.csv:7: until is not a day such as 2027-06-30: June.",
      "members.csv:8: the tier is missing. The tiers are Friends, Patrons.",
    ];
    const dry = await server.imported(csv, { dryRun: true });
    expect(dry.said.split("\n").slice(0, 5)).toEqual([...faults, "1 member would be added, 0 changed, 0 as before."]);
    expect(await server.listed(ada)).toEqual([]);
    expect(await server.imported(csv)).toMatchObject({ code: 1, said: expect.stringContaining("1 member added, 0 changed, 0 as before.") });
    expect(await server.listed(ada)).toEqual([`${ada}  friends  list    until 2027-06-30`, `${ada}  patrons  list`]);
    expect(await server.imported(csv)).toMatchObject({ said: expect.stringContaining("0 members added, 0 changed, 1 as before.") });
    expect((await server.imported(`email,tier\n${ada},patrons\n`)).said).toBe("0 members added, 1 changed, 0 as before.");
    expect(await server.listed(ada)).toEqual([`${ada}  patrons  list`]);
    // A line that cannot be read takes nothing away.
    await server.imported(`email,tier\n${ada},friends\n${ada},patron\n`);
    expect(await server.listed(ada)).toEqual([`${ada}  patrons  list`]);
    const file = join(server.accounts.folder, "out.csv");
    await server.command(() => exportMembers(file, server.place));
    expect((await server.imported(readFileSync(file, "utf8"))).said).toMatch(/^0 members added, 0 changed/u);
    await expect(server.imported("mail,tier\n")).rejects.toThrow("members.csv:1 does not name its columns");
  });

  test("gives no membership without an end because a column or a day is misspelt", async () => {
    const ada = newAddress();
    await server.add(ada, "friends", "2027-06-30");
    await expect(server.imported(`email,tier,untill\n${ada},friends,2026-12-31\n`)).rejects.toThrow(
      "members.csv:1: there is no column untill. Did you mean until? Nothing was imported.",
    );
    const odd = ["2027-02-30", "2027-06-30T25:00", "2027-06-30 10:00 (x)"];
    const { said } = await server.imported(`email,tier,until\n${odd.map((until) => `${ada},friends,${until}\n`).join("")}`);
    expect(said).toContain("3 lines could not be read.");
    expect(await server.listed(ada)).toEqual([`${ada}  friends  list    until 2027-06-30`]);
    await server.imported(`email,tier,until\n${ada},friends,2027-05-31 23:30\n`);
    expect(await server.listed(ada)).toEqual([`${ada}  friends  list    until 2027-05-31`]);
    expect((await server.imported(`email,tier,expires\n${ada},friends,2026-12-31\n`)).said).toContain("Not read: expires.");
  });

  test("imports the members export of Ghost, and lets Stripe end what it knows to be paid with it", async () => {
    const [free, gold, gift, gone] = [newAddress(), newAddress(), newAddress(), newAddress()];
    const customer = `cus_${randomUUID()}`;
    const csv = `id,email,name,note,subscribed_to_emails,complimentary_plan,stripe_customer_id,created_at,deleted_at,labels,tiers
1,${free},Free,,true,false,,2024-03-01T09:30:00.000Z,,,
2,${gold},Gold,"a, b",true,false,${customer},2024-03-01T09:30:00.000Z,,,Gold
3,${gift},Gift,,true,true,,2024-03-01T09:30:00.000Z,,,Friends
4,${gone},Gone,,true,false,,2024-03-01T09:30:00.000Z,2025-03-01T09:30:00.000Z,,Friends
`;
    expect((await server.imported(csv)).said).toContain(
      'members.csv:3: there is no tier Gold. The tiers are Friends, Patrons. Name yours with --tiers, such as --tiers "Gold=Friends".',
    );
    const tiers = new Map([["gold", "Patrons"]]);
    expect(await server.imported(csv, { tiers })).toEqual({
      code: 0,
      said: "1 member added, 0 changed, 1 as before, 2 lines of free or deleted members left out.",
    });
    expect([await server.listed(gold), await server.listed(gift), await server.listed(free)]).toEqual([
      [`${gold}  patrons  list`],
      [`${gift}  friends  list`],
      [],
    ]);
    await server.told("customer.subscription.deleted", subscription(customer, { status: "canceled" }));
    expect([await server.listed(gold), await server.listed(gift)]).toEqual([[], [`${gift}  friends  list`]]);
  });
});
