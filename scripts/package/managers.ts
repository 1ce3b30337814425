/** How a package manager installs the packages of a paper, adds one, and runs the command. */
export type Manager = {
  /** Its own package, if Node does not come with it. */
  tool?: string;
  install: string[];
  add: string[];
  broadsheet: string[];
  env: NodeJS.ProcessEnv;
  /** Whether only who installed can run the command, since the manager writes to its own files whenever it runs one. */
  isOwnersOnly?: true;
};

const BIN = ["node_modules/.bin/broadsheet"];

/** In CI, Yarn refuses to write a lockfile unless told to. */
const yarn = (nodeLinker: string): NodeJS.ProcessEnv => ({
  npm_config_user_agent: "yarn/4",
  YARN_NODE_LINKER: nodeLinker,
  YARN_ENABLE_IMMUTABLE_INSTALLS: "0",
  YARN_ENABLE_TELEMETRY: "0",
});

const YARN = { tool: "@yarnpkg/cli-dist@4", install: ["yarn", "install"], add: ["yarn", "add"] };

export const MANAGERS: Record<"npm" | "pnpm" | "yarn" | "pnp", Manager> = {
  npm: {
    install: ["npm", "install", "--prefer-offline", "--no-audit", "--no-fund", "--silent"],
    add: ["npm", "install"],
    broadsheet: BIN,
    env: {},
  },
  pnpm: {
    tool: "pnpm@10",
    install: ["pnpm", "install", "--no-frozen-lockfile"],
    add: ["pnpm", "add"],
    broadsheet: BIN,
    env: { npm_config_user_agent: "pnpm/10" },
  },
  yarn: { ...YARN, broadsheet: BIN, env: yarn("node-modules") },
  pnp: { ...YARN, broadsheet: ["yarn", "run", "broadsheet"], env: yarn("pnp"), isOwnersOnly: true },
};

export const isManager = (name: string): name is keyof typeof MANAGERS => name in MANAGERS;

/** The package that a chart needs. */
export const OPTIONAL = "@observablehq/plot";

export const STORY_WITH_OPTIONAL = `---
headline: Rain by day
date: 2026-01-02
---
\`\`\`chart
type: line
title: Rain
data: |
  Day,Rain
  Monday,2
  Tuesday,3
\`\`\`
`;
