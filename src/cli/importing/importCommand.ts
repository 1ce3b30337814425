import { existsSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import { formats } from "#compiler/importing/findInputs.ts";
import { isAddress } from "#compiler/importing/localInput.ts";
import { importArchive as runImport, type ImportOptions, type Imported } from "#compiler/importing/importArchive.ts";
import type { ImportItem } from "#compiler/importing/importReport.ts";
import { CACHE, prepareCache } from "#compiler/state/prepareCache.ts";
import { CliError } from "../CliError.ts";
import { archivesIn } from "./archivesIn.ts";
import { countKind, itemKinds, recognisedAs, whatWasFound } from "./importSummary.ts";
import { groupedItems } from "./importGroups.ts";
import { jsonItems } from "./importJson.ts";
import { placeOf, type RecordedImport, recordedImports, recordImport, writtenByHand } from "./importRecord.ts";
import { reportFile } from "./reportFile.ts";
import { inColour } from "../terminal/inColour.ts";
import { refuseOverlap } from "../options.ts";
import { type CheckLease, type Leased, withLease } from "../stage/siteLease.ts";
import { printable, printableJson, sayOnScreen } from "../terminal/printable.ts";
import { createProgress } from "../terminal/progress.ts";

/** The options of `broadsheet import`, as the command line parses them. */
export type ImportArguments = {
  to: string;
  from?: string;
  dryRun?: true;
  json?: true;
  resume?: true;
  replaces?: string;
  discardEdits?: string[];
  strict?: true;
  uploads?: string[];
  types?: string[];
  comments?: true;
  firstTag?: "section" | "topic";
  downloadImages?: true;
  dateFrom?: "git";
  undated?: "skip" | "keep";
};

/**
 * Imports an archive into a content folder and prints the outcome, as text or as
 * JSON.
 * @returns the exit code: 1 on an error, and under `strict` on a warning
 */
export async function importCommand(input: string, options: ImportArguments): Promise<number> {
  refuseNonsense(input, options);
  const output = options.json ? jsonItems() : groupedItems(options.dryRun ?? false);
  const page = reportFile(input, options.to, options.dryRun ?? false);
  const kinds = itemKinds();
  let check: CheckLease = () => {};
  const onItem = (item: ImportItem) => {
    check();
    countKind(kinds, item);
    output.item(item);
    page.item(item);
  };
  const { progress, stop } = await createProgress();
  const end = (imported: Imported): void => {
    stop();
    if (!imported.counts && imported.problems.length === 0) throw new CliError(unknownFormat(input, imported));
    const found = whatWasFound(imported, kinds);
    output.end(imported, { found, report: imported.counts && page.write(imported, found) });
    // Also where nothing was published since its values are unknown: they are mapped there.
    if (!imported.counts || imported.counts.in === 0 || options.dryRun) return;
    check();
    recordImport(options.to, choicesOf(input, options), options.replaces);
  };
  const alone: ImportOptions["alone"] = (work) =>
    withLease(options.to, { waits: true, say: sayOnScreen, leased: CONTENT }, async (lease) => {
      check = lease;
      const imported = await work(lease);
      if (imported.counts) end(imported);
      return imported;
    });
  const download = options.downloadImages && { onProgress: (done: number, total: number) => progress("Pictures", done, total) };
  const given = { ...optionsFor(input, options), download, onItem, onStory: page.story, onWanted: output.wanted };
  const imported = await runImport({ ...given, ...(!options.dryRun && { alone }) });
  // Nothing is written for what is not recognised, not even a lease.
  if (options.dryRun || !imported.counts) end(imported);
  return imported.errors > 0 || (options.strict && imported.warnings > 0) ? 1 : 0;
}

/** Two imports at once would each miss what the other records of what it has written. */
const CONTENT: Leased = {
  program: "import",
  place: "The folder",
  file: (content) => {
    prepareCache(join(content, CACHE));
    return join(content, CACHE, "import-lease");
  },
};

/**
 * Repeats the imports that import.json of the content folder lists, each archive with the options recorded for it. If there are none,
 * says what is in a folder that could be imported.
 * @returns the highest exit code
 */
export async function importAgain(options: ImportArguments, folder = "."): Promise<number> {
  const { to, dryRun, strict, discardEdits } = options;
  const recorded = recordedImports(to);
  if (recorded.length === 0) return importFound(options, folder);
  const others = (
    ["from", "uploads", "types", "comments", "firstTag", "downloadImages", "dateFrom", "undated", "json", "resume", "replaces"] as const
  ).filter((name) => options[name] !== undefined);
  if (others.length > 0) throw new CliError(`Name the archive for ${others.map(flagOf).join(" and ")}.`);
  let code = 0;
  for (const { archive, public: _, cut: __, ...choices } of recorded) {
    console.error(inColour("bold", archive));
    const given = { to, ...(dryRun && { dryRun }), ...(strict && { strict }), ...(discardEdits && { discardEdits }) };
    code = Math.max(code, await importCommand(archive, { ...given, ...choices }));
  }
  return code;
}

/** Says what an archive in the folder is and what an import of it would do; if there are several, which. Writes nothing. */
async function importFound(options: ImportArguments, folder: string): Promise<number> {
  const found = await archivesIn(folder, options.to);
  const [first, ...others] = found;
  if (!first)
    throw new CliError(
      `Name the archive: ${options.to} has no import.json to repeat an import from, and no archive is in this folder. ${known()}`,
    );
  if (others.length === 0) {
    const code = await importCommand(first.archive, { ...options, dryRun: true });
    console.error(`Nothing was imported. To import it: npx broadsheet import ${printable(shellWord(first.archive))}`);
    return code;
  }
  if (options.json) console.log(printableJson(JSON.stringify({ found })));
  for (const { archive, ...recognised } of found) console.error(printable(`${archive}: ${recognisedAs(recognised)}`));
  throw new CliError(`There are ${found.length} archives in this folder. Name one: npx broadsheet import ${shellWord(first.archive)}`);
}

const shellWord = (text: string): string => (/^[\w./-]+$/u.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

/** An option as it is typed: "--first-tag". */
const flagOf = (name: string): string => `--${name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;

function choicesOf(archive: string, given: ImportArguments): RecordedImport {
  const { from, uploads, types, comments, firstTag, downloadImages, dateFrom, undated } = given;
  const all = { from, uploads, types, comments, firstTag, downloadImages, dateFrom, undated };
  return { archive, ...Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) };
}

function optionsFor(input: string, given: ImportArguments): ImportOptions {
  const { to, from, uploads = [], types = [] } = given;
  const recorded = recordedImports(to);
  const places = [input, given.replaces ?? input].map(placeOf);
  const same = recorded.filter(({ archive }) => places.includes(placeOf(archive)));
  if (given.replaces !== undefined && !same.some(({ archive }) => placeOf(archive) === places[1]))
    throw new CliError(`${given.replaces} was not imported into ${to}: ${join(to, "import.json")} lists what was.`);
  const { public: publicValues, cut = [] } = writtenByHand(same);
  const [dry, resume, comments] = [given.dryRun === true, given.resume === true, given.comments === true];
  return {
    input,
    content: to,
    replaces: given.replaces,
    hasOthers: () => recordedImports(to).some(({ archive }) => !places.includes(placeOf(archive))),
    from,
    dry,
    resume,
    discard: (given.discardEdits ?? []).map((file) => inContent(file, to)),
    publicValues,
    uploads,
    dates: { dateFrom: given.dateFrom, undated: given.undated },
    archive: { types, comments, cut, ...(given.firstTag && { firstTag: given.firstTag }) },
  };
}

/** A file as it is named in the content folder: it may be given as it is seen from the working folder. */
function inContent(file: string, content: string): string {
  const path = relative(content, file).split(sep).join("/");
  return path.startsWith("../") ? file : path;
}

function refuseNonsense(input: string, { to, from, uploads = [] }: ImportArguments): void {
  if (!isAddress(input) && !existsSync(input)) throw new CliError(`There is no file or folder ${input}.`);
  if (existsSync(to) && !isAddress(input))
    refuseOverlap(input, to, "The archive must not be in the content folder, nor contain it. Name another folder with --to.");
  for (const folder of uploads) if (!existsSync(folder)) throw new CliError(`There is no folder ${folder}, named by --uploads. Copy the pictures of the site there, or use --download-images in its place.`); // prettier-ignore
  if (from !== undefined && !formats().some(({ name }) => name === from)) throw new CliError(`There is no format ${from}. ${known()}`);
}

const unknownFormat = (input: string, { others }: Imported): string =>
  others.length > 1
    ? `None of the ${others.length} files in ${input} is of a format that can be imported. ${known()}`
    : `${basename(input)} is not in a format that can be imported. ${known()}`;

const known = (): string =>
  `Known formats: ${formats()
    .map(({ name, title }) => `${title} (${name})`)
    .join(", ")}. The names in brackets can be given with --from.`;
