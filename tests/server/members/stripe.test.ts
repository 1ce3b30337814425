import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { newAddress, newReader } from "../../support/accounts.ts";
import { databases } from "../../support/databases.ts";
import {
  checkout,
  DAY,
  eventOf,
  invoice,
  type MemberServer,
  openMemberServer,
  signed,
  START,
  subscribed,
  subscription,
} from "../../support/memberServer.ts";

describe.each(databases)("payments by Stripe in $name", ({ env: database }) => {
  let server: MemberServer;
  beforeAll(async () => void (server = await openMemberServer(database)));
  afterAll(() => server.close());

  test("believes only what Stripe has signed within five minutes", async () => {
    const email = newAddress();
    const customer = `cus_${randomUUID()}`;
    const body = eventOf("invoice.paid", invoice(customer, email, START + DAY));
    const refused = [
      "",
      "v1=00",
      signed(body, START, "whsec_other"),
      signed(`${body} `),
      signed(body).replace(/v1=/gu, "v0="),
      signed(body, START - 301),
      signed(body, START + 301),
    ];
    for (const signature of refused) expect((await server.post(body, signature)).status, signature).toBe(400);
    expect(await server.listed(email)).toEqual([]);
    const odd = eventOf("invoice.paid", { customer, lines: {} });
    expect(await (await server.post(odd, signed(odd))).json()).toMatchObject({
      status: 400,
      detail: expect.stringContaining("lines.data"),
    });
    expect((await server.post("x".repeat(600_000), "")).status).toBe(413);
    expect((await server.post(body, signed(body, START - 299))).status).toBe(200);
    expect(await server.listed(email)).toEqual([`${email}  friends  stripe  until 2026-12-06`]);
    await server.told("payment_intent.succeeded", {});
  });

  test("hears Stripe while somebody else keeps requests open", async () => {
    const open = async (until: "continue" | "response") => {
      const headers = { "X-Forwarded-For": "192.0.2.66", "Content-Length": "9", Expect: "100-continue" };
      const begun = request(`${server.accounts.origin}/api/members/stripe`, { method: "POST", headers }).on("error", () => {});
      onTestFinished(() => void begun.destroy());
      begun.flushHeaders();
      return (await once(begun, until))[0];
    };
    for (let count = 0; count < 50; count++) await open("continue");
    expect(await open("response")).toMatchObject({ statusCode: 429 });
    await server.told("payment_intent.succeeded", {});
  });

  test("comes to the same however often, in which order and how many at once events of Stripe arrive", async () => {
    const events = (customer: string, email: string): [string, object, number][] => [
      ["customer.subscription.created", subscription(customer, { status: "incomplete" }), START],
      ["customer.subscription.updated", subscription(customer), START],
      ["invoice.paid", invoice(customer, email, START + 30 * DAY), START + 1],
      ["checkout.session.completed", checkout(customer, email), START + 2],
      [
        "customer.subscription.updated",
        subscription(customer, { price: "prod_patrons", start: START + 30 * DAY, status: "past_due" }),
        START + 30 * DAY,
      ],
      ["customer.subscription.updated", subscription(customer, { price: "prod_patrons", start: START + 30 * DAY }), START + 31 * DAY],
      ["invoice.paid", invoice(customer, email, START + 60 * DAY), START + 31 * DAY],
    ];
    const orders = [(all: number[]) => all, (all: number[]) => all.toReversed(), (all: number[]) => [3, 6, 1, 5, 0, 2, 4, ...all]];
    for (const order of orders) {
      const [customer, email] = [`cus_${randomUUID()}`, newAddress()];
      const all = events(customer, email);
      for (const at of order([...all.keys()])) await server.told(...(all[at] ?? expect.fail()));
      expect(await server.listed(email)).toEqual([`${email}  patrons  stripe  until 2027-02-03`]);
    }
    const [customer, email] = [`cus_${randomUUID()}`, newAddress()];
    await Promise.all([...events(customer, email), ...events(customer, email)].map((event) => server.told(...event)));
    expect(await server.listed(email)).toEqual([`${email}  patrons  stripe  until 2027-02-03`]);
    // What has ended stays ended, whatever arrives late.
    await server.told("customer.subscription.deleted", subscription(customer, { status: "canceled" }), START + 40 * DAY);
    for (const event of events(customer, email)) await server.told(...event);
    await server.told("customer.subscription.updated", subscription(customer), START + 90 * DAY);
    expect(await server.listed(email)).toEqual([]);
  });

  test("keeps a member a week beyond what is paid, and follows an address that is changed at Stripe", async () => {
    const { browser, email } = await newReader(server.accounts);
    const customer = await subscribed(server, email);
    expect(await server.membershipOf(browser)).toMatchObject([{ tier: "friends" }]);
    await server.told("customer.subscription.updated", subscription(customer, { status: "past_due" }), START + 1);
    server.at("2026-12-12T11:00:00Z");
    expect(await server.membershipOf(browser)).toMatchObject([{ tier: "friends" }]);
    server.at("2026-12-12T13:00:00Z");
    expect(await server.membershipOf(browser)).toEqual([]);
    const next = newAddress();
    await server.told("customer.updated", { object: "customer", id: customer, email: next }, START + 9, { previous_attributes: { email } });
    await server.told("customer.updated", { object: "customer", id: customer, email }, START + 8, { previous_attributes: { email: next } });
    expect([await server.listed(email), (await server.listed(next)).length]).toEqual([[], 1]);
    const unknown = newAddress();
    await subscribed(server, unknown, "price_of_something");
    expect(await server.listed(unknown)).toEqual([`${unknown}  ?        stripe  until 2027-01-04`]);
  });
});
