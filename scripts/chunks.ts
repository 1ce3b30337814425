import type { Rolldown } from "vite";

type Graph = Parameters<Extract<Rolldown.CodeSplittingGroup["name"], (...args: never[]) => unknown>>[1];

/** The files that the reader comes in, each with the modules that it is wanted for: the entry, and those that `import()` names. */
const PARTS: [part: string, modules: RegExp][] = [
  ["app", /^(?:app\/main\.tsx|i18n\/|data\/(?:catalogueQueries|libraryWords)\.ts)/u],
  ["story", /^(?:pages\/ArticlePage|features\/article\/(?:Hero|StoryRest|Strips))\.tsx$/u],
  // What live blogs alone have.
  ["live", /^(?:pages\/PostsPage\.tsx|features\/article\/live\/)/u],
  // Pages that most readers never open.
  ["page", /^pages\/(?:Static|Staff|Series)Page\.tsx$/u],
  ["record", /^(?:pages\/recordPages|features\/updates\/ChangesPanel)\.tsx?$/u],
  // What comes by itself when a page is hydrated, and when a story is.
  ["idle", /^(?:app\/background\/|layout\/Skeleton|features\/(?:offline\/isMadeOf|library\/home\/HomeLoader|article\/Languages))/u],
  ["reading", /^(?:pages\/ArticleTasks|features\/(?:library\/highlights\/highlightParts|updates\/readVersions))\.tsx?$/u],
  // What pages with a block of the paper's own need.
  ["block", /^features\/article\/custom\/loadComponent\.tsx$/u],
  // What only sites with editions in several languages have.
  ["languages", /^(?:layout\/LanguageSwitch|features\/search\/LanguageChoice)\.tsx$/u],
  // What waits for a press.
  ["mastodon", /^features\/article\/discussion\/mastodon\.ts$/u],
  ["bluesky", /^features\/article\/discussion\/bluesky\.ts$/u],
  // What few stories have.
  ["rare", /^features\/article\/rare\//u],
  ["discussion", /^features\/article\/discussion\//u],
  // A story in pages that are turned.
  ["paged", /^features\/(?:article\/paged\/|settings\/StoryChoices)/u],
  // What is shown beside a name that is pressed.
  ["names", /^pages\/names\//u],
  // What nobody needs who has not switched it on.
  ["alerts", /^features\/(?:alerts\/|account\/alerts\/renewPushDevice)/u],
  ["export", /^(?:features\/library\/export|pages\/print)\//u],
  ["encryption", /^features\/account\/encryption\//u],
  ["sync", /^features\/account\/sync\//u],
  ["library", /^(?:pages\/(?:LibraryPage|OfflinePage)|features\/(?:library(?!\/highlights)|search\/saved)\/)/u],
  // What only papers with word vectors have.
  ["meaning", /^features\/search\/meaning\//u],
  ["search", /^(?:pages\/SearchPage|features\/search\/)/u],
  ["account", /^(?:pages\/AccountPage|features\/account\/)/u],
  ["recordings", /^recordings\//u],
  ["tools", /^(?:features|layout|slots)\//u],
  // The paper's other pages.
  ["lists", /^pages\/\w+Page\.tsx$/u],
];

/** Those that come by themselves. */
const FIRST = ["story", "lists", "idle", "reading"];

const LIBRARIES = [
  { name: "react", test: /\/node_modules\/(?:react|react-dom|scheduler)\/|\/reader\/hydration\/early\/react\.ts/u },
  { name: "router", test: /\/node_modules\/(?:react-router|cookie|set-cookie-parser)\/|\/reader\/hydration\/early\/router\.ts/u },
];

/** What start.ts and the bundler's own helpers need is there before any part; a stemmer is a file of its own. */
const BY_ITSELF =
  /^\0|\/reader\/(?:hydration\/early\/|edition\/address\.ts|app\/start\.ts|data\/(?:earlyFiles|fetchInTime)\.ts)|\/content\/paths\.ts|\/stemmers\//u;

/** What the library, its export and a sync share for links to other sites: what else is shared, the search waits for. */
const LINKS = /\/(?:device\/(?:outsideLinks|inPieces)|content\/library\/outsideLink|anchoring\/storyText)\.ts$/u;

/** What listening and recordings share: it wants what comes with a story, and the search must not wait for that. */
const SPOKEN =
  /\/(?:content\/(?:narration|transcript)|reader\/ui\/(?:useSpokenMark|spokenRange)|reader\/recordings\/(?:player|oneSound|useNarrationMark|RecordingControls))\.tsx?$/u;

/** What the front page offers to hear. It comes there before a press, and must bring nothing along. */
const OFFERS = /\/reader\/(?:data\/storySource|features\/listen\/(?:FrontListen|offerQueue|keptQueue|queued?|elsewhere))\.tsx?$/u;

export const chunks = {
  includeDependenciesRecursively: false,
  groups: [
    ...LIBRARIES.map((library) => ({ ...library, priority: 3 })),
    { name: partOf, debugName: "part", test: (module: string) => !BY_ITSELF.test(module), priority: 1 },
  ],
} satisfies Rolldown.CodeSplittingOptions;

/**
 * What several parts want that come by themselves is in the app, and so is what one of them shares with the search, which would
 * wait for all of that part else. What is shared besides is where the first of them is, so that no two files need each other.
 */
function partOf(module: string, graph: Graph): string | null {
  if (SPOKEN.test(module)) return "spoken";
  if (LINKS.test(module)) return "links";
  if (OFFERS.test(module)) return "offers";
  const parts = partsThatWant(module, graph);
  // What the key of a library needs of the account and the sync is there before it.
  if (parts.has("sync") || parts.has("account")) parts.delete("encryption");
  // What is related in meaning comes after the search.
  if (parts.has("search")) parts.delete("meaning");
  const [first, ...others] = FIRST.filter((part) => parts.has(part));
  if (parts.has("app") || others.length > 0 || (first !== undefined && parts.has("search"))) return "app";
  const [only, ...more] = parts;
  return first ?? (more.length > 0 ? "shared" : (only ?? null));
}

/** The parts that need a module to run: that which it is wanted for itself, and those of the modules that import it. */
function partsThatWant(module: string, graph: Graph, seen = new Set<string>()): Set<string> {
  if (seen.has(module)) return new Set();
  seen.add(module);
  const inReader = /\/src\/reader\/(.+)$/u.exec(module)?.[1];
  const info = graph.getModuleInfo(module);
  const isWanted = inReader === "app/main.tsx" || (info?.dynamicImporters.length ?? 0) > 0;
  const own = isWanted && inReader !== undefined ? PARTS.find(([, modules]) => modules.test(inReader)) : undefined;
  const others = (info?.importers ?? []).flatMap((importer) => [...partsThatWant(importer, graph, seen)]);
  return new Set([...(own ? [own[0]] : []), ...others]);
}
