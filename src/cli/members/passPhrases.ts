import { join } from "node:path";
import { dayIn } from "static-search/text/day";
import { KEY_VARIABLE, makeSecret, MemberKeys, readSecret } from "#compiler/features/members/memberKeys.ts";
import { KEY_FILE } from "#compiler/settings/memberSettings.ts";
import { readSettings } from "#compiler/settings/readSettings.ts";
import { FIRST_MONTH, LAST_MONTH, textOfPhrase } from "#content/members/passPhrase.ts";
import { CliError } from "../CliError.ts";
import { requireFolder } from "../options.ts";
import { printable } from "../terminal/printable.ts";

type Options = { content: string; month?: string; server?: true };

/**
 * Prints the pass phrases of a month, one for each tier of members, and makes the paper's key if there is none.
 * @param options `server` prints them as the server's setting, by default for the months of the next year too
 * @param now in milliseconds
 * @throws CliError if the paper has no members, or its key cannot be read
 */
export async function passPhrases({ content, month, server }: Options, now = Date.now()): Promise<void> {
  requireFolder(content);
  const read = await readSettings(content);
  if ("problems" in read) throw new CliError("The settings cannot be read. Correct them first: see `check`.");
  const { members: setting, timeZone } = read.settings;
  if (!setting) throw new CliError(`No story is for members yet. Write "members": {} into ${join(content, "edition.json")} first.`);
  const known = readSecret(content);
  const secret = known ?? makeSecret(content);
  if (!secret || "problem" in secret) throw new CliError(secret ? `${secret.problem.message} ${secret.problem.remedy ?? ""}` : NOT_MADE);
  const current = dayIn(timeZone)(now).slice(0, 7);
  const of = wanted(month) ?? (server ? yearAfter(current) : current);
  const keys = new MemberKeys(secret.secret, setting);
  const phrases = setting.tiers.map(async ({ id, name }) => ({ id, name, text: textOfPhrase(await keys.phrase(id, of)) }));
  if (!known) console.error(printable(madeKey(join(content, KEY_FILE))));
  if (server) return forServer(await Promise.all(phrases), of);
  const widest = Math.max(...setting.tiers.map(({ name }) => name.length));
  for (const { name, text } of await Promise.all(phrases)) console.log(printable(`${name.padEnd(widest)}  ${text}`));
  console.error(`Each opens the closed stories up to ${of}. In a link to such a story, it follows #member=.`);
}

function forServer(phrases: { id: string; text: string }[], of: string): void {
  console.log(`MEMBERS_PHRASES="${phrases.map(({ id, text }) => `${id}=${text}`).join(" ")}"`);
  console.error(`With this setting the server gives members the pass phrases of each month up to ${of}. Nobody else may see it.`);
}

function yearAfter(month: string): string {
  const [year = 0, number = ""] = month.split("-");
  const after = `${Number(year) + 1}-${number}`;
  return after < LAST_MONTH ? after : LAST_MONTH;
}

const NOT_MADE = "The key was not made.";

const madeKey = (file: string): string =>
  `A key was made: ${file}. Keep a copy where you keep passwords; for builds on other machines, set ${KEY_VARIABLE} to its text. ` +
  "Without it no closed story can be published, and with another no pass phrase and no gift link opens anything.";

function wanted(month: string | undefined): string | undefined {
  if (month === undefined || (/^\d{4}-(?:0[1-9]|1[0-2])$/u.test(month) && month >= FIRST_MONTH && month <= LAST_MONTH)) return month;
  throw new CliError(`${month} is no month such as 2026-12.`);
}
