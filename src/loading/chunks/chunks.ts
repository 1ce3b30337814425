import type { Rolldown } from "vite";

type Graph = Parameters<Extract<Rolldown.CodeSplittingGroup["name"], (...args: never[]) => unknown>>[1];

/** The reader's chunks, each with the modules for which it is loaded: the entry, and those that `import()` names. */
const PARTS: [part: string, modules: RegExp][] = [
  ["app", /^(?:app\/main\.tsx|i18n\/)/u],
  ["story", /^(?:pages\/ArticlePage|features\/article\/(?:Hero|StoryRest|Strips))\.tsx$/u],
  // Only for live blogs.
  ["live", /^(?:pages\/PostsPage\.tsx|features\/article\/live\/)/u],
  // Pages that most readers never open.
  ["page", /^pages\/(?:Static|Staff|Series)Page\.tsx$/u],
  ["record", /^(?:pages\/recordPages|features\/updates\/ChangesPanel)\.tsx?$/u],
  // Loaded automatically after the hydration of any page, and of a story.
  ["idle", /^(?:app\/background\/|layout\/Skeleton|features\/(?:offline\/isHtmlCurrent|library\/home\/HomeLoader|article\/Languages))/u],
  ["reading", /^(?:pages\/ArticleTasks|features\/library\/highlights\/highlightParts)\.tsx?$/u],
  // For pages with a block of the paper's own.
  ["block", /^features\/article\/custom\/loadComponent\.tsx$/u],
  // Only for sites with editions in several languages.
  ["languages", /^(?:layout\/LanguageSwitch|features\/search\/LanguageChoice)\.tsx$/u],
  // Loaded on a click.
  ["mastodon", /^features\/article\/discussion\/mastodon\.ts$/u],
  ["bluesky", /^features\/article\/discussion\/bluesky\.ts$/u],
  // For blocks and features that few stories have.
  ["rare", /^features\/article\/rare\//u],
  ["discussion", /^features\/article\/discussion\//u],
  // Paged reading of a story.
  ["paged", /^features\/(?:article\/paged\/|settings\/StoryChoices)/u],
  // The card of a name, opened by a click.
  ["names", /^pages\/names\//u],
  // Only for readers who have turned the feature on.
  ["alerts", /^features\/(?:alerts\/|account\/alerts\/renewPushDevice)/u],
  ["export", /^(?:features\/library\/export|pages\/print)\//u],
  ["encryption", /^features\/account\/encryption\//u],
  ["sync", /^features\/account\/sync\//u],
  ["library", /^(?:pages\/(?:LibraryPage|OfflinePage)|features\/(?:library(?!\/highlights)|search\/saved)\/)/u],
  // Only for papers with word vectors.
  ["meaning", /^features\/search\/meaning\//u],
  ["search", /^(?:pages\/SearchPage|features\/search\/)/u],
  ["account", /^(?:pages\/AccountPage|features\/account\/)/u],
  ["recordings", /^recordings\//u],
  ["tools", /^(?:features|layout|slots)\//u],
  // The paper's other pages.
  ["lists", /^pages\/\w+Page\.tsx$/u],
];

/** The parts that are loaded without an action of the reader. */
const FIRST = ["story", "lists", "idle", "reading"];

const LIBRARIES = [
  { name: "react", test: /\/node_modules\/(?:react|react-dom|scheduler)\/|\/loading\/early\/react\.ts/u },
  { name: "router", test: /\/node_modules\/(?:react-router|cookie|set-cookie-parser)\/|\/loading\/early\/router\.ts/u },
];

/** Modules outside the parts: start.ts and what it or the bundler needs are loaded before any part; a stemmer is a file of its own. */
const BY_ITSELF =
  /^\0|\/loading\/(?:start\.ts|early\/)|\/reader\/(?:edition\/address|data\/fetchInTime)\.ts|\/content\/paths\.ts|\/stemmers\//u;

/** What library, export and sync share for links to other sites. In the chunk "shared", search would have to wait for it. */
const LINKS = /\/(?:device\/(?:outsideLinks|inPieces)|content\/library\/outsideLink|anchoring\/storyText)\.ts$/u;

/** What listening and recordings share. It needs the story's chunk, which search must not wait for. */
const SPOKEN =
  /\/(?:content\/(?:narration|transcript)|reader\/ui\/(?:useSpokenMark|spokenRange)|reader\/recordings\/(?:trackPlayer|oneSound|useNarrationMark|RecordingControls))\.tsx?$/u;

/** The listening offers of the front page. They are loaded there before a click, and must not load other chunks. */
const OFFERS = /\/reader\/(?:data\/storySource|features\/listen\/(?:FrontListen|offerQueue|keptQueue|queued?|elsewhere))\.tsx?$/u;

export const chunks = {
  includeDependenciesRecursively: false,
  groups: [
    ...LIBRARIES.map((library) => ({ ...library, priority: 3 })),
    { name: partOf, debugName: "part", test: (module: string) => !BY_ITSELF.test(module), priority: 1 },
  ],
} satisfies Rolldown.CodeSplittingOptions;

/**
 * The chunk of a module. Modules that several automatically loaded parts need are in the app, and so are those that one of these
 * parts shares with search, which would otherwise wait for the whole part. Any other module that such a part needs is in that
 * part, so that no two chunks need each other.
 */
function partOf(module: string, graph: Graph): string | null {
  if (SPOKEN.test(module)) return "spoken";
  if (LINKS.test(module)) return "links";
  if (OFFERS.test(module)) return "offers";
  const parts = partsThatWant(module, graph);
  // Encryption is loaded after account and sync, and shares their modules.
  if (parts.has("sync") || parts.has("account")) parts.delete("encryption");
  // Search by meaning is loaded after search.
  if (parts.has("search")) parts.delete("meaning");
  const [first, ...others] = FIRST.filter((part) => parts.has(part));
  if (parts.has("app") || others.length > 0 || (first !== undefined && parts.has("search"))) return "app";
  const [only, ...more] = parts;
  return first ?? (more.length > 0 ? "shared" : (only ?? null));
}

/** The parts that need a module to run: its own, if it is named in PARTS, and those of the modules that import it. */
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
