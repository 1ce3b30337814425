import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Draft } from "../draft/draft.ts";
import { pictures as picturesIn } from "../draft/pictures.ts";
import type { Settings } from "../settings.ts";
import { decodeFile, unreadable } from "../sources/decode.ts";
import { lose } from "../sources/lose.ts";
import type { InheritedFields } from "../sources/inherited/inheritedFields.ts";
import type { SourceContext } from "../sources/source.ts";
import type { Input } from "./findInputs.ts";
import type { ImportedPictures } from "./importedPictures.ts";
import type { ImportReport } from "./importReport.ts";

/** Files of the formats that a content folder may hold itself, such as a tree of Markdown, one by one. */
export type SourceReading = {
  read: (input: Extract<Input, { source: unknown }>) => Promise<Draft[]>;
  copies: () => { from: string; to: string }[];
};

type Around = {
  report: ImportReport;
  pictures: ImportedPictures;
  inherited: InheritedFields;
  isDated: NonNullable<SourceContext["isDated"]>;
};

/** Pictures are found as a build finds them, beside the file and in the folders of site builders; those on other sites as an archive's. */
export function sourceReading(root: string, settings: Settings, { report, pictures: imported, inherited, isDated }: Around): SourceReading {
  const local = picturesIn(root, settings);
  const find = (reference: string, file: string) =>
    /^(?:https?:)?\/\//iu.test(reference) ? imported.find(reference) : local.find(reference, file);
  const pictures = { find, files: local.files };
  return {
    read: async ({ file: { path }, source }) => {
      const bytes = readFileSync(join(root, path));
      const skip = (reason: string) => report.skip({ file: path, reason }, true);
      const fault = unreadable(bytes, path);
      if (fault) {
        lose({ report: report.report, skip }, fault);
        return [];
      }
      const text = decodeFile(bytes, path, report.report);
      const { once } = report;
      return source.read({ path, text }, { settings, pictures, report: report.report, once, inherited: inherited.of, isDated, skip });
    },
    copies: () => local.files().map(({ from, url }) => ({ from, to: url.replace(/^\/pictures\//u, "") })),
  };
}
