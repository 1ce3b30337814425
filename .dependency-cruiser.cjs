/** What stands under the features of the reader and knows none of them, from the bottom up. */
const ground = [
  "loading/early",
  "loading/hydration",
  "styles",
  "store",
  "edition",
  "i18n",
  "toasts",
  "device",
  "data",
  "ui",
  "slots",
  "recordings",
  "teasers",
  "navigation",
];

/** The folders of the reader: pages bring features together, which stand on the ground and do not know each other. */
const readerMayImport = {
  styles: [],
  store: [],
  edition: [],
  i18n: ["edition"],
  toasts: ["store", "i18n"],
  device: ["store", "edition"],
  data: ["edition", "i18n", "device", "loading/early/earlyFiles.ts"],
  ui: ["edition", "i18n", "loading/hydration/useHydrated.ts"],
  slots: ["store", "edition", "i18n", "device", "ui", "loading/hydration"],
  recordings: ["styles", "store", "edition", "i18n", "device", "ui", "loading/hydration"],
  teasers: ["store", "edition", "i18n", "ui"],
  navigation: ["store", "edition", "i18n", "toasts", "ui", "device/savesData.ts", "loading/early", "loading/hydration"],

  // Who signs out takes the alerts off the device, and what a member was given.
  "features/account": [...ground, "features/alerts/background.ts", "features/article/members/(?:membership|openStory).ts"],
  "features/alerts": ground,
  "features/article": ground,
  "features/collection": ground,
  // An exported library names saved searches by their addresses.
  "features/library": [...ground, "features/search/searchId.ts", "features/search/hitFragment.ts"],
  "features/listen": ground,
  "features/lists": ground,
  "features/mostRead": ground,
  "features/notices": ground,
  "features/offline": ground,
  // Whether searches are remembered is a setting.
  "features/search": [...ground, "features/settings/settingsStore.ts"],
  "features/settings": ground,
  "features/sharing": ground,
  // Whether single letters are shortcuts is a setting.
  "features/shortcuts": [...ground, "features/settings/settingsStore.ts"],
  "features/updates": ground,

  layout: [...ground, "features"],
  pages: [...ground, "features", "layout"],
  app: [...ground, "features", "layout", "pages"],
};

/**
 * The rooms of the compiler, from the bottom up: each imports only rooms above it in this list. A feature stands where it is used:
 * reading writes charts and words into stories, and search and threads are about the linked edition.
 */
const compilerMayImport = {
  text: [],
  draft: ["text"],
  xml: ["text", "draft"],
  state: ["text", "draft"],
  settings: ["text", "draft"],
  output: ["state"],
  body: ["text", "draft", "state"],
  "features/charts": ["text", "draft"],
  "features/words": ["text", "draft", "settings"],
  reading: ["text", "draft", "state", "settings", "body", "features/charts", "features/words"],
  formats: ["extend", "text", "draft", "xml", "state", "settings", "body", "reading"],
  // These stand on what a paper's own sources import, and on functions that know nothing of the product.
  "formats/arc": ["extend", "text"],
  "formats/bbc": ["extend", "text"],
  "formats/govuk": ["extend", "text"],
  "formats/guardian": ["extend", "text"],
  "formats/tumblr": ["extend", "text"],
  "features/extend": ["text", "draft", "state", "reading"],
  "features/recordings": ["text", "draft", "state"],
  "features/pictures": ["text", "draft", "state", "settings", "output", "body", "features/recordings"],
  "features/narration": ["text", "draft", "state", "settings", "output", "features/recordings"],
  "features/theme": ["text", "draft", "state", "settings", "features/pictures"],
  "features/slots": ["text", "draft", "state", "settings"],
  "features/record": ["draft", "state", "settings"],
  "features/meaning": ["draft", "state", "settings"],
  "features/admin": ["draft", "settings"],
  "features/publicFolder": ["draft", "settings", "output", "reading"],
  refine: ["text", "draft", "state", "settings", "body", "reading", "features/words"],
  "features/members": ["text", "draft", "state", "settings", "output", "refine"],
  link: ["text", "draft", "state", "settings"],
  "features/search": ["state", "settings", "output", "link"],
  "features/threads": ["text", "draft", "state", "settings", "body", "refine", "link", "features/search"],
  write: ["text", "draft", "state", "settings", "output", "link"],
  "features/collections": ["text", "settings", "output", "refine", "link", "write"],
  importing: ["text", "draft", "xml", "state", "settings", "body", "reading", "formats", "refine"],
};

// The architecture, as a table: each folder, and the folders of ours it may import.
const mayImport = {
  content: [],

  compiler: ["content", "extend"],
  ...Object.fromEntries(
    Object.entries(compilerMayImport).map(([room, others]) => [
      `compiler/${room}`,
      ["content", ...others.map((other) => (other === "extend" ? other : `compiler/${other}`))],
    ]),
  ),

  // Loading and the reader import each other, file by file: the app is what start.ts loads in the end.
  loading: [
    "content",
    "reader/app/main.tsx",
    "reader/data/fetchInTime.ts",
    "reader/data/reloadPage.ts",
    "reader/edition/address.ts",
    "reader/features/settings/readerSettings.ts",
    "reader/store",
    "reader/styles",
    "reader/toasts",
  ],
  "loading/early": ["content", "reader/data/fetchInTime.ts", "reader/edition/address.ts"],
  "loading/hydration": ["loading/early", "reader/data/reloadPage.ts", "reader/store", "reader/styles", "reader/toasts"],
  "loading/chunks": ["content"],
  "loading/styles": ["reader/features/settings/readerSettings.ts"],

  reader: ["content", "loading/early", "loading/hydration"],
  ...Object.fromEntries(
    Object.entries(readerMayImport).map(([folder, others]) => [
      `reader/${folder}`,
      ["content", ...others.map((other) => (other.startsWith("loading/") ? other : `reader/${other}`))],
    ]),
  ),

  worker: ["content"],
  // An entry of threads.json without a slug has that of its name.
  admin: ["content/slug.ts"],
  extend: [],
  prerender: ["content", "loading", "reader"],
  // Which addresses are public is told in one place.
  server: ["content", "compiler/importing/fetchPublic.ts"],
  cli: ["content", "compiler", "loading/chunks", "loading/styles", "prerender", "server"],
};

/** The search package: what it reads runs in browsers, what it builds in Node, and it knows nothing of the rest. */
const searchMayImport = {
  text: [],
  schema: ["text"],
  format: ["text"],
  query: ["text", "format", "schema"],
  search: ["text", "format", "query", "schema"],
  build: ["text", "format", "query", "schema"],
};
const search = "^packages/static-search/src/";

const forbid = (name, from, to) => ({ name, severity: "error", from, to });
const within = (places) => ({ path: places.map((place) => (/\.(?:tsx?|css)$/u.test(place) ? `^src/${place}$` : `^src/${place}/`)) });

module.exports = {
  forbidden: [
    ...Object.entries(mayImport).map(([folder, others]) =>
      forbid(`${folder} imports downwards`, within([folder]), { path: "^src/", pathNot: within([folder, ...others]).path }),
    ),
    ...Object.entries(searchMayImport).map(([part, others]) =>
      forbid(
        `static-search/${part} knows what is below it`,
        { path: search + part },
        { path: "^packages/", pathNot: [part, ...others].map((other) => search + other) },
      ),
    ),
    forbid("packages know nothing of the paper", { path: "^packages/" }, { path: "^(src|scripts|tests)/" }),
    forbid(
      "packages by their entries",
      { path: "^src/" },
      { path: "^packages/", pathNot: `${search}(index|build|query|format/files|search/related|text/\\w+)\\.ts$` },
    ),
    forbid("no index is built in the browser", within(["content", "reader", "worker"]), { path: `${search}build` }),
    forbid(
      "no Node in the browser",
      {
        path: [
          ...within(["content", "loading/start.ts", "loading/early", "loading/hydration", "reader", "worker", "admin"]).path,
          `${search}(text|format|query|search|schema|index)`,
        ],
      },
      { dependencyTypes: ["core"] },
    ),
    // A paper has no development packages: what only Node uses of them is compiled into the command.
    forbid(
      "what dev serves from the sources is installed",
      {
        path: [
          ...within(["loading/start.ts", "loading/early", "loading/hydration", "content", "reader", "extend"]).path,
          `${search}(?!build)`,
        ],
        // Catalogues are compiled.
        pathNot: "^src/content/words/message.ts$",
      },
      { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    ),
    forbid("no React below the reader", within(["content", "compiler", "worker"]), {
      path: "node_modules/(react|react-dom|react-router|@tanstack)/",
    }),
    forbid(
      "pages fetch, parts receive",
      within(
        ["edition", "i18n", "layout", "navigation", "teasers", "toasts", "ui"]
          .concat(["features/article", "features/listen", "features/lists", "features/sharing"])
          .map((folder) => `reader/${folder}`)
          .concat("loading"),
      ),
      {
        path: "node_modules/@tanstack/",
      },
    ),
    forbid("no cycles", {}, { circular: true }),
  ],
  options: { tsPreCompilationDeps: true, tsConfig: { fileName: "tsconfig.json" }, doNotFollow: { path: "node_modules" } },
};
