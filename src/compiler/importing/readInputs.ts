import type { ArchiveContext, ArchiveFormat } from "../formats/archiveFormat.ts";
import { siteNameSuffix } from "../formats/fields/siteNameSuffix.ts";
import { inheritedFields } from "../reading/inherited/inheritedFields.ts";
import { XmlError } from "../xml/XmlError.ts";
import { archiveContext } from "./archiveContext.ts";
import type { Input, Inputs } from "./findInputs.ts";
import type { ImportedPictures } from "./importedPictures.ts";
import type { ImportReport } from "./importReport.ts";
import type { ImportSettings } from "./importSettings.ts";
import type { LinkIndex } from "./linkIndex.ts";
import { type OtherDates, withDate } from "./otherDates.ts";
import type { Publisher } from "./publisher.ts";
import { PublicTexts } from "./PublicTexts.ts";
import type { PublicValues } from "./publicValues.ts";
import { addressBy } from "./siteBuilder.ts";
import { sourceReading } from "./sourceReading.ts";
import type { Withdrawn } from "./withdrawn.ts";

/** What reading the files of an import needs. */
export type Reading = {
  found: Inputs;
  publication: ImportSettings;
  report: ImportReport;
  pictures: ImportedPictures;
  publish: Publisher;
  links: LinkIndex;
  withdrawn: Withdrawn;
  values: PublicValues;
  dates: OtherDates;
  options: { archive?: Partial<ArchiveContext["options"]> };
};

/** Archives are read one item at a time, since they may be larger than memory. */
export async function readArchives({
  found,
  publication,
  report,
  pictures,
  publish,
  links,
  withdrawn,
  values,
  dates,
  options: { archive },
}: Reading): Promise<void> {
  const cut = [...publication.settings.cut, ...(archive?.cut ?? [])];
  const texts = new PublicTexts(cut);
  const context = archiveContext(
    { publication, report, pictures, links, withdrawn, texts },
    { types: [], comments: false, ...archive, cut },
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
export async function readTree({
  found,
  publication,
  report,
  pictures,
  publish,
  values,
  dates,
  options: { archive },
}: Reading): Promise<{ from: string; to: string }[]> {
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
    cut: archive?.cut ?? [],
    isDated,
  });
  for (const input of inputs.filter(({ file }) => !inherited.site.isProfile(file.path)))
    for (const draft of await tree.read(input)) {
      const whole = inherited.site.complete({ ...draft, oldUrls: [...draft.oldUrls, ...addressBy(found.builder, draft)] });
      publish.publish(withDate(whole, dates, publication.settings.timeZone, report.report), true);
    }
  return tree.copies();
}
