import type { Rolldown } from "vite";

type Graph = Parameters<Extract<Rolldown.CodeSplittingGroup["name"], (...args: never[]) => unknown>>[1];

/** The chunk of each page's code. Pages that are not named here share one: "lists". */
const PAGES = new Map([
  ["ArticlePage", "story"],
  ["PostsPage", "live"],
  ["StaticPage", "page"],
  ["StaffPage", "page"],
  ["SeriesPage", "page"],
  ["recordPages", "updates"],
  ["SearchPage", "search"],
  ["LibraryPage", "library"],
  ["OfflinePage", "library"],
  ["AccountPage", "account"],
  ["print", "export"],
]);

/** What is loaded without a press: with a story, at idle on every page, and at idle on a story. */
const AUTOMATIC: [chunk: string, entries: RegExp][] = [
  ["story", /^features\/article\/(?:Hero|StoryRest)\./u],
  ["idle", /^(?:app\/background\/|layout\/Skeleton|features\/(?:offline\/isHtmlCurrent|library\/home\/HomeLoader|article\/Languages))/u],
  ["reading", /^(?:pages\/ArticleTasks|features\/library\/highlights\/highlightParts)\./u],
];

/** The chunks that a page loads without a press, besides the app. */
const FIRST = ["story", "lists", "idle", "reading"];

/** Folders and files inside a feature that few of its readers need. Everything else is in the chunk of its feature. */
const APART = [
  "bluesky",
  "discussion",
  "encryption",
  "export",
  "live",
  "mastodon",
  "meaning",
  "members",
  "names",
  "paged",
  "quiz",
  "rare",
  "sync",
];

/** Libraries that are evaluated in tasks of their own. */
const LIBRARIES = [
  { name: "react", test: /\/node_modules\/(?:react|react-dom|scheduler)\/|\/loading\/early\/react\.ts/u },
  { name: "router", test: /\/node_modules\/(?:react-router|cookie|set-cookie-parser)\/|\/loading\/early\/router\.ts/u },
];

/** Modules that start.ts or the bundler needs before any chunk; a stemmer is a file of its own. */
const BY_ITSELF =
  /^\0|\/loading\/(?:start\.ts|early\/)|\/reader\/(?:edition\/address|data\/fetchInTime)\.ts|\/content\/paths\.ts|\/stemmers\//u;

export const chunks = {
  includeDependenciesRecursively: false,
  groups: [
    ...LIBRARIES.map((library) => ({ ...library, priority: 2 })),
    { name: chunkOf, debugName: "part", test: (module: string) => !BY_ITSELF.test(module), priority: 1 },
  ],
} satisfies Rolldown.CodeSplittingOptions;

/**
 * The chunk of a module: that of the only entry that needs it. If there are several, it is in the app if it is needed by two
 * of the first chunks, or by one of them and the search, which would otherwise wait for the whole of it; else in the first
 * chunk that needs it. What only later chunks share is in a chunk of its own, in two parts, so that the search loads no more
 * than it needs. So no two chunks need each other.
 */
function chunkOf(module: string, graph: Graph): string | null {
  const needing = chunksNeeding(module, graph);
  // Encryption is loaded after account and sync, and search by meaning after search.
  if (needing.has("sync") || needing.has("account")) needing.delete("encryption");
  if (needing.has("search")) needing.delete("meaning");
  const [only = null, ...more] = needing;
  if (more.length === 0) return only;
  const [first, ...others] = FIRST.filter((chunk) => needing.has(chunk));
  if (needing.has("app") || others.length > 0 || (first !== undefined && needing.has("search"))) return "app";
  return first ?? (needing.has("search") ? "shared-with-search" : "shared");
}

/** The chunks of the entries that need a module to run: itself, if `import()` names it, and those of the modules that import it. */
function chunksNeeding(module: string, graph: Graph, seen = new Set<string>()): Set<string> {
  if (seen.has(module)) return new Set();
  seen.add(module);
  const path = /\/src\/reader\/(.+)$/u.exec(module)?.[1];
  const info = graph.getModuleInfo(module);
  const isEntry = path === "app/main.tsx" || (info?.dynamicImporters.length ?? 0) > 0;
  const others = (info?.importers ?? []).flatMap((importer) => [...chunksNeeding(importer, graph, seen)]);
  return new Set([...(isEntry && path !== undefined ? [chunkOfEntry(path)] : []), ...others]);
}

/** @param path of a module below src/reader/ that is loaded by itself: "pages/SearchPage.tsx" */
function chunkOfEntry(path: string): string {
  const automatic = AUTOMATIC.find(([, entries]) => entries.test(path))?.[0];
  if (automatic !== undefined) return automatic;
  const [layer = "", ...names] = path.split(/[/.]/u);
  const apart = names.findLast((name) => APART.includes(name));
  if (apart !== undefined) return apart;
  const [name = ""] = names;
  if (layer === "pages") return PAGES.get(name) ?? "lists";
  // Both play sound, with the same controls.
  if (layer === "recordings") return "listen";
  return layer === "features" ? name : layer;
}
