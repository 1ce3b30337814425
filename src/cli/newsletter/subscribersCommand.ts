import { writeFileSync } from "node:fs";
import { csvFormat } from "d3-dsv";
import * as v from "valibot";
import { EmailSchema } from "#server/accounts/accountSchemas.ts";
import { migrateNewsletter } from "#server/database/migrate.ts";
import { addSubscribers, type Subscriber, subscribers } from "#server/newsletter/subscriberStore.ts";
import { NOWHERE, openAccounts } from "../accountsDatabase.ts";
import { CliError } from "../CliError.ts";
import { printFaults, readCsv } from "../csvFile.ts";
import { printable } from "../terminal/printable.ts";
import { counted } from "#compiler/text/counted.ts";

/** Opens the database of the server's subscribers. */
export const openSubscribers = (folder: string, address: string, env = process.env) =>
  openAccounts(folder, { address, migrate: migrateNewsletter, env });

type Options = { accounts: string };

/** Writes the subscribers as CSV, to a file that only its owner can read, or to standard output. */
export async function exportSubscribers(file: string | undefined, { accounts }: Options): Promise<void> {
  const { database } = await openSubscribers(accounts, NOWHERE);
  const rows = (await subscribers(database.db).finally(() => database.close())).map(({ email, edition, since, bouncedAt }) => ({
    email,
    edition: edition.slice(1),
    since: new Date(since).toISOString(),
    bounced: bouncedAt === null ? "" : new Date(bouncedAt).toISOString(),
  }));
  const csv = `${csvFormat(rows, ["email", "edition", "since", "bounced"])}\n`;
  if (file === undefined) return void process.stdout.write(csv);
  writeFileSync(file, csv, { mode: 0o600 });
  console.log(printable(`${counted(rows.length, "subscriber")} in ${file}. Whoever has the file has their addresses.`));
}

/**
 * Adds the subscribers of a CSV file, who have agreed to letters elsewhere.
 * @returns the exit code: 1 if a line could not be read
 */
export async function importSubscribers(file: string, { accounts }: Options, now = Date.now()): Promise<number> {
  const { added, faults } = readList(file, now);
  const { database } = await openSubscribers(accounts, NOWHERE);
  const result = await addSubscribers(database.db, added).finally(() => database.close());
  printFaults(faults);
  console.log(
    `${counted(result.added, "subscriber")} added; ${result.there} were there already, ${result.left} have unsubscribed before and stay so.`,
  );
  return faults.length > 0 ? 1 : 0;
}

function readList(file: string, now: number): { added: Omit<Subscriber, "bouncedAt">[]; faults: string[] } {
  const { names, rows } = readCsv(file);
  if (!names.includes("email"))
    throw new CliError(
      `${file}:1 does not name its columns. Its first line must have the column email; edition, since and bounced may be there too.`,
    );
  const added: Omit<Subscriber, "bouncedAt">[] = [];
  const faults: string[] = [];
  for (const { line, value } of rows) {
    const [email, edition, since] = [value("email"), value("edition"), value("since")];
    const address = v.safeParse(EmailSchema, email);
    const date = since === "" ? now : Math.min(now, Date.parse(since));
    // A mail server has refused these for good.
    if (value("bounced") !== "") continue;
    if (!address.success) faults.push(`${file}:${line} has no email address: ${email === "" ? "the column is empty" : email}.`);
    else if (Number.isNaN(date)) faults.push(`${file}:${line}: since is not a date such as 2026-11-30: ${since}.`);
    else added.push({ email: address.output, edition: edition === "" ? "" : `/${edition.replace(/^\//u, "").toLowerCase()}`, since: date });
  }
  return { added, faults };
}
