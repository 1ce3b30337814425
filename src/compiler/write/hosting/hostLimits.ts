import { posix } from "node:path";
import type { Problem } from "../../draft/problem.ts";
import type { Output } from "../../output/output.ts";
import type { HostName } from "../../settings/hostSettings.ts";
import { isPattern } from "../redirects/redirectPattern.ts";
import type { Rule } from "../redirects/redirectRules.ts";
import { redirectLines } from "../redirects/writeMoved.ts";

const MB = 1_000_000;

/** What a host accepts: numbers of files and redirects, and sizes in bytes. `more` says what to do where it is not enough. */
type Limits = {
  name: string;
  files?: number;
  inFolder?: number;
  bytes?: number;
  largest?: number;
  redirects?: number;
  patterns?: number;
  more: string;
};

/**
 * As of 30 November 2026, of the cheapest plan:
 * - https://developers.cloudflare.com/pages/platform/limits/ (20,000 files of at most 25 MiB; 2,000 redirects and 100 patterns)
 * - https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits (1 GB)
 * - https://docs.netlify.com/site-deploys/overview/ (54,000 files in a folder)
 * - https://vercel.com/docs/limits (100 MB of static files; 1,024 redirects)
 */
const LIMITS: Partial<Record<HostName, Limits>> = {
  cloudflare: {
    name: "Cloudflare Pages",
    files: 20_000,
    largest: 25 * 1024 * 1024,
    redirects: 2000,
    patterns: 100,
    more: "A paid plan takes 100,000 files; object storage (docs/hosting.md) takes any number.",
  },
  github: {
    name: "GitHub Pages",
    bytes: 1000 * MB,
    patterns: 0,
    more: "Publish pictures in fewer sizes, or move to object storage (docs/hosting.md).",
  },
  s3: { name: "object storage", patterns: 0, more: "" },
  netlify: { name: "Netlify", inFolder: 54_000, more: "Object storage (docs/hosting.md) takes any number of files." },
  vercel: {
    name: "Vercel",
    bytes: 100 * MB,
    redirects: 1024,
    more: "A paid plan takes 1 GB; object storage (docs/hosting.md) takes any size.",
  },
};

/** From this share of a limit on, a build warns of it. */
const NEAR = 0.8;

type Paper = { host: HostName | undefined; isGuessed: boolean; stories: number; rules: Rule[]; ownPatterns: number };

/**
 * Compares a site with the limits of its host.
 * @param paper `isGuessed`: whether nobody said that this is its host, so that nothing is refused; `rules`: all its redirects,
 * `ownPatterns`: the number of patterns in redirects.csv
 * @returns a problem for each limit that is near or exceeded; an error means that the host would refuse the site
 */
export function hostLimits({ host, isGuessed, stories, rules, ownPatterns }: Paper, output: Pick<Output, "files" | "size">): Problem[] {
  const limits = host && LIMITS[host];
  if (!limits) return [];
  const files = output.files();
  const sizes = limits.bytes === undefined && limits.largest === undefined ? [] : files.map((file) => output.size(file) ?? 0);
  const largest = limits.largest === undefined ? 0 : greatest(sizes);
  const measured: [value: number, limit: number | undefined, what: string, grows: boolean][] = [
    [files.length, limits.files, "files", true],
    [limits.inFolder === undefined ? 0 : mostInFolder(files), limits.inFolder, "files in one folder", true],
    [sizes.reduce((sum, size) => sum + size, 0), limits.bytes, "MB", true],
    [largest, limits.largest, `MB (${files[sizes.indexOf(largest)]})`, false],
  ];
  const found = measured.flatMap(([value, limit, what, grows]): Problem[] => {
    if (limit === undefined || value < limit * NEAR || (!grows && value <= limit)) return [];
    const [size, most] = what.startsWith("MB") ? [value, limit].map((bytes) => Math.round(bytes / MB)) : [value, limit];
    const message = `The site has ${number(size)} ${what}, and ${limits.name} takes ${number(most)}`;
    if (value > limit) return [{ severity: isGuessed ? "warning" : "error", ...PLACE, message: `${message}.`, remedy: limits.more }];
    const left = stories === 0 ? "" : `; there is room for about ${number(Math.floor((limit - value) / (value / stories)))} more stories`;
    return [{ severity: "warning", ...PLACE, message: `${message}${left}.`, remedy: limits.more }];
  });
  return [...found, ...redirectLimits(limits, rules, ownPatterns)];
}

/** Where a host takes fewer redirects than there are. HTML pages redirect from the addresses that are left over; for a pattern there is none. */
function redirectLimits({ name, redirects, patterns }: Limits, rules: Rule[], ownPatterns: number): Problem[] {
  const ofPatterns = redirectLines(rules.filter((rule) => rule.isPattern)).filter((line) => isPattern(line.split(" ")[0] ?? "")).length;
  const count = patterns === undefined ? rules.length : rules.filter((rule) => !rule.isPattern).length;
  const found: Problem[] = [];
  if (redirects !== undefined && count > redirects) {
    const message = `There are ${number(count)} old addresses, and ${name} takes ${number(redirects)}: there only HTML pages redirect the others.`;
    found.push({ severity: "notice", ...PLACE, message });
  }
  if (patterns !== undefined && ownPatterns > 0 && ofPatterns > patterns) {
    const message = `redirects.csv has ${ownPatterns === 1 ? "a pattern" : `${number(ownPatterns)} patterns`}, and ${name} takes ${patterns === 0 ? "none" : `${number(patterns)} lines of them`}: there ${patterns === 0 ? "no address redirects by them" : "the others lead nowhere"}.`;
    found.push({ severity: "warning", ...PLACE, message, remedy: "Write their addresses one by one." });
  }
  return found;
}

const PLACE = { file: "edition.json", place: "host" };

const number = (value = 0): string => value.toLocaleString("en");

function mostInFolder(files: string[]): number {
  const counts = new Map<string, number>();
  for (const file of files) counts.set(posix.dirname(file), (counts.get(posix.dirname(file)) ?? 0) + 1);
  return greatest(counts.values());
}

/** A large site has more numbers than a function takes arguments. */
function greatest(values: Iterable<number>): number {
  let most = 0;
  for (const value of values) most = Math.max(most, value);
  return most;
}
