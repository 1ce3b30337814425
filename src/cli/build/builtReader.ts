import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Brand } from "#content/brand.ts";
import type { Sheets } from "#prerender/critical/criticalStyles.ts";
import { CliError } from "../CliError.ts";
import { packageFolder } from "#compiler/installation.ts";

/** The reader as `npm run build:app` made it. Files are named below `folder`. */
export type BuiltReader = {
  folder: string;
  /** Its index.html. */
  template: string;
  /** The text of its style sheets: that which each page brings along, and all else. */
  styles: Sheets;
  /** Their files, in this order. */
  sheets: [first: string, rest: string];
  /** What a page itself names: the script that begins, and the style sheet. */
  named: string[];
  /** The style sheets that come with late parts. */
  lateStyles: string[];
  /** The faces that every page begins with: headlines and text. */
  fonts: string[];
  /** The face of what is operated. */
  plainFont: string;
  /** The scripts that some chunks, by their names, and modules need to run, without that which every page names itself. */
  filesOf: (chunks: string[]) => string[];
  /** The file of a cut of one of its typefaces. */
  fontFile: (cut: string) => string;
  /** Files that a paper has of its own, and those of the reader that it leaves out. */
  own: Brand["files"];
  without: string[];
};

export function builtReader(): BuiltReader {
  const folder = join(packageFolder(), "build", "app");
  const index = join(folder, "index.html");
  if (!existsSync(index)) throw new CliError("The reader has not been built. Run `npm run build:app` once.");
  const template = readFileSync(index, "utf8");
  const [first = "", sheet = ""] = [...template.matchAll(/<link rel="stylesheet"[^>]* href="\.\/([^"]+)"/gu)].map(([, file]) => file ?? "");
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, ".vite/manifest.json"), "utf8"));
  // Vite names a sheet that is asked for by its address with its whole path.
  const sheetOf = (name: string): string => {
    const found = Object.entries(manifest).find(([module]) => module.endsWith(name))?.[1].file;
    if (found === undefined) throw new Error(`The built reader has no sheet ${name}.`);
    return found;
  };
  const [rare, versions] = [sheetOf("/rare/rare.css"), sheetOf("/updates/versions.css")];
  const fontFile = (cut: string) => entryOf(manifest, `src/reader/styles/fonts/${cut}.woff2`).file;
  return {
    folder,
    template,
    styles: {
      first: readFileSync(join(folder, first), "utf8"),
      rest: readFileSync(join(folder, sheet), "utf8"),
      rare: { file: rare, text: readFileSync(join(folder, rare), "utf8") },
      record: readFileSync(join(folder, versions), "utf8"),
    },
    sheets: [first, sheet],
    named: [...template.matchAll(/ (?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/gu)]
      .flatMap(([, file]) => file ?? [])
      .filter((file) => file !== first),
    lateStyles: Object.values(manifest).flatMap(({ file }) =>
      file.endsWith(".css") && ![first, sheet, rare].includes(file) ? [file] : [],
    ),
    plainFont: fontFile("sans-core"),
    fonts: ["display-core", "text-core"].map(fontFile),
    fontFile,
    own: [],
    without: [],
    filesOf: (chunks) => [...new Set(chunks.flatMap((chunk) => filesFor(manifest, chunk)))],
  };
}

/** What Vite says of its output, by module or by the file's own name: the name of each chunk, and what its file imports. */
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
