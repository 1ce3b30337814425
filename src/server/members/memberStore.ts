import type { Database, Tables } from "../database/tables.ts";

/** The tiers by the ids of Stripe's prices and products. */
export type Prices = ReadonlyMap<string, string>;

/** Somebody who is a member: `until` when, in milliseconds since 1970, or null until removed from the list. */
export type Member = { email: string; tier: string; until: number | null; source: "list" | "stripe" };

/** One tier of a member of the list. `customer` is that of Stripe, if another system had the member. */
export type ListedTier = { tier: string; until: number | null; customer?: string };

const DAY = 24 * 60 * 60 * 1000;

/** How long a membership lasts that Stripe has not renewed: cards are charged again, and webhooks arrive late. */
export const GRACE_DAYS = 7;

/** The tier of a subscription for none of the prices in the settings. */
export const NO_TIER = "";

/** The tiers of which an address is a member now, each once, with the later end. */
export async function membershipOf(db: Database, email: string, prices: Prices, now: number): Promise<Member[]> {
  const all = (await membersIn(db, prices, email)).filter((member) => member.tier !== NO_TIER && isCurrent(member, now));
  const byTier = new Map<string, Member>();
  for (const member of all) {
    const other = byTier.get(member.tier);
    if (!other || endOf(member) > endOf(other)) byTier.set(member.tier, member);
  }
  return [...byTier.values()];
}

/** All members, by their addresses; those whose membership has ended too. */
export const allMembers = (db: Database, prices: Prices): Promise<Member[]> => membersIn(db, prices);

export const isCurrent = ({ until, source }: Member, now: number): boolean =>
  until === null || until + (source === "stripe" ? GRACE_DAYS * DAY : 0) >= now;

const endOf = ({ until }: Member): number => until ?? Infinity;

async function membersIn(db: Database, prices: Prices, email?: string): Promise<Member[]> {
  const listed = db.selectFrom("member").selectAll();
  const paid = db
    .selectFrom("stripe_subscription")
    .innerJoin("stripe_customer", "stripe_customer.id", "stripe_subscription.customer")
    .selectAll("stripe_subscription")
    .select("stripe_customer.email");
  const [rows, subscriptions] = [
    await (email === undefined ? listed : listed.where("email", "=", email)).execute(),
    await (email === undefined ? paid : paid.where("stripe_customer.email", "=", email)).execute(),
  ];
  const known = new Set<string>();
  const found: Member[] = [];
  for (const subscription of subscriptions) {
    const tiers = tiersOf(subscription, prices);
    if (tiers.length > 0 || subscription.until < 0) known.add(subscription.customer);
    const until = Math.max(subscription.until, subscription.paid_until);
    // Ended, or never paid: the rest of what is paid goes with it.
    if (subscription.until < 0 || until === 0) continue;
    for (const tier of tiers.length > 0 ? tiers : [NO_TIER]) found.push({ email: subscription.email, tier, until, source: "stripe" });
  }
  for (const { email: address, tier, until, customer } of rows)
    if (customer === null || !known.has(customer)) found.push({ email: address, tier, until, source: "list" });
  return found.toSorted((a, b) => (a.email === b.email ? order(a.tier, b.tier) : order(a.email, b.email)));
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function tiersOf({ items }: Pick<Tables["stripe_subscription"], "items">, prices: Prices): string[] {
  const ids: string[] = JSON.parse(items);
  return [...new Set(ids.flatMap((id) => prices.get(id) ?? []))];
}

/** Puts an address on the list with a tier, or changes how long it has it. */
export async function putMember(db: Database, email: string, { tier, until, customer }: ListedTier, now: number): Promise<void> {
  const row = { until, customer: customer ?? null };
  await db
    .insertInto("member")
    .values({ email, tier, ...row, added_at: now })
    .onConflict((conflict) => conflict.columns(["email", "tier"]).doUpdateSet(row))
    .execute();
}

/**
 * Puts addresses on the list, each with exactly these tiers: those that it had besides go. Other addresses stay.
 * @param writes without it, nothing is changed
 * @returns how many addresses were added, how many had other tiers or another end, and how many were there like that
 */
export async function putMembers(
  db: Database,
  members: ReadonlyMap<string, ListedTier[]>,
  { now, writes }: { now: number; writes: boolean },
): Promise<{ added: number; changed: number; same: number }> {
  const result = { added: 0, changed: 0, same: 0 };
  const all = [...members];
  // In parts: the embedded database has one writer at a time, and readers sign in meanwhile.
  for (let at = 0; at < all.length; at += AT_ONCE)
    await db.transaction().execute(async (transaction) => {
      for (const [email, tiers] of all.slice(at, at + AT_ONCE)) {
        const before = await transaction.selectFrom("member").selectAll().where("email", "=", email).execute();
        const isSame = before.length === tiers.length && tiers.every((tier) => before.some((row) => isAlike(row, tier)));
        result[before.length === 0 ? "added" : isSame ? "same" : "changed"] += 1;
        if (writes && !isSame) await replace(transaction, email, tiers, now);
      }
    });
  return result;
}

/** How many addresses are put on the list in one transaction. */
const AT_ONCE = 200;

async function replace(db: Database, email: string, tiers: ListedTier[], now: number): Promise<void> {
  await db.deleteFrom("member").where("email", "=", email).execute();
  for (const tier of tiers) {
    await putMember(db, email, tier, now);
    if (tier.customer !== undefined) await noteCustomer(db, tier.customer, email, now);
  }
}

const isAlike = (row: Tables["member"], { tier, until, customer }: ListedTier): boolean =>
  row.tier === tier && row.until === until && row.customer === (customer ?? null);

/** Takes an address off the list. @returns whether it was on it */
export async function removeMember(db: Database, email: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom("member").where("email", "=", email).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Notes the address of a customer of Stripe, unless one is known: the reader may have another one since. */
export async function noteCustomer(db: Database, id: string, email: string, now: number): Promise<void> {
  await db
    .insertInto("stripe_customer")
    .values({ id, email, told_at: now })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

/** What the export of an account says of a membership. */
export async function exportedMembership(db: Database, email: string) {
  const listed = await db.selectFrom("member").select(["tier", "until", "customer", "added_at"]).where("email", "=", email).execute();
  const customers = await db.selectFrom("stripe_customer").select("id").where("email", "=", email).execute();
  const ids = customers.map(({ id }) => id);
  const subscriptions =
    ids.length === 0
      ? []
      : await db
          .selectFrom("stripe_subscription")
          .select(["id", "customer", "until", "paid_until", "items"])
          .where("customer", "in", ids)
          .execute();
  return { listed, stripe: { customers: ids, subscriptions } };
}

/** Lets a membership follow its reader to another address. */
export async function moveMember(db: Database, from: string, to: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const there = transaction.selectFrom("member").select("tier").where("email", "=", to);
    await transaction.updateTable("member").set({ email: to }).where("email", "=", from).where("tier", "not in", there).execute();
    await transaction.deleteFrom("member").where("email", "=", from).execute();
    await transaction.updateTable("stripe_customer").set({ email: to }).where("email", "=", from).execute();
  });
}

/** Deletes everything about an address, as with its account. */
export async function forgetMember(db: Database, email: string): Promise<void> {
  const customers = db.selectFrom("stripe_customer").select("id").where("email", "=", email);
  await db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom("member").where("email", "=", email).execute();
    await transaction.deleteFrom("stripe_subscription").where("customer", "in", customers).execute();
    await transaction.deleteFrom("stripe_customer").where("email", "=", email).execute();
  });
}
