import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { markdown, storiesOf, writeHugoSite } from "../bench/hugoSite.ts";
import { storyFile } from "../bench/corpus.ts";

/** A site in a folder of its own, which can be built again and again. */
export type Peer = {
  name: string;
  version: string;
  /** Where its stories and topics are, without a slash at the end. */
  addresses: { story: (slug: string) => string; topic: (name: string) => string };
  /** @throws with what the build printed, if it fails */
  build: () => void;
  /** Changes a sentence in the file of a story. */
  change: (slug: string) => void;
  /** Removes what was built, and every cache. */
  clean: () => void;
  /** The folder of what was built; a server beside it if its pages need one. */
  output: string;
  server?: { command: string[]; folder: string };
};

/** Where packages of peers stay installed, which are no dependencies of ours. */
const CACHE = resolve(".cache", "peers");
const SITES = join(import.meta.dirname, "sites");
const addressOf = (name: string): string => name.toLowerCase().replaceAll(" ", "-");
const addresses: Peer["addresses"] = { story: (slug) => `/article/${slug}`, topic: (name) => `/topics/${addressOf(name)}` };

type Kind = { title: string; output: string; stories: string; pictures: string; css: string; caches: string[] };

/** Sites of npm packages: their title, and where in their folders the stories, pictures and styles are, what they write, and where they cache. */
const KINDS: Record<string, Kind> = {
  eleventy: {
    title: "Eleventy",
    output: "_site",
    stories: "content/articles",
    pictures: "content/pictures",
    css: "_includes/site.css",
    caches: [".cache"],
  },
  astro: {
    title: "Astro",
    output: "dist",
    stories: "content/articles",
    pictures: "src/pictures",
    css: "src/site.css",
    caches: [".astro", "node_modules/.astro", "node_modules/.vite"],
  },
  next: {
    title: "Next.js",
    output: ".next",
    stories: "content/articles",
    pictures: "public/pictures",
    css: "app/site.css",
    caches: [],
  },
};

export const PEERS = ["hugo", ...Object.keys(KINDS)];

/**
 * Writes the site of a peer with the stories of a corpus; installs the peer if it is not there in the wanted version.
 * @param work a folder for it
 * @throws with the reason, if it cannot be installed
 */
export function preparePeer(name: string, content: string, work: string): Peer {
  const kind = KINDS[name];
  return kind ? npmPeer(name, kind, content) : hugo(content, join(work, "hugo"));
}

/** The site by Broadsheet itself, as it was last built (`npm run build:app`). */
export function broadsheet(content: string, work: string): Peer {
  // What a build keeps for the next one is beside its output.
  const folder = join(work, "broadsheet");
  const output = join(folder, "site");
  const { version }: { version: string } = JSON.parse(readFileSync("package.json", "utf8"));
  return {
    name: "Broadsheet",
    version,
    addresses: { ...addresses, topic: (topic) => `/topic/${addressOf(topic)}` },
    build: () => run(process.execPath, ["bin/broadsheet.js", "build", "--content", content, "--out", output], "."),
    change: (slug) => replaceIn(storyFile(content, Number(slug.replace("story-", ""))), /"\}\]\}\]\}$/u, ' Corrected."}]}]}'),
    clean: () => remove([folder, join(content, ".broadsheet")]),
    output,
  };
}

function hugo(content: string, folder: string): Peer {
  const found = spawnSync("hugo", ["version"], { encoding: "utf8" });
  const version = /^hugo v([\d.]+)/u.exec(found.stdout ?? "")?.[1];
  if (version === undefined) throw new Error("the command hugo is not there; install it as https://gohugo.io/installation/ says");
  writeHugoSite(content, folder, false);
  cpSync(join(SITES, "hugo"), folder, { recursive: true });
  cpSync(join(content, "pictures"), join(folder, "assets", "pictures"), { recursive: true });
  cpSync(join(SITES, "site.css"), join(folder, "assets", "site.css"));
  return {
    name: "Hugo",
    version,
    addresses,
    build: () => run("hugo", ["--quiet"], folder),
    change: (slug) =>
      addSentence(join(folder, "content", "articles", `${Math.floor(Number(slug.replace("story-", "")) / 1000)}`, `${slug}.md`)),
    clean: () => remove(["public", "resources"].map((name) => join(folder, name))),
    output: join(folder, "public"),
  };
}

function npmPeer(name: string, kind: Kind, content: string): Peer {
  const wanted = readFileSync(join(SITES, name, "package.json"), "utf8");
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(wanted);
  const version = Object.entries(dependencies).find(([dependency]) => dependency.endsWith(name))?.[1] ?? "";
  const folder = join(CACHE, `${name}-${version}`);
  const isInstalled = existsSync(join(folder, "installed.json")) && readFileSync(join(folder, "installed.json"), "utf8") === wanted;
  mkdirSync(folder, { recursive: true });
  cpSync(join(SITES, name), folder, { recursive: true });
  if (!isInstalled) {
    run("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], folder);
    writeFileSync(join(folder, "installed.json"), wanted);
  }
  cpSync(join(SITES, "site.css"), join(folder, kind.css));
  const clean = () => remove([kind.output, ...kind.caches].map((name) => join(folder, name)));
  clean();
  remove([join(folder, kind.stories)]);
  cpSync(join(SITES, name), folder, { recursive: true });
  mkdirSync(join(folder, kind.stories), { recursive: true });
  for (const [, story] of storiesOf(content)) writeFileSync(join(folder, kind.stories, `${story.slug}.md`), markdown(story, "---\n"));
  cpSync(join(content, "pictures"), join(folder, kind.pictures), { recursive: true });
  return {
    name: kind.title,
    version,
    addresses,
    build: () => run("npm", ["run", "--silent", "build"], folder),
    change: (slug) => addSentence(join(folder, kind.stories, `${slug}.md`)),
    clean,
    output: join(folder, kind.output),
    ...(name === "next" && { server: { command: ["node", "node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1"], folder } }),
  };
}

/** None of them reports to its makers that it was measured. */
const QUIET = { NODE_ENV: "production", ASTRO_TELEMETRY_DISABLED: "1", NEXT_TELEMETRY_DISABLED: "1" };

function run(command: string, options: string[], folder: string): void {
  const env = { ...process.env, ...QUIET };
  const { status, stdout, stderr, error } = spawnSync(command, options, { cwd: folder, env, encoding: "utf8", maxBuffer: Infinity });
  if (status === 0) return;
  const said = `${stdout ?? ""}${stderr ?? ""}`.trim().slice(-1500);
  throw new Error(`${command} ${options.join(" ")} failed in ${folder}: ${said}`, { cause: error });
}

function addSentence(file: string): void {
  replaceIn(file, /\n$/u, " Corrected.\n");
}

function replaceIn(file: string, what: RegExp, by: string): void {
  writeFileSync(file, readFileSync(file, "utf8").replace(what, by));
}

function remove(folders: string[]): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
