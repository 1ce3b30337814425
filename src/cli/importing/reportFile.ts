import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Imported } from "#compiler/importing/importArchive.ts";
import type { ImportedStory, ImportItem } from "#compiler/importing/importReport.ts";
import { CACHE, prepareCache } from "#compiler/state/prepareCache.ts";
import { reportedLosses } from "./reportedLosses.ts";
import { reportHtml } from "./reportHtml.ts";
import { storySamples } from "./storySamples.ts";

/** The report of an import as a page, which is collected while the import runs. */
export type ReportFile = {
  item: (item: ImportItem) => void;
  story: (story: ImportedStory) => void;
  /** Writes the page. @param summary what was found, in sentences. @returns its path */
  write: (imported: Imported, summary: string[]) => string;
};

/**
 * The page is in the folder that keeps itself out of Git and that no build reads, since it quotes the archive. A dry run writes nothing there: its page is in a temporary folder.
 * @param input the archive, as it was given
 */
export function reportFile(input: string, content: string, dry: boolean): ReportFile {
  const losses = reportedLosses();
  const samples = storySamples();
  const archive = basename(input);
  return {
    item: losses.item,
    story: samples.story,
    write: (imported, summary) => {
      for (const problem of imported.problems) losses.problem(problem);
      const withdrawn = new Set(imported.withdrawn);
      losses.hide(withdrawn);
      const folder = dry ? mkdtempSync(join(tmpdir(), "broadsheet-report-")) : join(content, CACHE);
      const path = join(folder, `report-${archive.replace(/[^\w.-]+/gu, "-")}.html`);
      if (!dry) prepareCache(folder);
      writeFileSync(path, reportHtml({ archive, dry, summary, losses: losses.all, samples: samples.chosen(withdrawn) }));
      return path;
    },
  };
}
