import { PublicTexts } from "./PublicTexts.ts";
import { basename, join } from "node:path";
import type { Problem } from "../draft/problem.ts";
import type { ArchiveFormat, ArchiveContext } from "../formats/archiveFormat.ts";
import { XmlError } from "../xml/XmlError.ts";
import { archiveContext } from "./archiveContext.ts";
import { DiskTables } from "../state/DiskTables.ts";
import { ContentWriter } from "./contentWriter.ts";
import { downloadPictures, type DownloadOptions } from "./downloadPictures.ts";
import type { Network } from "./fetchPublic.ts";
import { writeFormerAddresses } from "./formerAddresses.ts";
import { findInputs, type Input, type Inputs } from "./findInputs.ts";
import { localInput } from "./localInput.ts";
import { type LinkIndex, linkIndex } from "./linkIndex.ts";
import { importedPictures, type ImportedPictures, type PictureCopy, type WantedPicture } from "./importedPictures.ts";
import { type ImportCounts, type ImportItem, ImportReport } from "./importReport.ts";
import { inheritedFields } from "../reading/inherited/inheritedFields.ts";
import { type DateOptions, otherDates, type OtherDates, withDate } from "./otherDates.ts";
import { importSettings, type ImportSettings } from "./importSettings.ts";
import { type PublicMapping, PublicValues } from "./publicValues.ts";
import { type Publisher, publisher } from "./publisher.ts";
import { siteNameSuffix } from "../formats/fields/siteNameSuffix.ts";
import { isUnreadText, otherFiles } from "../reading/otherFiles.ts";
import { tooFew } from "../reading/losses.ts";
import { sourceReading } from "./sourceReading.ts";
import { type Withdrawn, withdrawnItems } from "./withdrawn.ts";

export type ImportOptions = {
  /** The archive: an existing file or folder, or an address on the public web. */
  input: string;
  /** The network from which an address is fetched, by default the public web. */
  network?: Network;
  /** The content folder; it need not exist. */
  content: string;
  /** Whether other archives have been imported into it. */
  hasOthers?: boolean;
  /** The name of a format, as `formats` gives it. */
  from?: string | undefined;
  /** Folders with the original pictures, besides that of the archive. */
  uploads?: string[];
  /** Whether this is a dry run, which writes nothing. */
  dry?: boolean;
  /** Whether to resume an interrupted import. */
  resume?: boolean;
  /** How pictures on other sites are downloaded; without it, they are not. */
  download?: Omit<DownloadOptions, "folder"> | undefined;
  archive?: Partial<ArchiveContext["options"]>;
  /** Values of its fields that the publisher has declared to be public. */
  publicValues?: PublicMapping | undefined;
  /** How stories without a date get one. */
  dates?: DateOptions;
  onItem?: (item: ImportItem) => void;
  /** Called after all items for each picture that is not available, in the order of their paths. */
  onWanted?: (picture: WantedPicture) => void;
};

/** The result of an import. Without `counts`, nothing was imported, and the problems say why. */
export type Imported = {
  problems: Problem[];
  /** The titles of the formats that were read. */
  formats: string[];
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
    return await importLocal({ ...options, input: local.path }, basename(options.input), local.modified);
  } finally {
    local.close();
  }
}

/**
 * @param name the name of the archive as given, the same in each run
 * @param modified when the packed file that it came in was last modified
 */
async function importLocal(options: ImportOptions, name: string, modified?: Date): Promise<Imported> {
  const { input, content, dry = false, resume = false } = options;
  const publication = await importSettings(content);
  if ("problems" in publication) return nothing(publication.problems);
  const found = await findInputs(input, options.from);
  if (found.inputs.length === 0) return nothing(unreadTexts(found), found.others);
  const dates = await otherDates(found.root, options.dates ?? {}, modified);
  if ("reason" in dates) return nothing([{ severity: "error", file: name, message: dates.reason }]);
  const writer = ContentWriter.open(content, { dry, resume, input: name });
  if (!writer) return nothing([{ severity: "error", file: name, message: NOTHING_TO_RESUME }]);

  const failed = options.download && !dry ? await fetchWanted(options, name, options.download) : new Map<string, string>();
  const report = new ImportReport(options.onItem ?? (() => {}));
  const tables = new DiskTables();
  try {
    const pictures = importedPictures({ content, folders: [found.root, ...(options.uploads ?? [])], failed, tables });
    const links = linkIndex(publication.settings, tables);
    const withdrawn = withdrawnItems({ content, tables, writer, report });
    const { hasOthers = false } = options;
    const publish = publisher({ content, settings: publication.settings, report, writer, tables, links, withdrawn, hasOthers });
    const values = new PublicValues(options.publicValues);
    return await importAll({ values, found, publication, report, pictures, writer, publish, links, withdrawn, dates, options });
  } finally {
    tables.close();
  }
}

async function importAll(run: Run): Promise<Imported> {
  const { found, publication, report, pictures, writer, links, options } = run;
  await readArchives(run);
  const treeCopies = await readTree(run);
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
  if (report.published > 0) await writeFormerAddresses({ content: options.content, found, links, writer }, report.report);
  report.addPending();

  const copied = copy(pictures.copies(), writer) + copy(treeCopies, writer);
  const settings = publication.toWrite();
  if (settings !== undefined && report.published > 0 && writer.write("edition.json", settings)) report.written += 1;
  for (const picture of pictures.wanted()) options.onWanted?.(picture);
  writer.rememberAll("wanted.json", pictures.wanted());
  writer.finish();
  return {
    problems: report.problems,
    formats: [...new Set(found.inputs.map((each) => ("archive" in each ? each.archive.title : each.source.name)))],
    others: found.others,
    counts: countsOf(report, { shown: pictures.shown() + treeCopies.length, copied, missing: pictures.missing() }),
    errors: report.errors,
    warnings: report.warnings,
  };
}

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
async function fetchWanted(options: ImportOptions, name: string, download: Omit<DownloadOptions, "folder">): Promise<Map<string, string>> {
  const wanted: WantedPicture[] = [];
  const onWanted = (picture: WantedPicture) => void wanted.push(picture);
  await importLocal({ ...options, dry: true, resume: false, onItem: () => {}, onWanted }, name);
  const results = await downloadPictures(wanted, { ...download, folder: join(options.content, "pictures") });
  return new Map(results.flatMap(({ to, outcome }): [string, string][] => (typeof outcome === "string" ? [] : [[to, outcome.reason]])));
}

type Run = {
  found: Inputs;
  publication: ImportSettings;
  report: ImportReport;
  pictures: ImportedPictures;
  writer: ContentWriter;
  publish: Publisher;
  links: LinkIndex;
  withdrawn: Withdrawn;
  values: PublicValues;
  dates: OtherDates;
  options: ImportOptions;
};

/** Texts that nothing here can read. */
const unreadTexts = ({ others }: Inputs): Problem[] => otherFiles(others.filter(isUnreadText), []);

const nothing = (problems: Problem[], others: string[] = []): Imported => ({
  problems,
  formats: [],
  others,
  errors: problems.length,
  warnings: 0,
});

const countsOf = ({ published, skipped, written, leftOut }: ImportReport, pictures: ImportCounts["pictures"]): ImportCounts => ({
  in: published + skipped,
  published,
  skipped,
  written,
  pictures,
  leftOut,
});

/** Archives are read one item at a time, since they may be larger than memory. */
async function readArchives({
  found,
  publication,
  report,
  pictures,
  publish,
  links,
  withdrawn,
  values,
  dates,
  options,
}: Run): Promise<void> {
  const cut = [...publication.settings.cut, ...(options.archive?.cut ?? [])];
  const texts = new PublicTexts(cut);
  const context = archiveContext(
    { publication, report, pictures, links, withdrawn, texts },
    { types: [], comments: false, ...options.archive, cut },
  );
  const suffixes = new Map<ArchiveFormat, string | undefined>();
  for (const input of found.inputs) {
    if (!("archive" in input)) continue;
    try {
      const ofFormat = { ...context, values: values.of(input.file.path), siteNameSuffix: suffixOf(input.archive, suffixes, found.inputs) };
      for await (const draft of input.archive.read(input.file, ofFormat))
        publish.publish(withDate(texts.complete(draft, report.report), dates, publication.settings.timeZone, report.report), false);
    } catch (error) {
      if (!(error instanceof XmlError)) throw error;
      reportBroken(error, report);
    }
  }
}

function suffixOf(archive: ArchiveFormat, known: Map<ArchiveFormat, string | undefined>, inputs: Input[]): string | undefined {
  if (archive.titleOf && !known.has(archive)) {
    const heads = inputs.filter((input) => "archive" in input && input.archive === archive).map(({ file }) => file.head);
    known.set(archive, siteNameSuffix(heads.flatMap((head) => archive.titleOf?.(head) ?? [])));
  }
  return known.get(archive);
}

/** Reports a broken XML file. The item being read is lost and counts as skipped. */
function reportBroken(error: XmlError, report: ImportReport): void {
  const { file, place, message, unfinished } = error;
  report.report({ severity: "error", file, place, message: `${message} Nothing after this place was read.` });
  if (unfinished && /^(?:item|entry|newsItem|nitf)$/u.test(unfinished.tag.local))
    report.skip({ file, place: `line ${unfinished.line}`, reason: "The file becomes unreadable in the middle of this item." });
}

/** Reads a folder of single articles, which link to each other by file name. */
async function readTree({
  found,
  publication,
  report,
  pictures,
  publish,
  values,
  dates,
  options,
}: Run): Promise<{ from: string; to: string }[]> {
  const inputs = found.inputs.filter((input): input is Extract<Input, { source: unknown }> => "source" in input);
  if (inputs.length === 0) return [];
  const inherited = await inheritedFields(found.root, found.paths, publication.settings.language, report.report);
  publication.add(inherited.site.publication);
  const isDated = (file: string) => dates(file) !== undefined;
  const tree = sourceReading(found.root, publication.settings, {
    paths: found.paths,
    report,
    pictures,
    inherited,
    values,
    cut: options.archive?.cut ?? [],
    isDated,
  });
  for (const input of inputs.filter(({ file }) => !inherited.site.isProfile(file.path)))
    for (const draft of await tree.read(input))
      publish.publish(withDate(inherited.site.complete(draft), dates, publication.settings.timeZone, report.report), true);
  return tree.copies();
}
