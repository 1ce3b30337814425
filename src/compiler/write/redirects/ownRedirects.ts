import type { Redirect, Site } from "#content/site.ts";
import type { Report } from "../../draft/problem.ts";
import type { KeptBackAt } from "../../draft/release/keptBack.ts";
import { REDIRECTS, type RedirectLine } from "../../settings/redirectsFile.ts";
import { isPattern, namesIn, namesInTarget, patternFinder, patternSource } from "./redirectPattern.ts";
import { isNeeded, oldPath, type SiteAddresses } from "./siteAddresses.ts";

type Around = { site: Site; addresses: SiteAddresses; ofStories: Redirect[]; isBackAt: KeptBackAt };

/** A line whose addresses are valid by themselves. `path`: its old path without the base and the query. */
type Entry = RedirectLine & { path: string; key: string; redirect: Redirect };

/** Why a line is left out: a sentence without its end. */
type Fault = { reason: string; remedy: string };

const because = (reason: string, remedy = "Correct it, or remove the line."): Fault => ({ reason, remedy });

/**
 * The redirects that redirects.csv lists. A line is reported and left out if its address is that of a page or file, or was listed
 * before; if nothing is where it leads to, or it leads back to itself; and if it leads from or to what readers may not see, whose
 * address no host may know. One that leads to a former address leads to the present one.
 * @param ofStories the redirects of stories and pages, which come first
 */
export function ownRedirects(lines: RedirectLine[], around: Around, report: Report): Redirect[] {
  const { addresses, ofStories } = around;
  const fault = ({ line }: RedirectLine, { reason, remedy }: Fault): void =>
    report({ severity: "warning", file: REDIRECTS, place: `line ${line}`, message: `${reason}, so the line is left out.`, remedy });
  const known = new Map<string, { to: string; where: string }>(ofStories.map(({ from, to }) => [addresses.keyOf(from), { to, where: "" }]));
  const entries = lines.flatMap((line): Entry[] => {
    const entry = entryOf(line, around);
    if ("reason" in entry) {
      fault(line, entry);
      return [];
    }
    const former = known.get(entry.key);
    if (former === undefined) {
      known.set(entry.key, { to: entry.redirect.to, where: ` by line ${line.line}` });
      return [entry];
    } else if (former.to !== entry.redirect.to) fault(line, because(`“${line.from}” already leads to ${former.to}${former.where}`));
    return [];
  });
  const follow = follower(entries, around);
  return entries.flatMap((entry): Redirect[] => {
    const to = targetOf(entry, follow, around);
    if (typeof to === "string") return [{ ...entry.redirect, to }];
    fault(entry, to);
    return [];
  });
}

function entryOf(line: RedirectLine, around: Around): Entry | Fault {
  const { site, addresses, isBackAt } = around;
  const { from, to, status } = line;
  if (!/^(?:\/|https?:\/\/)/iu.test(from)) return because(`“${from}” is not a web address or path`, "Begin it with a slash.");
  const old = oldPath(from);
  if ("reason" in old) return because(`“${from}” ${old.reason}`);
  const [written = ""] = old.path.split("?");
  const path = addresses.withoutBase(written);
  const key = addresses.keyOf(old.path);
  const target = ownTarget(to, around);
  if (target === undefined) return because(`“${to}” is not a web address or path`, "Begin it with a slash, or with https://.");
  const hasParts = isPattern(written);
  const reason = hasParts ? faultOfPattern(old.path, target, { site, addresses }) : faultOfAddress(line, path, target, addresses);
  if (reason) return reason;
  if (isBackAt(key) !== undefined || isBackWithin(path, isBackAt))
    return because("It leads from the address of something that readers may not see", UNTIL);
  return { ...line, path, key, redirect: { from: old.path, to: target, ...(hasParts && { isPattern: true }), ...(status && { status }) } };
}

const UNTIL = "It is used once they may see it, or once its file is deleted.";

/** Whether an address, or that of a folder in it, belongs to something that readers may not see. */
const isBackWithin = (address: string, isBackAt: KeptBackAt): boolean =>
  address.split("/").some((_, at, parts) => at > 0 && isBackAt(parts.slice(0, at + 1).join("/")) !== undefined);

/** The target with a path of the site, however its host is spelled, as "/…" without the base, percent-encoded; undefined if it is no address. */
function ownTarget(to: string, { site, addresses }: Pick<Around, "site" | "addresses">): string | undefined {
  if (!/^(?:\/(?![/\\])|https?:\/\/[^/:\s]+(?::\d+)?(?:[/?#]|$))/iu.test(to) || !URL.canParse(to, ANY_HOST)) return undefined;
  const { host, pathname, search, hash, href } = new URL(to, ANY_HOST);
  const isPath = to.startsWith("/");
  if (!isPath && hostOf(host) !== hostOf(new URL(site.url, ANY_HOST).host)) return href;
  const whole = `${pathname}${search}${hash}`;
  const path = addresses.withoutBase(whole);
  // Beside a site that is below a base path, its host may have others.
  if (!isPath && site.base !== "/" && path === whole) return href;
  return path.startsWith("//") ? undefined : path;
}

/** The host to parse a path with. */
const ANY_HOST = "http://own.invalid";

/** A host without "www.", which makes no difference. */
const hostOf = (host: string): string => host.replace(/^www\./u, "");

function faultOfAddress({ from }: RedirectLine, path: string, to: string, { keyOf, pageAt, hasFile }: SiteAddresses): Fault | undefined {
  if (path.includes("*")) return because(`“${from}” has an asterisk that is not its last part`);
  const key = keyOf(path);
  if (pageAt(key) !== undefined) return because(`“${from}” is a page of the site`);
  if (hasFile(key)) return because(`“${from}” is a file of the site`);
  const [name] = namesInTarget(to);
  return name === undefined ? undefined : because(`“:${name}” in the target stands for no part of “${from}”`);
}

function faultOfPattern(from: string, to: string, { site, addresses }: Pick<Around, "site" | "addresses">): Fault | undefined {
  const path = addresses.withoutBase(from);
  const [, first = "", ...others] = path.split("/");
  const names = namesIn(from);
  const unknown = namesInTarget(to).find((name) => !names.includes(name));
  if (from.includes("?")) return because(`“${from}” has a query, which a pattern cannot have`);
  if (isPattern(`/${first}`)) return because(`“${from}” begins with a part that stands for any other`, "Let it begin with a fixed part.");
  if (others.slice(0, -1).includes("*") || others.some((part) => part !== "*" && part.includes("*")))
    return because(`“${from}” has an asterisk that is not its last part`);
  if (new Set(names).size < names.length) return because(`“${from}” has two parts of one name`);
  // Cloudflare would put the value of the shorter into the place of the longer.
  const [alike] = names.flatMap((name) => names.filter((other) => other !== name && other.startsWith(name)));
  if (alike !== undefined) return because(`“:${alike}” begins with the name of another part of “${from}”`);
  if (names.length > MOST_PARTS) return because(`“${from}” has more than ${MOST_PARTS} parts that stand for others`);
  if (unknown !== undefined) return because(`“:${unknown}” in the target stands for no part of “${from}”`);
  const means = meansPath(path);
  const isTaken =
    isNeeded(first) || isAround(site.base, from, path) || addresses.hasAny((each) => each.startsWith(`/${first}`) && means(each));
  return isTaken ? because(`“${from}” would lead away from pages or files of the site`, "Make it more exact.") : undefined;
}

/** Whether a path is a pattern in whose meaning the base is: hosts also use it as it is written, for an old site at their root. */
const isAround = (base: string, from: string, path: string): boolean =>
  base !== "/" && path === from && meansPath(from.split("/", base.split("/").length - 1).join("/"))(base);

function meansPath(pattern: string): (path: string) => boolean {
  const means = new RegExp(`^${patternSource(pattern)}$`, "u");
  return (path) => means.test(path);
}

/** Apache refers to groups by one digit. */
const MOST_PARTS = 9;

type Follow = (to: string, passed: ReadonlySet<string>) => { to: string } | { why: "nothing" | "loop" | "back" };

/** Patterns that make an address longer and longer would never end. */
const MOST_STEPS = 50;

/** Goes on from a target until it is a page, a file or another site. */
function follower(entries: Entry[], { addresses, ofStories, isBackAt }: Around): Follow {
  const own = entries.map(({ redirect }) => redirect);
  const exact = new Map([...ofStories, ...own].flatMap((each) => (each.isPattern ? [] : [[addresses.keyOf(each.from), each.to]])));
  const patterns = patternFinder(entries.flatMap(({ path, redirect: { isPattern: has, to } }) => (has ? [{ path, to }] : [])));
  const follow: Follow = (to, passed) => {
    if (!to.startsWith("/")) return isBackWithin(to, isBackAt) ? { why: "back" } : { to };
    const [, path = "", end = ""] = /^([^?#]*)(.*)$/su.exec(to) ?? [];
    const key = addresses.keyOf(path);
    const page = addresses.pageAt(key);
    if (page !== undefined) return { to: page + end };
    if (passed.has(key) || passed.size > MOST_STEPS) return { why: "loop" };
    if (isBackAt(path) !== undefined) return { why: "back" };
    if (addresses.hasFile(key)) return { to };
    const next = exact.get(addresses.keyOf(path + end)) ?? exact.get(key) ?? patterns(path)?.to;
    return next === undefined ? { why: "nothing" } : follow(next, new Set([...passed, key]));
  };
  return follow;
}

/** Where a line leads in the end. What a pattern leads to depends on the address, so only some page has to be meant. */
function targetOf({ from, to, path: old, key, redirect }: Entry, follow: Follow, { addresses }: Around): string | Fault {
  const sample = namesInTarget(redirect.to).reduce((path, name) => path.replace(`:${name}`, "x"), redirect.to);
  const meansItself = redirect.isPattern === true && meansPath(old)(sample);
  const end = follow(sample, new Set(redirect.isPattern ? [] : [key]));
  const why = "why" in end ? end.why : undefined;
  if (why === "loop" || meansItself) return because(`“${from}” leads back to itself`);
  if (why === "back") return because("It leads to something that readers may not see", UNTIL);
  if (sample === redirect.to) return "to" in end ? end.to : because(`“${to}” is not in the site`);
  if (!redirect.to.startsWith("/")) return redirect.to;
  const [path = ""] = redirect.to.split(/[?#]/u);
  return addresses.hasAny(meansPath(path.replaceAll("/:splat", "/*"))) ? redirect.to : because(`“${to}” means no page of the site`);
}
