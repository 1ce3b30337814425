import * as v from "valibot";
import { AddressSchema } from "../accounts/accountSchemas.ts";
import type { Database } from "../database/tables.ts";
import { checked } from "../request.ts";
import { noteCustomer } from "./memberStore.ts";

/** An object of Stripe: its id, or all of it. */
const IdSchema = v.union([
  v.string(),
  v.pipe(
    v.object({ id: v.string() }),
    v.transform(({ id }) => id),
  ),
]);

/** Seconds since 1970 to milliseconds. */
const TimeSchema = v.pipe(
  v.number(),
  v.integer(),
  v.transform((seconds) => seconds * 1000),
);

/** An address that no email can be sent to is like none. */
const EmailSchema = v.fallback(v.nullish(AddressSchema), undefined);

export const StripeEventSchema = v.object({
  type: v.string(),
  created: TimeSchema,
  data: v.object({ object: v.unknown(), previous_attributes: v.optional(v.unknown()) }),
});

export type StripeEvent = v.InferOutput<typeof StripeEventSchema>;

const CheckoutSchema = v.object({
  customer: v.nullish(IdSchema),
  customer_details: v.nullish(v.object({ email: EmailSchema })),
  customer_email: EmailSchema,
});

const CustomerSchema = v.object({ id: v.string(), email: EmailSchema });

/** Each price and product of Stripe that a subscription or an invoice is for. */
const PriceSchema = v.nullish(v.object({ id: v.string(), product: v.optional(IdSchema) }));

/** The period is in the items since version 2025-03-31 of the API, and before in the subscription. */
const PERIOD = { current_period_start: v.optional(TimeSchema), current_period_end: v.optional(TimeSchema) };

const SubscriptionSchema = v.object({
  id: v.string(),
  customer: IdSchema,
  status: v.string(),
  items: v.object({ data: v.array(v.object({ price: PriceSchema, ...PERIOD })) }),
  ...PERIOD,
});

type Subscription = v.InferOutput<typeof SubscriptionSchema>;

/** The subscription is in `parent` since version 2025-03-31 of the API, and the price of a line in `pricing`. */
const InvoiceSchema = v.object({
  customer: v.nullish(IdSchema),
  customer_email: EmailSchema,
  subscription: v.nullish(IdSchema),
  parent: v.nullish(v.object({ subscription_details: v.nullish(v.object({ subscription: IdSchema })) })),
  lines: v.object({
    data: v.array(
      v.object({
        period: v.object({ end: TimeSchema }),
        price: PriceSchema,
        pricing: v.nullish(
          v.object({ price_details: v.nullish(v.object({ price: v.optional(IdSchema), product: v.optional(IdSchema) })) }),
        ),
      }),
    ),
  }),
});

/**
 * Notes what an event tells. Each is noted so that it makes no difference how often it comes, in which order, and what comes at the same
 * time: Stripe promises none of these.
 * @returns the prices and products that it is about, if it is about a subscription
 * @throws Problem 400 that names a field which the event has not as Stripe documents it
 */
export async function noteEvent(db: Database, { type, created, data }: StripeEvent): Promise<string[] | undefined> {
  if (type.startsWith("customer.subscription.")) return noteSubscription(db, checked(data.object, SubscriptionSchema), created);
  if (type === "invoice.paid") return noteInvoice(db, checked(data.object, InvoiceSchema), created);
  if (type === "checkout.session.completed") {
    const { customer, customer_details: details, customer_email: asked } = checked(data.object, CheckoutSchema);
    const email = details?.email ?? asked;
    // A payment without a customer is for no subscription.
    if (customer && email) await noteCustomer(db, customer, email, created);
  }
  if (type === "customer.updated" && v.is(v.object({ email: v.unknown() }), data.previous_attributes)) {
    const { id, email } = checked(data.object, CustomerSchema);
    if (email) await noteNewAddress(db, id, email, created);
  }
  return undefined;
}

async function noteNewAddress(db: Database, id: string, email: string, created: number): Promise<void> {
  const row = { email, told_at: created };
  await db
    .insertInto("stripe_customer")
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row).where("stripe_customer.told_at", "<=", created))
    .execute();
}

/** The states of a subscription in the order in which it can have them within a second, which is how exact the time of an event is. */
const STATES = ["incomplete", "trialing", "active", "past_due", "paused", "unpaid"];

/** A subscription that has ended never begins again. */
const ENDED = new Set(["canceled", "incomplete_expired"]);
const LAST_VERSION = 10 ** 15;

/** It ends nothing that the customer had before. */
const NOT_BEGUN = new Set(["incomplete", "incomplete_expired"]);

async function noteSubscription(db: Database, subscription: Subscription, created: number): Promise<string[]> {
  const { id, customer, status, items } = subscription;
  const ids = idsOf(items.data.map(({ price }) => price));
  const version = ENDED.has(status) ? LAST_VERSION : Math.floor(created / 100) + Math.max(0, STATES.indexOf(status));
  const row = { customer, version, until: accessOf(subscription), items: JSON.stringify(ids) };
  await db
    .insertInto("stripe_subscription")
    .values({ id, ...row, paid_until: 0 })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row).where("stripe_subscription.version", "<=", version))
    .execute();
  return ids;
}

/** Until when the state of a subscription gives access: to the end of a period that is paid or tried, or the beginning of one that is due. */
function accessOf({ status, items, ...own }: Subscription): number {
  const of = (name: keyof typeof PERIOD) => Math.max(own[name] ?? 0, ...items.data.map((item) => item[name] ?? 0));
  if (status === "active" || status === "trialing") return of("current_period_end");
  if (status === "past_due") return of("current_period_start");
  return NOT_BEGUN.has(status) ? 0 : -1;
}

async function noteInvoice(db: Database, invoice: v.InferOutput<typeof InvoiceSchema>, created: number): Promise<string[] | undefined> {
  const { customer, customer_email: email, lines } = invoice;
  const id = invoice.parent?.subscription_details?.subscription ?? invoice.subscription;
  if (!id || !customer) return undefined;
  const ids = idsOf(lines.data.map(({ price, pricing }) => price ?? detailsOf(pricing?.price_details)));
  const paid = Math.max(0, ...lines.data.map(({ period }) => period.end));
  if (email) await noteCustomer(db, customer, email, created);
  const items = JSON.stringify(ids);
  await db
    .insertInto("stripe_subscription")
    .values({ id, customer, version: 0, until: 0, paid_until: paid, items })
    .onConflict((conflict) =>
      conflict
        .column("id")
        .doUpdateSet((before) => ({
          paid_until: paid,
          items: before.case().when("stripe_subscription.version", "=", 0).then(items).else(before.ref("stripe_subscription.items")).end(),
        }))
        .where("stripe_subscription.paid_until", "<", paid),
    )
    .execute();
  return ids;
}

const detailsOf = (details: { price?: string | undefined; product?: string | undefined } | null | undefined) =>
  details?.price === undefined ? undefined : { id: details.price, product: details.product };

const idsOf = (prices: ({ id: string; product?: string | undefined } | null | undefined)[]): string[] => [
  ...new Set(prices.flatMap((price) => (price ? [price.id, price.product ?? []].flat() : []))),
];
