import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Brand } from "#content/brand.ts";
import type { Sheets } from "#loading/styles/criticalStyles.ts";
import { CliError } from "../CliError.ts";
import { packageFolder } from "#compiler/settings/packageFolder.ts";

/** The reader as `npm run build:app` made it. File names are relative to `folder`. */
export type BuiltReader = {
  folder: string;
  /** Its index.html. */
  template: string;
  /** The text of its style sheets: the one that each page inlines, and the others. */
  styles: Sheets;
  /** The files of the first two, in this order. */
  sheets: [first: string, rest: string];
  /** The files that a page itself names: the entry script and the style sheet. */
  named: string[];
  /** The style sheets that come with lazy chunks, but for those of games and collections: only pages with one load them, and no device in advance. */
  lateStyles: string[];
  /** The fonts that every page names: headlines and text. */
  fonts: string[];
  /** The font of controls. */
  plainFont: string;
  /** The scripts that the named chunks or modules need, without the entry script, which every page names. */
  filesOf: (chunks: string[]) => string[];
  /** The file of one of its font subsets, by name. */
  fontFile: (cut: string) => string;
  /** Files that the paper adds, and files of the reader that it leaves out. */
  own: Brand["files"];
  without: string[];
};

/** @param folder that of the built reader */
export function builtReader(folder = join(packageFolder(), "build", "app")): BuiltReader {
  const index = join(folder, "index.html");
  if (!existsSync(index)) throw new CliError("The reader has not been built. Run `npm run build:app` once.");
  const template = readFileSync(index, "utf8");
  const [first = "", sheet = ""] = [...template.matchAll(/<link rel="stylesheet"[^>]* href="\.\/([^"]+)"/gu)].map(([, file = ""]) => file);
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, ".vite/manifest.json"), "utf8"));
  const sheetOf = (name: string): string => {
    const found = Object.entries(manifest).find(([module]) => module.endsWith(name))?.[1].file;
    if (found === undefined) throw new Error(`The built reader has no sheet ${name}.`);
    return found;
  };
  const fileOf = (name: string) => {
    const file = sheetOf(name);
    return { file, text: readFileSync(join(folder, file), "utf8") };
  };
  const rare = fileOf("/rare/rare.css");
  const marked = new Map(MARKED.map((name) => [name, fileOf(`/${name}/${name}.css`)]));
  const mostRead = fileOf("/mostRead/mostRead.css");
  const apart = [first, sheet, rare.file, mostRead.file, ...Array.from(marked.values(), ({ file }) => file)];
  const fontFile = (cut: string) => entryOf(manifest, `src/reader/styles/fonts/${cut}.woff2`).file;
  return {
    folder,
    template,
    styles: {
      first: readFileSync(join(folder, first), "utf8"),
      rest: readFileSync(join(folder, sheet), "utf8"),
      rare,
      marked,
      typefaces: fileOf("/styles/typefaces.css"),
      later: ["/updates/versions.css", "/members/members.css"].map((name) => fileOf(name).text).join(""),
      mostRead: mostRead.text,
    },
    sheets: [first, sheet],
    named: [...template.matchAll(/ (?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/gu)]
      .flatMap(([, file]) => file ?? [])
      .filter((file) => file !== first),
    lateStyles: Object.values(manifest).flatMap(({ file }) => (file.endsWith(".css") && !apart.includes(file) ? [file] : [])),
    plainFont: fontFile("sans-core"),
    fonts: ["display-core", "text-core"].map(fontFile),
    fontFile,
    own: [],
    without: [],
    filesOf: (chunks) => [...new Set(chunks.flatMap((chunk) => filesFor(manifest, chunk)))],
  };
}

/** The parts with a style sheet of their own, which is named after the class that marks them. */
const MARKED = ["quiz", "collection"];

/** Vite's description of its output, by module or by file name: the name of each chunk, and what its file imports. */
type Manifest = Record<string, { file: string; name?: string; imports?: string[]; isEntry?: boolean }>;

function filesFor(manifest: Manifest, chunk: string, seen = new Set<string>()): string[] {
  const { file, imports = [], isEntry } = entryOf(manifest, chunk);
  if (isEntry || seen.has(file)) return [];
  seen.add(file);
  return [...imports.flatMap((other) => filesFor(manifest, other, seen)), file];
}

function entryOf(manifest: Manifest, chunk: string): Manifest[string] {
  const entry = manifest[chunk] ?? Object.values(manifest).find(({ name }) => name === chunk);
  if (!entry) throw new Error(`The built reader has no ${chunk}.`);
  return entry;
}
