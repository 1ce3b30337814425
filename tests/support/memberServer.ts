import { createHmac, randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, vi } from "vitest";
import { readWords } from "#compiler/features/words/readWords.ts";
import { importMembers } from "#cli/members/importMembers.ts";
import { addMember, listMembers } from "#cli/members/memberList.ts";
import type { Membership } from "#content/members/membership.ts";
import { type PassPhrase, textOfPhrase } from "#content/members/passPhrase.ts";
import { type Browser, openAccounts } from "./accounts.ts";
import { alertSite } from "./alertSite.ts";
import { runCommand } from "./runCommand.ts";

const last = (fill: number): PassPhrase => ({ month: "2027-06", secret: new Uint8Array(10).fill(fill) });
/** The last pass phrases of the tiers. */
export const PHRASES = { friends: last(1), patrons: last(2) };

const SECRET = "whsec_test";
const SETTINGS = {
  MEMBERS_PHRASES: Object.entries(PHRASES)
    .map(([tier, phrase]) => `${tier}=${textOfPhrase(phrase)}`)
    .join(" "),
  STRIPE_WEBHOOK_SECRET: SECRET,
  STRIPE_PRICES: "price_friends=friends, prod_patrons=patrons",
};

const NOW = "2026-12-05T12:00:00Z";

/** The time of all tests, in seconds. */
export const START = Date.parse(NOW) / 1000;
export const DAY = 24 * 60 * 60;

export type MemberServer = Awaited<ReturnType<typeof openMemberServer>>;

/** A server with members and the commands for its list, at a fixed time. */
export async function openMemberServer(database: Record<string, string>) {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(NOW) });
  const env = { ...database, ...SETTINGS };
  const site = alertSite();
  const tiers = [
    { id: "friends", name: "Friends" },
    { id: "patrons", name: "Patrons" },
  ];
  site.write("mail.json", { ...readWords("en").mail, members: { timeZone: "Europe/Amsterdam", tiers } });
  writeFileSync(join(site.folder, "index.html"), "");
  const accounts = await openAccounts(env, "en", site.folder);
  const place = { accounts: accounts.folder, site: site.folder };
  const command = <T>(run: () => Promise<T>) => runCommand(env, run);
  const post = (body: string, signature: string) =>
    accounts.browser().ask("POST", "/members/stripe", body, { "Stripe-Signature": signature, Origin: "" });
  return {
    accounts,
    env,
    place,
    command,
    /** Sets the time for the rest of a test. */
    at: (time: string) => {
      vi.setSystemTime(Date.parse(time));
      onTestFinished(() => void vi.setSystemTime(Date.parse(NOW)));
    },
    membershipOf: async (browser: Browser): Promise<Membership> => (await (await browser.ask("GET", "/membership")).json()).membership,
    add: (email: string, tier: string, until?: string) =>
      command(() => addMember(email, tier, { ...place, ...(until !== undefined && { until }) })),
    /** The lines of `members list` about an address. */
    listed: async (email: string) => (await command(() => listMembers(place)))[1].split("\n").filter((line) => line.includes(email)),
    imported: async (csv: string, more: object = {}) => {
      const file = join(accounts.folder, "members.csv");
      writeFileSync(file, csv);
      const [code, said] = await command(() => importMembers(file, { ...place, ...more }));
      return { code, said: said.replaceAll(file, "members.csv") };
    },
    post,
    /** Sends an event as Stripe does. */
    told: async (type: string, object: object, created = START, more: object = {}) => {
      const body = eventOf(type, object, created, more);
      expect([(await post(body, signed(body))).status, type]).toEqual([200, type]);
    },
    close: async () => {
      vi.useRealTimers();
      await accounts.close();
      site.remove();
    },
  };
}

export const eventOf = (type: string, object: object, created = START, more: object = {}): string =>
  JSON.stringify({ id: `evt_${randomUUID()}`, object: "event", type, created, data: { object, ...more } });

/** The header of Stripe for a body: https://docs.stripe.com/webhooks#verify-manually */
export const signed = (body: string, time = Math.floor(Date.now() / 1000), secret = SECRET): string =>
  `t=${time},v1=${"0".repeat(64)},v1=${createHmac("sha256", secret).update(`${time}.${body}`).digest("hex")},v0=x`;

type Subscription = { status?: string; price?: string; start?: number };

/** As in versions of the API since 2025-03-31. */
export function subscription(customer: string, { status = "active", price = "price_friends", start = START }: Subscription = {}) {
  const ids = price.startsWith("prod_") ? { id: "price_x", product: price } : { id: price, product: "prod_x" };
  const items = { data: [{ price: ids, current_period_start: start, current_period_end: start + 30 * DAY }] };
  return { id: `sub_${customer}`, object: "subscription", customer, status, items };
}

/** As in versions of the API before. */
export const invoice = (customer: string, email: string | null, end: number) => ({
  object: "invoice",
  customer,
  customer_email: email,
  subscription: `sub_${customer}`,
  lines: { data: [{ period: { start: end - 30 * DAY, end }, price: { id: "price_friends", product: "prod_x" } }] },
});

export const checkout = (customer: string, email: string) => ({
  object: "checkout.session",
  mode: "subscription",
  customer,
  customer_details: { email },
});

/** A subscription that somebody has just begun. @returns its customer */
export async function subscribed({ told }: Pick<MemberServer, "told">, email: string, price?: string): Promise<string> {
  const customer = `cus_${randomUUID()}`;
  await told("customer.subscription.created", subscription(customer, { ...(price !== undefined && { price }) }));
  await told("checkout.session.completed", checkout(customer, email.toUpperCase()));
  return customer;
}
