import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CliError } from "./CliError.ts";
import { packageFolder } from "./installation.ts";

/** The reader as `npm run build:app` made it. Files are named below `folder`. */
export type BuiltReader = {
  folder: string;
  /** Its index.html. */
  template: string;
  /** The text of its style sheet. */
  styles: string;
  /** What index.html itself names: the script that begins, and the style sheet. */
  named: string[];
  /** The style sheets that come with late parts. */
  lateStyles: string[];
  /** The faces that every page begins with: headlines and text. */
  fonts: string[];
  /** The face of what is operated. */
  plainFont: string;
  /** The scripts that some modules need to run, without that which every page names itself. */
  chunksOf: (modules: string[]) => string[];
};

export function builtReader(): BuiltReader {
  const folder = join(packageFolder(), "build", "app");
  const index = join(folder, "index.html");
  if (!existsSync(index)) throw new CliError("The reader has not been built. Run `npm run build:app` once.");
  const template = readFileSync(index, "utf8");
  const sheet = /<link rel="stylesheet"[^>]* href="([^"]+)"/u.exec(template)?.[1];
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, ".vite/manifest.json"), "utf8"));
  return {
    folder,
    template,
    styles: sheet === undefined ? "" : readFileSync(join(folder, sheet), "utf8"),
    named: [...template.matchAll(/ (?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/gu)].flatMap(([, file]) => file ?? []),
    lateStyles: Object.values(manifest).flatMap(({ file }) => (file.endsWith(".css") && file !== sheet?.slice(2) ? [file] : [])),
    plainFont: entryOf(manifest, "src/reader/styles/fonts/sans-core.woff2").file,
    fonts: ["display-core", "text-core"].map((name) => entryOf(manifest, `src/reader/styles/fonts/${name}.woff2`).file),
    chunksOf: (modules) => [...new Set(modules.flatMap((module) => chunks(manifest, module)))],
  };
}

/** What Vite says of its output: each module that can be asked for, and what its file imports. */
type Manifest = Record<string, { file: string; imports?: string[]; isEntry?: boolean }>;

function chunks(manifest: Manifest, module: string, seen = new Set<string>()): string[] {
  const { file, imports = [], isEntry } = entryOf(manifest, module);
  if (isEntry || seen.has(module)) return [];
  seen.add(module);
  return [...imports.flatMap((other) => chunks(manifest, other, seen)), file];
}

function entryOf(manifest: Manifest, module: string): Manifest[string] {
  const entry = manifest[module];
  if (!entry) throw new Error(`The built reader has no ${module}.`);
  return entry;
}
