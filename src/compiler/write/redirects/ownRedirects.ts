import type { Redirect, Site } from "#content/site.ts";
import type { Report } from "../../draft/problem.ts";
import type { KeptBackAt } from "../../draft/release/keptBack.ts";
import { REDIRECTS, type RedirectLine } from "../../settings/redirectsFile.ts";
import { isPattern, namesIn, namesInTarget, patternFinder, patternSource } from "./redirectPattern.ts";
import { isNeeded, oldPath, type SiteAddresses } from "./siteAddresses.ts";

type Around = { site: Site; addresses: SiteAddresses; ofStories: Redirect[]; isBackAt: KeptBackAt };

/** A line whose addresses are valid by themselves. */
type Entry = RedirectLine & { key: string; redirect: Redirect };

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

function entryOf(line: RedirectLine, { site, addresses, isBackAt }: Around): Entry | Fault {
  const { from, to, status } = line;
  if (!/^(?:\/|https?:\/\/)/iu.test(from)) return because(`“${from}” is not a web address or path`, "Begin it with a slash.");
  const old = oldPath(from);
  if ("reason" in old) return because(`“${from}” ${old.reason}`);
  const [path = ""] = old.path.split("?");
  const key = addresses.keyOf(old.path);
  const target = ownTarget(to, site);
  if (target === undefined) return because(`“${to}” is not a web address or path`, "Begin it with a slash, or with https://.");
  const hasParts = isPattern(path);
  const reason = hasParts ? faultOfPattern(old.path, target, addresses) : faultOfAddress(line, path, target, addresses);
  if (reason) return reason;
  if (!hasParts && isBackAt(key) !== undefined) return because("It leads from the address of something that readers may not see", UNTIL);
  return { ...line, key, redirect: { from: old.path, to: target, ...(hasParts && { isPattern: true }), ...(status && { status }) } };
}

const UNTIL = "It is used once they may see it, or once its file is deleted.";

/** The target with a path of the site as "/…", percent-encoded; undefined if it is no address. */
function ownTarget(to: string, { url }: Site): string | undefined {
  const own = to.startsWith(url) && /^https?:/u.test(url) ? `/${to.slice(url.length)}` : to;
  if (!/^(?:\/(?![/\\])|https?:\/\/[^/:\s]+(?::\d+)?(?:[/?#]|$))/iu.test(own) || !URL.canParse(own, "http://own.invalid")) return undefined;
  const { origin, href } = new URL(own, "http://own.invalid");
  return origin === "http://own.invalid" ? href.slice(origin.length) : href;
}

function faultOfAddress({ from }: RedirectLine, path: string, to: string, { keyOf, pageAt, hasFile }: SiteAddresses): Fault | undefined {
  if (path.includes("*")) return because(`“${from}” has an asterisk that is not its last part`);
  const key = keyOf(path);
  if (pageAt(key) !== undefined) return because(`“${from}” is a page of the site`);
  if (hasFile(key)) return because(`“${from}” is a file of the site`);
  const [name] = namesInTarget(to);
  return name === undefined ? undefined : because(`“:${name}” in the target stands for no part of “${from}”`);
}

function faultOfPattern(from: string, to: string, { hasAny }: SiteAddresses): Fault | undefined {
  const [, first = "", ...others] = from.split("/");
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
  const means = new RegExp(`^${patternSource(from)}$`, "u");
  const isTaken = isNeeded(first) || hasAny((path) => path.startsWith(`/${first}`) && means.test(path));
  return isTaken ? because(`“${from}” would lead away from pages or files of the site`, "Make it more exact.") : undefined;
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
  const patterns = patternFinder(own.flatMap((each) => (each.isPattern ? [{ path: each.from, to: each.to }] : [])));
  const follow: Follow = (to, passed) => {
    if (!to.startsWith("/")) return { to };
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
function targetOf({ from, to, key, redirect }: Entry, follow: Follow, { addresses }: Around): string | Fault {
  const sample = namesInTarget(redirect.to).reduce((path, name) => path.replace(`:${name}`, "x"), redirect.to);
  const meansItself = redirect.isPattern === true && new RegExp(`^${patternSource(redirect.from)}$`, "u").test(sample);
  const end = follow(sample, new Set(redirect.isPattern ? [] : [key]));
  const why = "why" in end ? end.why : undefined;
  if (why === "loop" || meansItself) return because(`“${from}” leads back to itself`);
  if (why === "back") return because("It leads to something that readers may not see", UNTIL);
  if (sample === redirect.to) return "to" in end ? end.to : because(`“${to}” is not in the site`);
  if (!redirect.to.startsWith("/")) return redirect.to;
  const [path = ""] = redirect.to.split(/[?#]/u);
  const means = new RegExp(`^${patternSource(path.replaceAll("/:splat", "/*"))}$`, "u");
  return addresses.hasAny((each) => means.test(each)) ? redirect.to : because(`“${to}” means no page of the site`);
}
