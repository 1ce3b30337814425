import * as v from "valibot";
import type { Tiers } from "#content/members/membership.ts";
import { counted } from "#compiler/text/counted.ts";
import { nearestName } from "#compiler/text/nearestName.ts";
import { EmailSchema } from "#server/accounts/accountSchemas.ts";
import { type ListedTier, putMembers } from "#server/members/memberStore.ts";
import { CliError } from "../CliError.ts";
import { printFaults, readCsv, type Row } from "../csvFile.ts";
import { printable } from "../terminal/printable.ts";
import { type Listing, tierIn, untilIn, withMembers } from "./memberList.ts";

type Options = Listing & { tiers?: Map<string, string>; dryRun?: true };

/** What a file says: the tiers of each address, the lines that cannot be read, and how many lines are no members by intention. */
type Read = { members: Map<string, ListedTier[]>; faults: string[]; others: number };

/** The tiers of a line, none if it is no member, or what is wrong with it. */
type Line = ListedTier[] | { fault: string };

/**
 * Puts the members of a CSV file on the list.
 * @returns the exit code: 1 if a line could not be read
 */
export async function importMembers(file: string, options: Options, now = Date.now()): Promise<number> {
  const { names, rows } = readCsv(file);
  if (!names.includes("email"))
    throw new CliError(`${file}:1 does not name its columns. Its first line must have the column email; tier and until may be there too.`);
  // The columns of Ghost's export: https://ghost.org/help/exports/
  const isGhost = names.includes("complimentary_plan") || names.includes("stripe_customer_id");
  if (!isGhost) refuseMisspelt(file, names);
  return withMembers(options, async ({ db, tiers }) => {
    const named = (word: string) => tierIn(tiers, options.tiers?.get(word.toLowerCase()) ?? word);
    const read = readRows(rows, file, (row) => (isGhost ? fromGhost(row, tiers, named) : fromList(row, named)));
    const result = await putMembers(db, read.members, { now, writes: !options.dryRun });
    printFaults(read.faults);
    const others = isGhost
      ? `${counted(read.others, "line")} of free or deleted members left out`
      : `${counted(read.others, "line")} of Stripe left out`;
    const parts = [`${result.changed} changed`, `${result.same} as before`, ...(read.others > 0 ? [others] : [])];
    console.log(`${counted(result.added, "member")} ${options.dryRun ? "would be " : ""}added, ${parts.join(", ")}.`);
    if (read.faults.length > 0)
      console.error(
        `${counted(read.faults.length, "line")} could not be read. Correct them and import the file again: nobody is added twice.`,
      );
    return read.faults.length > 0 ? 1 : 0;
  });
}

/** The columns of a list: those that are read, and that of `export`. */
const COLUMNS = ["email", "tier", "until", "source"];

/** Without their column `until`, memberships would have no end, and those on the list would lose theirs. */
function refuseMisspelt(file: string, names: string[]): void {
  for (const name of names) {
    const meant = COLUMNS.includes(name) ? undefined : nearestName(name, COLUMNS);
    if (meant !== undefined && !names.includes(meant))
      throw new CliError(`${file}:1: there is no column ${name}. Did you mean ${meant}? Nothing was imported.`);
  }
  const unread = names.filter((name) => name !== "" && !COLUMNS.includes(name));
  if (!names.includes("until") && unread.length > 0)
    console.error(printable(`${file} has no column until, so its memberships have no end. Not read: ${unread.join(", ")}.`));
}

function readRows(rows: Row[], file: string, tiersOf: (row: Row) => Line): Read {
  const read: Read = { members: new Map(), faults: [], others: 0 };
  const faulty = new Set<string>();
  for (const row of rows) {
    // Ghost writes an apostrophe before what a spreadsheet would take for a formula.
    const email = row.value("email").replace(/^'(?=[=+@-])/u, "");
    const address = v.safeParse(EmailSchema, email);
    const line = address.success ? tiersOf(row) : { fault: `there is no email address: ${email === "" ? "the column is empty" : email}.` };
    if ("fault" in line) {
      read.faults.push(`${file}:${row.line}: ${line.fault}`);
      if (address.success) faulty.add(address.output);
    } else if (address.success) {
      if (line.length === 0) read.others += 1;
      else read.members.set(address.output, merged(read.members.get(address.output) ?? [], line));
    }
  }
  // Else an address would lose the tier of the line that could not be read.
  for (const address of faulty) read.members.delete(address);
  return read;
}

/** The tiers of two lines with the same address; of the same tier, the later line counts. */
const merged = (before: ListedTier[], more: ListedTier[]): ListedTier[] => [
  ...before.filter(({ tier }) => !more.some((other) => other.tier === tier)),
  ...more,
];

function fromList({ value }: Row, named: (word: string) => ReturnType<typeof tierIn>): Line {
  // Written by `export`: what Stripe tells is not for the list, on which it would have no end.
  if (value("source") === "stripe") return [];
  const tier = named(value("tier"));
  if ("fault" in tier) return tier;
  const until = untilIn(value("until"));
  if (until === undefined) return { fault: `until is not a day such as 2027-06-30: ${value("until")}.` };
  return [{ tier: tier.id, until }];
}

/** Those who pay or have a complimentary plan are members. Versions before 5.0 call tiers products. */
function fromGhost({ value }: Row, tiers: Tiers["tiers"], named: (word: string) => ReturnType<typeof tierIn>): Line {
  if (value("deleted_at") !== "") return [];
  const isComplimentary = value("complimentary_plan") === "true";
  const words = (value("tiers") || value("products"))
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
  if (words.length === 0 && !isComplimentary) return [];
  if (words.length === 0 && tiers.length > 1)
    return {
      fault: `a complimentary plan without a tier. Write one of ${tiers.map(({ name }) => name).join(", ")} into its column tiers.`,
    };
  let found: ListedTier[] = [];
  // What Stripe tells of a paying customer counts as soon as it tells anything.
  const customer = value("stripe_customer_id");
  for (const word of words.length === 0 ? [""] : words) {
    const tier = named(word);
    if ("fault" in tier) return { fault: `${tier.fault} Name yours with --tiers, such as --tiers "${word}=${tiers[0]?.name ?? ""}".` };
    found = merged(found, [{ tier: tier.id, until: null, ...(customer !== "" && !isComplimentary && { customer }) }]);
  }
  return found;
}
