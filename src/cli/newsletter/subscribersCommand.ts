import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { csvFormat, csvParseRows } from "d3-dsv";
import * as v from "valibot";
import { EmailSchema } from "#server/accounts/accountSchemas.ts";
import { migrateNewsletter } from "#server/database/migrate.ts";
import { openDatabase, type OpenDatabase } from "#server/database/openDatabase.ts";
import { addSubscribers, type Subscriber, subscribers } from "#server/newsletter/subscriberStore.ts";
import { type ServerSettings, serverSettings, ServerSettingsError } from "#server/serverSettings.ts";
import { CliError } from "../CliError.ts";
import { printable } from "../terminal/printable.ts";
import { counted } from "#compiler/text/counted.ts";
import { errorMessage } from "#compiler/text/errorMessage.ts";

/** Opens the database of the server's subscribers, on the settings that `serve --accounts` has too. */
export async function openSubscribers(
  folder: string,
  address: string,
  env = process.env,
): Promise<{ settings: ServerSettings; database: OpenDatabase }> {
  if (!env["DATABASE_URL"] && !existsSync(join(folder, "accounts.db")))
    throw new CliError(`There are no accounts in ${folder}. Name the folder of \`serve --accounts\` with --accounts, or set DATABASE_URL.`);
  try {
    const settings = serverSettings(env, address, resolve(folder));
    const database = openDatabase(settings);
    await migrateNewsletter(database);
    return { settings, database };
  } catch (error) {
    if (error instanceof ServerSettingsError) throw new CliError(error.message, { cause: error });
    throw new CliError(`The database cannot be opened: ${errorMessage(error)}`, { cause: error });
  }
}

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

/** The server's address is in its emails, of which none is sent here. */
const NOWHERE = "http://localhost/";

/**
 * Adds the subscribers of a CSV file, who have agreed to letters elsewhere.
 * @returns the exit code: 1 if a line could not be read
 */
export async function importSubscribers(file: string, { accounts }: Options, now = Date.now()): Promise<number> {
  const { added, faults } = readList(file, now);
  const { database } = await openSubscribers(accounts, NOWHERE);
  const result = await addSubscribers(database.db, added).finally(() => database.close());
  for (const fault of faults.slice(0, SHOWN)) console.error(printable(fault));
  if (faults.length > SHOWN) console.error(`and ${faults.length - SHOWN} more lines.`);
  console.log(
    `${counted(result.added, "subscriber")} added; ${result.there} were there already, ${result.left} have unsubscribed before and stay so.`,
  );
  return faults.length > 0 ? 1 : 0;
}

/** How many lines with a fault are named. */
const SHOWN = 20;

function readList(file: string, now: number): { added: Omit<Subscriber, "bouncedAt">[]; faults: string[] } {
  const [head = [], ...rows] = csvParseRows(textOf(file));
  const names = head.map((name) => name.trim().toLowerCase());
  if (!names.includes("email"))
    throw new CliError(
      `${file}:1 does not name its columns. Its first line must have the column email; edition, since and bounced may be there too.`,
    );
  const added: Omit<Subscriber, "bouncedAt">[] = [];
  const faults: string[] = [];
  for (const [at, row] of rows.entries()) {
    const value = (name: string) => row[names.indexOf(name)]?.trim() ?? "";
    const [email, edition, since] = [value("email"), value("edition"), value("since")];
    const address = v.safeParse(EmailSchema, email);
    const date = since === "" ? now : Math.min(now, Date.parse(since));
    // A mail server has refused these for good.
    if (value("bounced") !== "") continue;
    if (!address.success) faults.push(`${file}:${at + 2} has no email address: ${email === "" ? "the column is empty" : email}.`);
    else if (Number.isNaN(date)) faults.push(`${file}:${at + 2}: since is not a date such as 2026-11-30: ${since}.`);
    else added.push({ email: address.output, edition: edition === "" ? "" : `/${edition.replace(/^\//u, "").toLowerCase()}`, since: date });
  }
  return { added, faults };
}

function textOf(file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const why = error instanceof TypeError ? "it is not text in UTF-8" : errorMessage(error);
    throw new CliError(`${file} cannot be read: ${why}.`, { cause: error });
  }
}
