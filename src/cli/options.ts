import { statSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { InvalidArgumentError } from "commander";
import { CliError } from "./CliError.ts";

/** What the commands that make a site have in common. Addresses are as the edition's settings have them where they are not given. */
export type SiteOptions = {
  content: string;
  out: string;
  url?: string;
  base?: string;
  data?: string;
  compress?: boolean;
  worker?: boolean;
  /** How many threads make the pages; as many as there are cores, up to four. */
  threads?: number;
  accounts?: true | string;
  /** With stories whose date has not come yet. */
  future?: true;
  /** With what readers may not see, marked, for those who make the paper. */
  drafts?: boolean;
  /** Whether it is published: then what it says goes into the public record. */
  publishes?: boolean;
};

export function requireFolder(folder: string): void {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new CliError(`There is no folder ${folder}. Name the folder with your articles with --content.`);
}

/** A site among the articles would be read as articles by the next build; articles in a site would be replaced with it. */
export function refuseOverlap(
  content: string,
  out: string,
  message = "The site must not be in the folder of the articles, nor contain it. Name another folder with --out.",
): void {
  if (lies(out, content) || lies(content, out)) throw new CliError(message);
}

function lies(inner: string, outer: string): boolean {
  const way = relative(resolve(outer), resolve(inner));
  return way === "" || !(way === ".." || way.startsWith(`..${sep}`));
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

/** "a, b" as a list, and once more for each time that the option is given. */
export function parseList(text: string, before: string[] = []): string[] {
  return [
    ...before,
    ...text
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean),
  ];
}

/** Each time that the option is given. */
export function parseFolders(text: string, before: string[] = []): string[] {
  return [...before, text];
}
