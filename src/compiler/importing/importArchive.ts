import { basename, join, relative, resolve, sep } from "node:path";
import type { Problem } from "../draft/problem.ts";
import type { ArchiveContext } from "../formats/archiveFormat.ts";
import { DiskTables } from "../state/DiskTables.ts";
import { ContentWriter } from "./contentWriter.ts";
import { copyPictures } from "./copyPictures.ts";
import { downloadPictures, type DownloadOptions } from "./downloadPictures.ts";
import type { Network } from "./fetchPublic.ts";
import { writeFormerAddresses } from "./formerAddresses.ts";
import { findInputs, type Inputs, notionTables } from "./findInputs.ts";
import { type ImportedFiles, importedFiles, recordedFiles } from "./importedFiles.ts";
import { isAddress, localInput } from "./localInput.ts";
import { linkIndex } from "./linkIndex.ts";
import { importedPictures, type PictureCopy, type WantedPicture } from "./importedPictures.ts";
import { type ImportCounts, type ImportedStory, type ImportItem, ImportReport } from "./importReport.ts";
import { type DateOptions, otherDates } from "./otherDates.ts";
import { importSettings } from "./importSettings.ts";
import { type PublicMapping, PublicValues } from "./publicValues.ts";
import { publisher } from "./publisher.ts";
import { isUnreadText, otherFiles } from "../reading/otherFiles.ts";
import { type Recognised, whatWasRead } from "./whatWasRead.ts";
import { tooFew } from "../reading/losses.ts";
import { readArchives, type Reading, readTree } from "./readInputs.ts";
import { withdrawnItems } from "./withdrawn.ts";

export type ImportOptions = {
  /** The archive: an existing file or folder, or an address on the public web. */
  input: string;
  /** The network from which an address is fetched, by default the public web. */
  network?: Network;
  /** The content folder; it need not exist. */
  content: string;
  /** An archive that was imported before, of which this one is a newer export. */
  replaces?: string | undefined;
  /** Whether other archives have been imported into it by the time at which this one may write. */
  hasOthers?: () => boolean;
  /** The name of a format, as `formats` gives it. */
  from?: string | undefined;
  /** Folders with the original pictures, besides that of the archive. */
  uploads?: string[];
  /** Whether this is a dry run, which writes nothing. */
  dry?: boolean;
  /** Whether to resume an interrupted import. */
  resume?: boolean;
  /** Files in the content folder that editors have changed or deleted, and that are imported all the same; or "all". */
  discard?: readonly string[];
  /** How pictures on other sites are downloaded; without it, they are not. */
  download?: Omit<DownloadOptions, "folder"> | undefined;
  archive?: Partial<ArchiveContext["options"]>;
  /** Values of its fields that the publisher has declared to be public. */
  publicValues?: PublicMapping | undefined;
  /** How stories without a date get one. */
  dates?: DateOptions;
  /**
   * Does the work that writes to the content folder, which begins when the archive is recognised, while no other import does the same.
   * @param work is given what throws if another import has taken over
   */
  alone?: ((work: (check: () => void) => Promise<Imported>) => Promise<Imported>) | undefined;
  onItem?: (item: ImportItem) => void;
  /** Called for each story that readers may see as it was read. */
  onStory?: (story: ImportedStory) => void;
  /** Called after all items for each picture that is not available, in the order of their paths. */
  onWanted?: (picture: WantedPicture) => void;
};

/** The result of an import. Without `counts`, nothing was imported, and the problems say why. */
export type Imported = Recognised & {
  problems: Problem[];
  /** The files of articles that the archive has withdrawn. */
  withdrawn?: string[];
  /** The files of unknown formats. */
  others: string[];
  counts?: ImportCounts;
  errors: number;
  warnings: number;
};

/**
 * Imports an archive of any known format into a content folder: a JSON file for
 * each article, the pictures that are available, and the edition's settings if there
 * are none. Run again, it writes the same bytes. Bad input comes back as problems
 * and skipped items; only bugs and disk errors throw.
 */
export async function importArchive(options: ImportOptions): Promise<Imported> {
  const local = await localInput(options.input, options.network);
  if ("reason" in local) return nothing([{ severity: "error", file: basename(options.input), message: local.reason }]);
  try {
    const archive = { name: basename(options.input), place: placeFrom(options.content, options.input) };
    return await importLocal({ ...options, input: local.path }, archive, local.modified);
  } finally {
    local.close();
  }
}

/** Where an archive is, seen from the content folder: both may be moved together. */
const placeFrom = (content: string, input: string): string =>
  isAddress(input) ? input : relative(resolve(content), resolve(input)).split(sep).join("/");

/** The archive as it was given: its name, and where it is, the same in each run. */
type Given = { name: string; place: string };

/** @param modified when the packed file that it came in was last modified */
async function importLocal(options: ImportOptions, archive: Given, modified?: Date): Promise<Imported> {
  const found = await findInputs(options.input, options.from);
  if (found.inputs.length === 0) return nothing(unreadTexts(found), found.others);
  const { alone = (work) => work(() => {}) } = options;
  return alone((check) => importFound(found, { ...options, check }, archive, modified));
}

async function importFound(found: Inputs, options: Run["options"], archive: Given, modified?: Date): Promise<Imported> {
  const { name } = archive;
  const { content, dry = false, resume = false } = options;
  const publication = await importSettings(content);
  if ("problems" in publication) return nothing(publication.problems);
  const recorded = recordedFiles(content);
  if (!Array.isArray(recorded)) return nothing([recorded]);
  const dates = await otherDates(found.root, options.dates ?? {}, modified);
  if ("reason" in dates) return nothing([{ severity: "error", file: name, message: dates.reason }]);
  const writer = ContentWriter.open(content, { dry, resume, input: name });
  if (!writer) return nothing([{ severity: "error", file: name, message: NOTHING_TO_RESUME }]);

  const failed = options.download && !dry ? await fetchWanted(options, archive, options.download) : new Map<string, string>();
  const report = new ImportReport(options.onItem ?? (() => {}), options.onStory);
  const tables = new DiskTables();
  try {
    const pictures = importedPictures({ content, folders: [found.root, ...(options.uploads ?? [])], failed, tables });
    const replaced = options.replaces === undefined ? undefined : placeFrom(content, options.replaces);
    const links = linkIndex(publication.settings, tables);
    const files = importedFiles(content, recorded, { archive: archive.place, replaced }, tables);
    const withdrawn = withdrawnItems({ content, tables, writer, files, report });
    const { discard = [] } = options;
    const hasOthers = options.hasOthers?.() ?? false;
    const { settings } = publication;
    const publish = publisher({ content, settings, report, writer, tables, links, withdrawn, files, discard, hasOthers });
    const values = new PublicValues(options.publicValues);
    return await importAll({ values, found, publication, report, pictures, writer, publish, links, withdrawn, files, dates, options });
  } finally {
    tables.close();
  }
}

async function importAll(run: Run): Promise<Imported> {
  const { found, publication, report, pictures, writer, links, options } = run;
  await readArchives(run);
  const treeCopies = await readTree(run);
  const tables = notionTables(found.paths);
  if (tables > 0) report.tally("tables of Notion’s databases, whose rows are pages", tables);
  const ofArchive = report.take();
  run.publish.finish();
  report.restore(ofArchive);
  run.publish.keepBack();
  const read = new Set(found.inputs.map(({ file }) => file.path));
  report.losses.addTexts(found.paths.filter((path) => !read.has(path)));
  for (const problem of unreadTexts(found)) report.report(problem);
  const few = tooFew(report.published, report.losses) ?? (report.published === 0 && nothingIn(report.skipped));
  if (few) report.report(few);
  for (const problem of run.values.problems()) report.report(problem);
  for (const file of run.files.gone()) {
    report.gone += 1;
    report.report({ severity: "notice", file, message: GONE_STORY, remedy: "Delete the file if the story should not be public." });
  }
  if (report.published > 0) await writeFormerAddresses({ content: options.content, found, links, writer }, report.report);
  const { content, discard = [] } = options;
  const copied =
    copy(pictures.copies(), writer) + copyPictures(treeCopies, { content, files: run.files, writer, report: report.report, discard });
  report.addPending();

  const settings = publication.toWrite();
  if (settings !== undefined && report.published > 0 && writer.write("edition.json", settings)) report.written += 1;
  for (const picture of pictures.wanted()) options.onWanted?.(picture);
  writer.rememberAll("wanted.json", pictures.wanted());
  options.check();
  run.files.save(writer);
  writer.finish();
  return {
    problems: report.problems,
    ...whatWasRead(found),
    others: found.others,
    withdrawn: report.withdrawn,
    counts: countsOf(report, { shown: pictures.shown() + treeCopies.length, copied, missing: pictures.missing() }),
    errors: report.errors,
    warnings: report.warnings,
  };
}

/** What is said of the article of a story that an archive has no longer. */
export const GONE_STORY = "The archive no longer has this story, which was imported before; its file stays.";

const nothingIn = (skipped: number): Problem => ({
  severity: "error",
  file: ".",
  message:
    skipped === 0
      ? "There is no story in the archive."
      : skipped === 1
        ? "The only item in the archive was not imported."
        : `None of the ${skipped} items in the archive was imported.`,
  remedy:
    skipped === 0
      ? "Check whether it was truncated."
      : "The reasons are listed above; --types page,review imports items of types other than posts.",
});

function copy(copies: Iterable<PictureCopy>, writer: ContentWriter): number {
  let count = 0;
  for (const { from, to } of copies) if (writer.copy(`pictures/${to}`, from)) count += 1;
  return count;
}

const NOTHING_TO_RESUME =
  "No import of this archive into this folder was interrupted, so there is nothing to resume. Run it without --resume.";

/**
 * Downloads the pictures of the archive. They must exist before the articles are
 * written, so the archive is first read in a dry run for their addresses.
 * @returns why pictures could not be downloaded, by path
 */
async function fetchWanted(
  options: ImportOptions,
  archive: Given,
  download: Omit<DownloadOptions, "folder">,
): Promise<Map<string, string>> {
  const wanted: WantedPicture[] = [];
  const onWanted = (picture: WantedPicture) => void wanted.push(picture);
  await importLocal({ ...options, alone: undefined, dry: true, resume: false, onItem: () => {}, onStory: () => {}, onWanted }, archive);
  const results = await downloadPictures(wanted, { ...download, folder: join(options.content, "pictures") });
  return new Map(results.flatMap(({ to, outcome }): [string, string][] => (typeof outcome === "string" ? [] : [[to, outcome.reason]])));
}

type Run = Reading & { writer: ContentWriter; files: ImportedFiles; options: ImportOptions & { check: () => void } };

/** Texts that nothing here can read. */
const unreadTexts = ({ others }: Inputs): Problem[] => otherFiles(others.filter(isUnreadText), []);

const nothing = (problems: Problem[], others: string[] = []): Imported => ({
  problems,
  read: [],
  others,
  errors: problems.length,
  warnings: 0,
});

const countsOf = (
  { published, skipped, written, edits, gone, leftOut }: ImportReport,
  pictures: ImportCounts["pictures"],
): ImportCounts => ({
  in: published + skipped,
  published,
  skipped,
  written,
  pictures,
  ...(edits.kept + edits.deleted > 0 && { edits }),
  ...(gone > 0 && { gone }),
  leftOut,
});
