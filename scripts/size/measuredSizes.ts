import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Sizes } from "./budgets.ts";

/** Vite's description of its output: each module that can be requested, and what its file imports. */
type Manifest = Record<string, { file: string; name?: string; imports?: string[] }>;

/** The chunk that each kind of page needs to become interactive: see src/loading/chunks/chunks.ts. */
const ROUTES = { article: "story", list: "lists", search: "search" };

/** The chunks that are loaded automatically once a story is interactive. */
const AT_IDLE = ["idle", "reading"];

const ENTRY = ["index.html", "app"];

/**
 * Sizes as a host sends them, with Brotli at its highest quality: all scripts of each
 * kind of page, the style sheets, the worker, and the HTML of the median and largest
 * articles.
 * @param app the built reader
 * @param site the built sample edition
 */
export function measuredSizes(app: string, site: string): Sizes {
  const manifest: Manifest = JSON.parse(readFileSync(join(app, ".vite", "manifest.json"), "utf8"));
  const known = new Map<string, number>();
  const bytesOf = (file: string): number => {
    const bytes = known.get(file) ?? brotliCompressSync(steadyNames(readFileSync(join(app, file), "utf8"))).length;
    known.set(file, bytes);
    return bytes;
  };
  // The first sheet (src/loading/styles/firstSheet.ts) is inlined in the HTML, and not fetched with JavaScript on.
  const sheets = [...new Set(Object.values(manifest).map(({ file }) => file))].filter((file) => /\/(?!first-)[^/]*\.css$/u.test(file));
  const files = [...sheets, "worker.js"].map((file) => [nameOf(file, manifest), bytesOf(file)] as const);
  // The words are made for each site. Every page needs only the first of the two scripts.
  const words = readdirSync(join(site, "assets")).find((file) => /^words-\w+\.js$/u.test(file));
  if (words === undefined) throw new Error("The built site has no words.");
  const said = brotliCompressSync(readFileSync(join(site, "assets", words))).length;
  const total = (files: string[]) => files.reduce((sum, file) => sum + bytesOf(file), 0);
  const needing = (modules: string[]) => [...new Set(modules.flatMap((module) => filesOf(manifest, module)))];
  const routes = Object.entries(ROUTES).map(([route, chunk]) => [route, said + total(needing([...ENTRY, chunk]))] as const);
  const before = needing([...ENTRY, ROUTES.article]);
  const idle = total(needing(AT_IDLE).filter((file) => !before.includes(file)));
  return {
    routes: { ...Object.fromEntries(routes), "article, then at idle": idle },
    files: Object.fromEntries(files),
    html: articles(join(site, "article")),
  };
}

/**
 * Replaces the content hashes by which a chunk names others with hashes of their names: otherwise its compressed size
 * would vary by a few bytes whenever another chunk changes.
 */
function steadyNames(code: string): string {
  return code.replaceAll(/([\w-]+)-(?:[\w-]{8}(\.js)|[\w-]{5}(\.css))\b/gu, (_, name: string, js?: string, css?: string) => {
    const hash = createHash("sha256").update(name).digest("base64url");
    return `${name}-${hash.slice(0, js ? 8 : 5)}${js ?? css}`;
  });
}

/** The source file of an output file, whose own name ends with a hash. */
function nameOf(file: string, manifest: Manifest): string {
  const [module = file] = Object.entries(manifest).find(([, each]) => each.file === file) ?? [];
  return basename(module);
}

function filesOf(manifest: Manifest, chunk: string, seen = new Set<string>()): string[] {
  const entry = manifest[chunk] ?? Object.values(manifest).find(({ name }) => name === chunk);
  if (!entry) throw new Error(`The built reader has no ${chunk}.`);
  if (seen.has(entry.file)) return [];
  seen.add(entry.file);
  return [entry.file, ...(entry.imports ?? []).flatMap((other) => filesOf(manifest, other, seen))];
}

function articles(folder: string): Record<string, number> {
  const sizes = readdirSync(folder)
    .filter((file) => file.endsWith(".html"))
    .map((file) => brotliCompressSync(readFileSync(join(folder, file))).length)
    .toSorted((a, b) => a - b);
  return { "middle article": sizes[Math.floor(sizes.length / 2)] ?? 0, "largest article": sizes.at(-1) ?? 0 };
}
