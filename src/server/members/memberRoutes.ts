import { type Context, Hono } from "hono";
import { dayIn } from "static-search/text/day";
import * as v from "valibot";
import { type Membership, type Tiers, TiersSchema } from "#content/members/membership.ts";
import { phraseOf, textOfPhrase } from "#content/members/passPhrase.ts";
import { MAIL_FILE } from "#content/words/wordFiles.ts";
import { requireSession } from "../accounts/session.ts";
import { servedSite } from "../alerts/servedSite.ts";
import { clientOf } from "../client.ts";
import { Problem } from "../problemResponse.ts";
import { checked, textOf } from "../request.ts";
import type { Server } from "../server.ts";
import { type Member, membershipOf } from "./memberStore.ts";
import { noteEvent, StripeEventSchema } from "./stripeEvents.ts";
import { whyRefused } from "./stripeSignature.ts";

/** The path at which Stripe tells of payments. */
export const STRIPE_PATH = "/members/stripe";

/** In bytes. An event is smaller: it has ten items or lines at most. */
const LARGEST_EVENT = 512 * 1024;

/** What a member is given: the pass phrases of the month, by which the device opens closed stories itself. */
export function memberRoutes(server: Server, site: string | undefined): Hono {
  const { auth, settings } = server;
  const paper = paperOf(site, settings.address);
  return new Hono()
    .get("/membership", async (c) => {
      if (settings.members === undefined) throw new Problem(404, "not-found", "There is nothing at this address.");
      const { user } = await requireSession(auth, c.req.raw);
      await server.limitFor("membership", user.id);
      const { tiers, timeZone } = await paper();
      const month = dayIn(timeZone)(Date.now()).slice(0, 7);
      const given = (await membershipOfUser(server, user)).map(async ({ tier, until }) => {
        const last = settings.members?.phrases.get(tier);
        const phrase = last && ((await phraseOf(last, month)) ?? last);
        if (phrase?.month !== month)
          server.log.error(`MEMBERS_PHRASES has no pass phrase of ${tier} for ${month}: run broadsheet members --server.`);
        return {
          tier,
          name: tiers.find(({ id }) => id === tier)?.name ?? tier,
          until: until === null ? null : new Date(until).toISOString(),
          phrase: phrase ? textOfPhrase(phrase) : null,
        };
      });
      return c.json({ membership: (await Promise.all(given)) satisfies Membership });
    })
    .post(STRIPE_PATH, (c) => takeEvent(server, c));
}

/** Says in the log at the start what members would otherwise find out: that the server has no pass phrases for them, or soon has none. */
export async function warnOfPhrases({ settings, log }: Pick<Server, "settings" | "log">, site: string): Promise<void> {
  const { tiers, timeZone } = await paperOf(site, settings.address)();
  const phrases = settings.members?.phrases;
  const soon = dayIn(timeZone)(Date.now() + SOON).slice(0, 7);
  const lacking = tiers.filter(({ id }) => (phrases?.get(id)?.month ?? "") < soon).map(({ id }) => id);
  if (lacking.length > 0)
    log.warn(`MEMBERS_PHRASES has no pass phrase of ${lacking.join(", ")} for ${soon}: run broadsheet members --server.`);
}

/** In milliseconds: how long before it is needed a new setting is asked for. */
const SOON = 31 * 24 * 60 * 60 * 1000;

/** The tiers of the reader who is signed in. An address counts once it is confirmed: anybody can sign up with any. */
export async function membershipOfUser(
  { database, settings: { members } }: Pick<Server, "database" | "settings">,
  { email, emailVerified }: { email: string; emailVerified: boolean },
): Promise<Member[]> {
  if (members === undefined || !emailVerified) return [];
  return membershipOf(database.db, email, members.stripe?.prices ?? new Map(), Date.now());
}

/** The names of the tiers, and the time zone by which months begin, as the site was built last. */
function paperOf(site: string | undefined, address: string): () => Promise<Tiers> {
  const served = site === undefined ? undefined : servedSite(site, address);
  return async () => {
    const read = v.safeParse(v.object({ members: TiersSchema }), await served?.read(MAIL_FILE).catch(() => undefined));
    return read.success ? read.output.members : { timeZone: "UTC", tiers: [] };
  };
}

async function takeEvent(server: Server, c: Context): Promise<Response> {
  const { database, log, settings } = server;
  const stripe = settings.members?.stripe;
  if (stripe === undefined) throw new Problem(404, "not-found", "There is nothing at this address.");
  // For each network, so that nobody else takes the place of Stripe.
  server.atOnce(c, `events of Stripe from ${clientOf(c)}`, 50);
  const body = await textOf(c.req.raw, LARGEST_EVENT);
  const refused = whyRefused(c.req.header("stripe-signature") ?? "", body, stripe.secret, Date.now());
  if (refused !== undefined) throw new Problem(400, "not-signed", refused);
  try {
    const ids = await noteEvent(database.db, checked(JSON.parse(body), StripeEventSchema));
    if (ids && !ids.some((id) => stripe.prices.has(id)))
      log.warn(`Stripe told of a subscription that is for no tier: STRIPE_PRICES has none of ${ids.join(", ")}.`);
  } catch (error) {
    // Its dashboard shows the answer too, and Stripe sends the event again.
    if (error instanceof Problem) log.error(`An event of Stripe: ${error.message}`);
    throw error;
  }
  return c.json({ received: true });
}
