import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { csvFormat } from "d3-dsv";
import * as v from "valibot";
import { counted } from "#compiler/text/counted.ts";
import { nearestName } from "#compiler/text/nearestName.ts";
import { type Tiers, TiersSchema } from "#content/members/membership.ts";
import { MAIL_WORDS } from "#content/words/wordFiles.ts";
import { EmailSchema } from "#server/accounts/accountSchemas.ts";
import { migrateMembers } from "#server/database/migrate.ts";
import type { OpenDatabase } from "#server/database/openDatabase.ts";
import { allMembers, isCurrent, type Member, NO_TIER, putMember, removeMember } from "#server/members/memberStore.ts";
import { NOWHERE, openAccounts } from "../accountsDatabase.ts";
import { CliError } from "../CliError.ts";
import { printable } from "../terminal/printable.ts";

/** Where the list is, and the site whose members it has. */
export type Listing = { accounts: string; site: string };

/** The list, and the members that Stripe told the server of. */
export type OpenList = OpenDatabase & { tiers: Tiers["tiers"]; members: () => Promise<Member[]> };

/** Opens the list for some work. @throws CliError if the site has no members who sign in, or the server no database */
export async function withMembers<T>({ accounts, site }: Listing, work: (list: OpenList) => Promise<T>): Promise<T> {
  const tiers = tiersOf(site);
  const { settings, database } = await openAccounts(accounts, { address: NOWHERE, migrate: migrateMembers });
  const prices = settings.members?.stripe?.prices ?? new Map<string, string>();
  try {
    return await work({ ...database, tiers, members: () => allMembers(database.db, prices) });
  } finally {
    await database.close();
  }
}

function tiersOf(site: string): Tiers["tiers"] {
  if (!existsSync(join(site, "index.html"))) throw new CliError(`There is no site in ${site}. Build it, or name it with --site.`);
  const file = join(site, MAIL_WORDS);
  const read = v.safeParse(v.object({ members: TiersSchema }), existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined);
  if (read.success) return read.output.members.tiers;
  throw new CliError(
    `The site in ${site} has no members who sign in. Set "accounts": true and "signIn": true in "members" in edition.json, and build it.`,
  );
}

/**
 * The tier that a word names, by its name or id; without a word, the only one.
 * @returns what is wrong, if there is none
 */
export function tierIn(tiers: Tiers["tiers"], word: string): { id: string } | { fault: string } {
  const names = tiers.map(({ name }) => name);
  const [only, ...others] = tiers;
  if (word === "" && only && others.length === 0) return { id: only.id };
  const found = tiers.find(({ id, name }) => [id, name.toLowerCase()].includes(word.toLowerCase()));
  if (found) return { id: found.id };
  const nearest = nearestName(word, names);
  const meant = nearest === undefined ? `The tiers are ${names.join(", ")}.` : `Did you mean ${nearest}?`;
  return { fault: word === "" ? `the tier is missing. ${meant}` : `there is no tier ${word}. ${meant}` };
}

const DAY = 24 * 60 * 60 * 1000;

/** The end of the last day of a membership, or a time, in UTC unless it names a zone; null for "". @returns undefined if it is neither */
export function untilIn(text: string): number | null | undefined {
  if (text === "") return null;
  // Date.parse takes much that is no date, such as "Patrons 12".
  const [, day = "", time, zone = "Z"] = UNTIL.exec(text) ?? [];
  const start = Date.parse(`${day}T00:00Z`);
  // It takes the 30th of February for a day in March.
  if (Number.isNaN(start) || dayOf(start) !== day) return undefined;
  const until = time === undefined ? start + DAY - 1 : Date.parse(`${day}T${time}${zone}`);
  return Number.isNaN(until) ? undefined : until;
}

const UNTIL = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?)?$/u;

const dayOf = (until: number | null): string => (until === null ? "" : new Date(until).toISOString().slice(0, 10));

export async function addMember(email: string, tier: string | undefined, options: Listing & { until?: string }): Promise<void> {
  const address = addressIn(email);
  const until = untilIn(options.until ?? "");
  if (until === undefined) throw new CliError(`${options.until} is no day such as 2027-06-30.`);
  await withMembers(options, async ({ db, tiers }) => {
    const named = tierIn(tiers, tier ?? "");
    if ("fault" in named) throw new CliError(`${address} was not added: ${named.fault}`);
    await putMember(db, address, { tier: named.id, until }, Date.now());
    console.log(printable(`${address} is a member (${named.id}) ${until === null ? "until you remove it" : `until ${dayOf(until)}`}.`));
  });
}

export async function takeOff(email: string, options: Listing): Promise<void> {
  const address = addressIn(email);
  await withMembers(options, async ({ db, members, purge }) => {
    const wasListed = await removeMember(db, address);
    await purge([address]);
    const still = (await members()).find((member) => member.email === address && isCurrent(member, Date.now()));
    if (still) console.error(printable(`${address} has a subscription at Stripe, and stays a member until you end it there.`));
    if (!wasListed && !still) throw new CliError(`${address} is not on the list.`);
    if (wasListed)
      console.log(printable(`${address} is off the list. Its devices lose the membership the next time that they ask the server.`));
  });
}

function addressIn(email: string): string {
  const read = v.safeParse(EmailSchema, email);
  if (!read.success) throw new CliError(`${email} is no email address.`);
  return read.output;
}

export async function listMembers(options: Listing): Promise<void> {
  await withMembers(options, async ({ members }) => {
    const all = await members();
    const [wide, widest] = [widestOf(all.map(({ email }) => email)), widestOf(all.map(({ tier }) => tier))];
    for (const member of all) {
      const end = member.until === null ? "" : `${isCurrent(member, Date.now()) ? "until" : "ended"} ${dayOf(member.until)}`;
      const tier = member.tier === NO_TIER ? "?" : member.tier;
      console.log(printable([member.email.padEnd(wide), tier.padEnd(widest), member.source.padEnd(6), end].join("  ").trimEnd()));
    }
    if (all.some(({ tier }) => tier === NO_TIER))
      console.error("A question mark is a subscription at Stripe whose price is not in STRIPE_PRICES.");
    console.error(`${counted(new Set(all.map(({ email }) => email)).size, "address", "addresses")}.`);
  });
}

const widestOf = (texts: string[]): number => Math.max(0, ...texts.map(({ length }) => length));

export async function exportMembers(file: string | undefined, options: Listing): Promise<void> {
  const all = await withMembers(options, ({ members }) => members());
  const rows = all.map(({ email, tier, until, source }) => ({ email, tier, until: dayOf(until), source }));
  const csv = `${csvFormat(rows, ["email", "tier", "until", "source"])}\n`;
  if (file === undefined) return void process.stdout.write(csv);
  writeFileSync(file, csv, { mode: 0o600 });
  console.log(printable(`${counted(rows.length, "member")} in ${file}. Whoever has the file has their addresses.`));
}
