import type { BodyContext } from "../body/bodyContext.ts";
import type { ArchiveContext, ArchivePlace } from "../formats/archiveFormat.ts";
import type { PublicTexts } from "./PublicTexts.ts";
import type { ImportedPictures } from "./importedPictures.ts";
import type { ImportReport } from "./importReport.ts";
import type { LinkIndex } from "./linkIndex.ts";
import type { ImportSettings } from "./importSettings.ts";
import type { Withdrawn } from "./withdrawn.ts";

type Known = {
  publication: ImportSettings;
  report: ImportReport;
  pictures: ImportedPictures;
  links: LinkIndex;
  withdrawn: Withdrawn;
  texts: PublicTexts;
};

/** Everything that a format needs to read an archive, besides its file. */
export function archiveContext(
  { publication, report, pictures, links, withdrawn, texts }: Known,
  options: ArchiveContext["options"],
): ArchiveContext {
  return {
    settings: publication.settings,
    report: report.report,
    once: report.once,
    tally: report.tally,
    skip: (where, reason, withheld) => {
      report.skip({ ...where, reason, ...(withheld && { withheld: true }) });
      if (withheld?.id) withdrawn.note(withheld.id, where, reason);
    },
    body: (where, base) => ({
      ...bodyContext(where, base, report, pictures),
      language: publication.settings.language,
      publicText: (html) => texts.of(html, where),
    }),
    publicText: (html, where) => texts.of(html, where),
    picture: pictures.find,
    publication: publication.add,
    alias: links.alias,
    options,
  };
}

function bodyContext(
  { file, place }: ArchivePlace,
  base: string | undefined,
  report: ImportReport,
  pictures: ImportedPictures,
): BodyContext {
  return {
    file,
    report: report.report,
    seen: report.see,
    place: (line) => `${place}, line ${line} of its text`,
    picture: (reference) => pictures.find(reference, base),
    link: (href) => {
      if (href.startsWith("#")) return href;
      if (URL.canParse(href, base)) return new URL(href, base).href;
      return href.startsWith("/") ? href : `/${href}`;
    },
  };
}
