import { statSync } from "node:fs";
import { basename, dirname, join, posix } from "node:path";
import { glob } from "tinyglobby";
import type { ArchiveFormat, ArchiveFile } from "../formats/archiveFormat.ts";
import { archives } from "../formats/archives.ts";
import type { Source } from "../reading/source.ts";
import { sources } from "../reading/sources.ts";
import { markupSource, markupSources } from "../reading/markup/markupSource.ts";
import { openArchiveFile } from "./openArchiveFile.ts";
import { type SiteBuilder, siteBuilder } from "./siteBuilder.ts";

/** A file to read and its reader: an archive format, or a source that can also be used in a content folder. */
export type Input = { file: ArchiveFile; archive: ArchiveFormat } | { file: ArchiveFile; source: Source };

/**
 * What there is to import. All paths are relative to `root`. `others` are the files of unknown formats; `paths` lists all files; `builder`
 * is the program whose site a folder of single articles is.
 */
export type Inputs = { root: string; inputs: Input[]; others: string[]; paths: string[]; builder?: SiteBuilder | undefined };

/** All formats: the name that --from takes, with a title to display. */
export function formats(): { name: string; title: string }[] {
  return [
    ...archives.map(({ name, title }) => ({ name, title })),
    ...[...sources, ...markupSources].map((source) => ({ name: nameOf(source), title: source.name })),
  ];
}

/**
 * Detects the format of a file, or of each file in a folder, by its content.
 * @param from the name of a format: a single file is read as that; in a folder, other files are ignored
 */
export async function findInputs(path: string, from?: string): Promise<Inputs> {
  const isFolder = statSync(path).isDirectory();
  const root = isFolder ? path : dirname(path);
  const paths = isFolder ? await filesIn(path) : [basename(path)];
  const all = new Set(paths);
  const inputs: Input[] = [];
  for (const each of paths) {
    const file = openArchiveFile(each, join(root, each));
    const input = isFolder || from === undefined ? await detect(file, all, from) : named(file, from);
    if (input) inputs.push(input);
  }
  const chosen = withoutFallbacks(inputs);
  const read = new Set(chosen.map(({ file }) => file.path));
  const owners = chosen.flatMap((input) => ("archive" in input && input.archive.owns ? [{ ...input, owns: input.archive.owns }] : []));
  const others = paths.filter(
    (each) =>
      !read.has(each) && !NOTION_TABLE.test(each) && !owners.some(({ file, owns }) => owns(posix.relative(posix.dirname(file.path), each))),
  );
  const builder = chosen.some((input) => "source" in input) ? siteBuilder(root, paths) : undefined;
  return { root, inputs: chosen, others, paths, builder };
}

/** A database of Notion: a row for each of its pages, drafts included, with the properties that are in the page too. */
const NOTION_TABLE = / [0-9a-f]{32}(?:_all)?\.csv$/u;

/** How many databases of Notion are among the files. Some have a second table, with the rows that a view hides. */
export const notionTables = (paths: readonly string[]): number =>
  new Set(paths.filter((path) => NOTION_TABLE.test(path)).map((path) => path.replace(/_all\.csv$/u, ".csv"))).size;

/** Files that are never part of an archive: they belong to tools, or describe the folder. */
const IGNORED = [
  "**/node_modules/**",
  "**/README.{md,markdown}",
  "**/LICENSE.{md,markdown}",
  "{edition,front}.{json,jsonc,yaml,yml}",
  "{import.json,redirects.csv}",
  "theme/theme.json",
];

async function filesIn(folder: string): Promise<string[]> {
  const found = await glob("**/*", { cwd: folder, ignore: IGNORED, followSymbolicLinks: false, caseSensitiveMatch: false });
  return found.toSorted();
}

async function detect(file: ArchiveFile, paths: ReadonlySet<string>, from: string | undefined): Promise<Input | undefined> {
  if (isTemplate(file)) return undefined;
  const archive = archives.find((each) => (from === undefined || each.name === from) && each.detects(file));
  if (archive && archive.fallback !== true) return { file, archive };
  const source = sources.find((each) => (from === undefined || nameOf(each) === from) && fits(file, each));
  if (source?.reads({ path: file.path, text: await file.text() })) return { file, source };
  const markup = archive || !isMarkup(file, paths) ? undefined : await markupSource(file.path);
  if (markup && (from === undefined || nameOf(markup) === from) && fits(file, markup)) return { file, source: markup };
  return archive && { file, archive };
}

/** Whether a file may be in a markup language: plain text is, if it has Nikola's header or its file of fields beside it. */
const isMarkup = ({ path, head }: ArchiveFile, paths: ReadonlySet<string>): boolean =>
  !/\.txt$/iu.test(path) || /^\uFEFF?\s*\.\.[ \t]+[\w-]+:(?!:)/u.test(head) || paths.has(path.replace(/\.txt$/iu, ".meta"));

/** Whether a file is a site builder's template of a feed, page or list, or is in one of its folders for templates. */
const isTemplate = ({ path, head }: ArchiveFile): boolean =>
  /\.(?:njk|liquid|hbs|ejs|erb|mustache|jinja2?|tmpl|webc|vto)$/iu.test(path) ||
  (/\.(?:xml|json|rss|atom)$/iu.test(path) && /^\uFEFF?---\s*\n/u.test(head)) ||
  /^(?!(?:src\/)?(?:content|posts|_posts)\/)(?:[^/]+\/)*(?:_?layouts|_includes|archetypes)\//u.test(path);

function named(file: ArchiveFile, from: string): Input | undefined {
  const archive = archives.find(({ name }) => name === from);
  const source = [...sources, ...markupSources].find((each) => nameOf(each) === from);
  return archive ? { file, archive } : source && { file, source };
}

/** The maximum size of a single article, which is read into memory as a whole. No real article is longer. */
const LARGEST = 20_000_000;

const fits = ({ path, size }: ArchiveFile, { extensions }: Source): boolean =>
  size <= LARGEST && !/(?:^|\/)_[^/]*$/u.test(path) && extensions.some((extension) => path.toLowerCase().endsWith(`.${extension}`));

/** A format that fits nearly any file, such as a saved page, is used only if there is nothing else: a site's templates are not stories. */
function withoutFallbacks(inputs: Input[]): Input[] {
  const certain = inputs.filter((input) => !("archive" in input && input.archive.fallback === true));
  return certain.length > 0 ? certain : inputs;
}

const nameOf = (source: Source): string => (source.name === "Article JSON" ? "article" : source.name.toLowerCase());
