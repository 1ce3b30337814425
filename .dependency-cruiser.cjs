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
  ui: ["edition", "i18n"],
  slots: ["store", "edition", "i18n", "device", "ui", "loading/hydration"],
  recordings: ["styles", "store", "edition", "i18n", "device", "ui", "loading/hydration"],
  teasers: ["store", "edition", "i18n", "ui"],
  navigation: ["store", "edition", "i18n", "toasts", "ui", "device/savesData.ts", "loading/early", "loading/hydration"],

  // Who signs out takes the alerts off the device.
  "features/account": [...ground, "features/alerts/background.ts"],
  "features/alerts": ground,
  "features/article": ground,
  // An exported library names saved searches by their addresses.
  "features/library": [...ground, "features/search/searchId.ts", "features/search/hitFragment.ts"],
  "features/listen": ground,
  "features/lists": ground,
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

// The architecture, as a table: each folder, and the folders of ours it may import.
const mayImport = {
  content: [],

  compiler: ["content"],
  "compiler/draft": ["content", "compiler/settings/settings.ts"],
  "compiler/settings": ["content", "compiler/draft", "compiler/sources/parseJson.ts", "compiler/sources/repeatedKeys.ts"],
  "compiler/xml": ["content", "compiler/draft"],
  "compiler/body": ["content", "compiler/draft"],
  "compiler/charts": ["content", "compiler/draft", "compiler/sources/parseJson.ts"],
  "compiler/state": ["content", "compiler/draft"],
  "compiler/extend": ["content", "compiler/draft", "compiler/state/digest.ts"],
  "compiler/sources": [
    "content",
    "compiler/draft",
    "compiler/xml",
    "compiler/body",
    "compiler/charts",
    "compiler/extend",
    "compiler/state",
    "compiler/settings",
    "compiler/words/sayInStories.ts",
  ],
  "compiler/refine": [
    "content",
    "compiler/draft",
    "compiler/sources",
    "compiler/state",
    "compiler/settings",
    "compiler/words/sayInStories.ts",
  ],
  "compiler/importing": [
    "content",
    "compiler/draft",
    "compiler/xml",
    "compiler/body",
    "compiler/sources",
    "compiler/refine",
    "compiler/state",
    "compiler/settings",
  ],
  "compiler/link": ["content", "compiler/draft", "compiler/state", "compiler/settings"],
  "compiler/pictures": [
    "content",
    "compiler/draft",
    "compiler/body/pictures.ts",
    "compiler/body/bodyContext.ts",
    "compiler/recordings",
    "compiler/refine/mapLinks.ts",
    "compiler/settings",
    "compiler/state",
    "compiler/write/progress.ts",
    "compiler/write/siteFile.ts",
  ],
  "compiler/record": ["content", "compiler/draft", "compiler/state", "compiler/settings"],
  "compiler/recordings": ["content", "compiler/draft", "compiler/state"],
  "compiler/narration": [
    "content",
    "compiler/draft",
    "compiler/settings",
    "compiler/state",
    "compiler/write/progress.ts",
    "compiler/write/siteFile.ts",
  ],
  "compiler/slots": ["content", "compiler/draft", "compiler/settings", "compiler/state/digest.ts"],
  "compiler/theme": ["content", "compiler/draft", "compiler/pictures/openPicture.ts", "compiler/settings", "compiler/state/digest.ts"],
  "compiler/words": [
    "content",
    "compiler/draft",
    "compiler/installation.ts",
    "compiler/settings/lastGood.ts",
    "compiler/sources/parseJson.ts",
  ],
  "compiler/threads": [
    "content",
    "compiler/draft",
    "compiler/link",
    "compiler/refine/mapLinks.ts",
    "compiler/refine/slugs.ts",
    "compiler/search/openingWords.ts",
    "compiler/settings",
    "compiler/state",
  ],
  "compiler/search": [
    "content",
    "compiler/draft",
    "compiler/link",
    "compiler/meaning",
    "compiler/settings",
    "compiler/state",
    "compiler/write/output.ts",
    "compiler/write/previousSite.ts",
  ],
  "compiler/admin": ["content", "compiler/draft", "compiler/settings"],
  "compiler/write": ["content", "compiler/draft", "compiler/link", "compiler/state", "compiler/settings"],

  // Loading and the reader import each other, file by file: the app is what start.ts loads in the end.
  loading: [
    "content",
    "reader/app/main.tsx",
    "reader/data/fetchInTime.ts",
    "reader/data/reloadPage.ts",
    "reader/edition/address.ts",
    "reader/features/settings/settings.ts",
    "reader/store",
    "reader/styles",
    "reader/toasts",
  ],
  "loading/early": ["content", "reader/data/fetchInTime.ts", "reader/edition/address.ts"],
  "loading/hydration": ["loading/early", "reader/data/reloadPage.ts", "reader/store", "reader/styles", "reader/toasts"],
  "loading/chunks": ["content"],
  "loading/styles": ["reader/features/settings/settings.ts"],

  reader: ["content", "loading/early", "loading/hydration"],
  ...Object.fromEntries(
    Object.entries(readerMayImport).map(([folder, others]) => [
      `reader/${folder}`,
      ["content", ...others.map((other) => (other.startsWith("loading/") ? other : `reader/${other}`))],
    ]),
  ),

  worker: ["content"],
  admin: [],
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
