import { statSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { InvalidArgumentError } from "commander";
import { CliError } from "./CliError.ts";

/** The options that the commands which build a site share. Addresses default to those of the edition's settings. */
export type SiteOptions = {
  content: string;
  out: string;
  url?: string;
  base?: string;
  data?: string;
  /** Whether to write compressed copies; by default as the settings say. */
  compress?: boolean;
  worker?: boolean;
  /** How many threads make the pages; by default as many as there are cores, up to four. */
  threads?: number;
  accounts?: true | string;
  /** False: to fail if another build is writing to the same folder, not to wait for it. */
  wait?: boolean;
  /** Whether to include stories dated in the future. */
  future?: true;
  /** Whether to include stories that readers may not see, marked as such, for the newsroom. */
  drafts?: boolean;
  /** Whether to go on if most of the published stories would be removed. */
  allowRemovals?: true;
  /** Whether to print the time and memory of each step, or the file to write them to as well. */
  timings?: true | string;
  /** Whether the site is published: its stories then go into the public record. */
  publishes?: boolean;
};

export function requireFolder(folder: string): void {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new CliError(`There is no folder ${folder}. Name the folder with your articles with --content.`);
}

/** The next build would read a site among the articles as articles, and replace articles in a site along with it. */
export function refuseOverlap(
  content: string,
  out: string,
  message = "The site must not be in the folder of the articles, nor contain it. Name another folder with --out.",
): void {
  if (isWithin(out, content) || isWithin(content, out)) throw new CliError(message);
}

function isWithin(inner: string, outer: string): boolean {
  const path = relative(resolve(outer), resolve(inner));
  return path === "" || !(path === ".." || path.startsWith(`..${sep}`));
}

export function parseUrl(text: string): string {
  if (URL.canParse(text) && /^https?:$/u.test(new URL(text).protocol)) return text;
  throw new InvalidArgumentError("It must be a full address such as https://example.org/.");
}

export function parseBase(text: string): string {
  if (/^\/(?:[^/?#]+\/)*$/u.test(text)) return text;
  throw new InvalidArgumentError("It must be a path that begins and ends with a slash, such as /paper/.");
}

export function parseData(text: string): string {
  if (text.startsWith("/") && !text.startsWith("//")) return text;
  return parseUrl(text);
}

export function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new InvalidArgumentError("It must be a number from 0 to 65535.");
}

export function parseThreads(text: string): number {
  const threads = Number(text);
  if (Number.isInteger(threads) && threads >= 1 && threads <= 64) return threads;
  throw new InvalidArgumentError("It must be a number from 1 to 64.");
}

export function parseDays(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1) return days;
  throw new InvalidArgumentError("It must be a whole number from 1.");
}

export function parseRate(text: string): number {
  const rate = Number(text);
  if (rate > 0 && rate <= 1_000_000) return rate;
  throw new InvalidArgumentError("It must be a number of letters in a minute, such as 100.");
}

/** "a, b" as a list, appended to those of earlier occurrences of the option. */
export function parseList(text: string, before: string[] = []): string[] {
  return [
    ...before,
    ...text
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean),
  ];
}

/** The values of all occurrences of the option. */
export function parseFolders(text: string, before: string[] = []): string[] {
  return [...before, text];
}
