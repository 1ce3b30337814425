import { feedPath, latestPath, listPath, subjectPath, yearPath } from "#content/paths.ts";
import { hasFeed } from "#content/feeds.ts";
import type { Report } from "../draft/problem.ts";
import type { FormerList } from "../refine/formerLists.ts";
import { REDIRECTS, withMoreRedirects } from "../settings/redirectsFile.ts";
import type { ContentWriter } from "./contentWriter.ts";
import type { Inputs } from "./findInputs.ts";
import type { LinkIndex } from "./linkIndex.ts";
import { counted } from "../text/counted.ts";

/**
 * The addresses that a system gives its feeds and lists, where a paper has them at others. `own`: the feed of the site; `later`: the
 * further pages of its newest stories; `feed`: what follows the address of a list for its feed. ":name" is the name of a list.
 */
type System = { own: string[]; later?: string; feed?: string } & Partial<Record<FormerList["kind"], string>>;

const WORDPRESS: System = {
  own: ["/feed/", "/feed/rss2/", "/feed/atom/"],
  later: "/page/*",
  feed: "feed/",
  section: "/category/:name/",
  topic: "/tag/:name/",
  author: "/author/:name/",
  month: "/:name/",
};

const SYSTEMS: Record<string, System> = {
  wxr: WORDPRESS,
  "wp-rest": WORDPRESS,
  ghost: { own: ["/rss/"], later: "/page/*", feed: "rss/", section: "/tag/:name/", topic: "/tag/:name/", author: "/author/:name/" },
  substack: { own: ["/feed"], section: "/s/:name", topic: "/t/:name" },
  medium: { own: ["/feed"], topic: "/tagged/:name" },
  hugo: {
    own: ["/index.xml"],
    later: "/page/*",
    feed: "index.xml",
    section: "/categories/:name/",
    topic: "/tags/:name/",
    author: "/authors/:name/",
  },
  // By its plugin jekyll-archives.
  jekyll: { own: [], section: "/category/:name/", topic: "/tag/:name/", month: "/:name/" },
};

/**
 * Adds the addresses that the former site's feeds and lists had to redirects.csv: those of lists that the imported stories have. Lines
 * that are there, whoever wrote them, stay as they are.
 */
export async function writeFormerAddresses(
  { content, found, links, writer }: { content: string; found: Inputs; links: LinkIndex; writer: ContentWriter },
  report: Report,
): Promise<void> {
  const lists = links.lists();
  const lines = systemsOf(found).flatMap((system) => addressesOf(system, lists.all));
  const named = lists.named.map(({ path, to }) => ({ from: `${path}/`, to }));
  const all = lines.length === 0 ? [] : [...lines, ...named];
  // An address that differs only by its slash is the same page.
  const moved = all
    .filter(({ from, to }) => from.replace(/\/$/u, "") !== decodeURI(to))
    .map(({ from, to }) => ({ from: encodeURI(from), to }));
  const { text, added } = await withMoreRedirects(content, moved);
  if (added === 0 || !writer.write(REDIRECTS, text)) return;
  report({
    severity: "notice",
    file: REDIRECTS,
    message: `It leads ${counted(added, "former address", "former addresses")} of lists and feeds to where they are now.`,
    remedy: "Remove the lines of those that nobody knows.",
  });
}

/** The systems from which an archive is, as far as they are known. */
function systemsOf({ inputs, builder }: Inputs): System[] {
  const names = inputs.map((input) => ("archive" in input ? input.archive.name : undefined));
  return [...new Set([...names, builder?.name.toLowerCase()])].flatMap((name) => (name === undefined ? [] : (SYSTEMS[name] ?? [])));
}

/** The addresses of a site's lists with their targets; of feeds, those that the paper has. */
function addressesOf(system: System, lists: FormerList[]): { from: string; to: string }[] {
  const ofSite = [
    ...system.own.map((from) => ({ from, to: feedPath("latest", "", "rss") })),
    ...(system.later === undefined ? [] : [{ from: system.later, to: latestPath }]),
  ];
  const years = new Set(system.month === undefined ? [] : lists.flatMap(({ kind, slug }) => (kind === "month" ? slug.slice(0, 4) : [])));
  const ofLists = lists.flatMap(({ kind, name, slug, count }) => {
    const from = system[kind]?.replace(":name", name);
    if (from === undefined) return [];
    if (kind === "month") return [{ from, to: listPath("month", slug) }];
    const feed = system.feed !== undefined && hasFeed(kind, count) ? [{ from: from + system.feed, to: feedPath(kind, slug, "rss") }] : [];
    return [{ from, to: subjectPath(kind, slug) }, ...feed];
  });
  return [...ofSite, ...ofLists, ...[...years].map((year) => ({ from: `/${year}/`, to: yearPath(year) }))];
}
