// The architecture, as a table: each folder, and the folders of ours it may import.
const mayImport = {
  content: [],

  compiler: ["content"],
  "compiler/draft": ["content", "compiler/settings.ts"],
  "compiler/xml": ["content", "compiler/draft"],
  "compiler/body": ["content", "compiler/draft"],
  "compiler/state": ["content", "compiler/draft"],
  "compiler/sources": ["content", "compiler/draft", "compiler/xml", "compiler/body", "compiler/state", "compiler/settings.ts"],
  "compiler/refine": ["content", "compiler/draft", "compiler/sources", "compiler/state", "compiler/settings.ts"],
  "compiler/importing": [
    "content",
    "compiler/draft",
    "compiler/xml",
    "compiler/body",
    "compiler/sources",
    "compiler/refine",
    "compiler/state",
    "compiler/settings.ts",
    "compiler/readSettings.ts",
  ],
  "compiler/link": ["content", "compiler/state", "compiler/settings.ts"],
  "compiler/pictures": [
    "content",
    "compiler/draft",
    "compiler/body/pictures.ts",
    "compiler/refine/mapLinks.ts",
    "compiler/settings.ts",
    "compiler/state",
    "compiler/write/progress.ts",
    "compiler/write/siteFile.ts",
  ],
  "compiler/search": ["content", "compiler/draft", "compiler/link", "compiler/state", "compiler/settings.ts"],
  "compiler/write": ["content", "compiler/draft", "compiler/link", "compiler/state", "compiler/settings.ts"],

  reader: ["content"],
  "reader/ui": ["content", "reader/words", "reader/early", "reader/address.ts", "reader/shell/EditionContext.ts"],
  "reader/words": ["content"],
  "reader/data": ["content", "reader/words", "reader/address.ts", "reader/offline"],
  "reader/teasers": ["content", "reader/ui", "reader/words", "reader/address.ts"],
  "reader/list": ["content", "reader/ui", "reader/words", "reader/teasers", "reader/offline/kept"],
  "reader/article": ["content", "reader/ui", "reader/words", "reader/teasers", "reader/address.ts", "reader/shell/useAlive.ts"],
  "reader/tools": [
    "content",
    "reader/ui",
    "reader/words",
    "reader/article",
    "reader/listen",
    "reader/library",
    "reader/offline/whenIdle.ts",
    "reader/settings/Choice.tsx",
    "reader/shell",
    "reader/styles",
    "reader/address.ts",
  ],
  "reader/listen": ["content", "reader/ui", "reader/words", "reader/article/correctionsAtEnd.ts", "reader/shell", "reader/styles"],
  "reader/shell": [
    "content",
    "reader/ui",
    "reader/words",
    "reader/menu",
    "reader/settings",
    "reader/keys",
    "reader/listen",
    "reader/offline",
    "reader/near/savesData.ts",
    "reader/styles",
    "reader/search",
    "reader/address.ts",
  ],

  "reader/offline": [
    "content",
    "reader/ui",
    "reader/words",
    "reader/teasers",
    "reader/data",
    "reader/article/picturesOf.ts",
    "reader/shell/EditionContext.ts",
    "reader/shell/offers.ts",
    "reader/shell/SayContext.ts",
    "reader/address.ts",
    "reader/near/savesData.ts",
  ],

  "reader/fresh": [
    "content",
    "reader/ui",
    "reader/words",
    "reader/offline",
    "reader/shell/offers.ts",
    "reader/shell/SayContext.ts",
    "reader/address.ts",
  ],

  "reader/library": [
    "content",
    "reader/ui",
    "reader/words",
    "reader/data",
    "reader/shell",
    "reader/article/picturesOf.ts",
    "reader/address.ts",
  ],
  "reader/library/store": ["content", "reader/address.ts"],

  "reader/account": ["content", "reader/ui", "reader/words", "reader/shell", "reader/styles", "reader/address.ts"],

  worker: ["content"],
  prerender: ["content", "reader"],
  server: ["content"],
  cli: ["content", "compiler", "prerender", "server"],
};

const forbid = (name, from, to) => ({ name, severity: "error", from, to });
const within = (places) => ({ path: places.map((place) => (/\.tsx?$/u.test(place) ? `^src/${place}$` : `^src/${place}/`)) });

module.exports = {
  forbidden: [
    ...Object.entries(mayImport).map(([folder, others]) =>
      forbid(`${folder} imports downwards`, within([folder]), { path: "^src/", pathNot: within([folder, ...others]).path }),
    ),
    forbid("no Node in the browser", within(["content", "reader", "worker"]), { dependencyTypes: ["core"] }),
    forbid("no React below the reader", within(["content", "compiler", "worker"]), {
      path: "node_modules/(react|react-dom|react-router|@tanstack)/",
    }),
    forbid(
      "pages fetch, parts receive",
      within([
        "reader/ui",
        "reader/words",
        "reader/teasers",
        "reader/list",
        "reader/article",
        "reader/tools",
        "reader/listen",
        "reader/shell",
      ]),
      {
        path: "node_modules/@tanstack/",
      },
    ),
    forbid("no cycles", {}, { circular: true }),
  ],
  options: { tsPreCompilationDeps: true, tsConfig: { fileName: "tsconfig.json" }, doNotFollow: { path: "node_modules" } },
};
