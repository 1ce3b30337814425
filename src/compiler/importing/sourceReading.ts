import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Draft } from "../draft/draft.ts";
import { pictures as picturesIn } from "../draft/pictures.ts";
import type { Settings } from "../settings/settings.ts";
import { decodeFile, unreadable } from "../sources/decode.ts";
import { meaningOf } from "../draft/release/fields.ts";
import { isRecord } from "../sources/article/record.ts";
import { dataIn } from "../sources/inherited/dataIn.ts";
import { reportSkipped } from "../sources/reportSkipped.ts";
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
  /** Of all files of the folder. */
  paths: string[];
  report: ImportReport;
  pictures: ImportedPictures;
  inherited: InheritedFields;
  isDated: NonNullable<SourceContext["isDated"]>;
};

/** Pictures are found as a build finds them, beside the file and in the folders of site builders; those on other sites as an archive's. */
export function sourceReading(root: string, settings: Settings, around: Around): SourceReading {
  const { paths, report, pictures: imported, inherited, isDated } = around;
  const local = picturesIn(root, settings);
  const find = (reference: string, file: string) =>
    /^(?:https?:)?\/\//iu.test(reference) ? imported.find(reference) : local.find(reference, file);
  const pictures = { find, files: local.files };
  const hasPosts = paths.some((path) => POSTS.test(path));
  const isPage = (path: string) => hasPosts && !POSTS.test(path);
  const fieldsBeside = besideIn(root, new Set(paths));
  return {
    read: async ({ file: { path }, source }) => {
      const bytes = readFileSync(join(root, path));
      const skip: SourceContext["skip"] = (reason, cause = "other") =>
        report.skip({ file: path, reason }, cause === "meant" ? undefined : cause);
      const fault = unreadable(bytes, path);
      if (fault) {
        reportSkipped({ report: report.report, skip }, fault);
        return [];
      }
      const text = decodeFile(bytes, path, report.report);
      const context = { settings, pictures, report: report.report, once: report.once, inherited: inherited.of };
      return source.read({ path, text }, { ...context, namesUntitled: true, isDated, isPage, fieldsBeside, skip });
    },
    copies: () => local.files().map(({ from, url }) => ({ from, to: url.replace(/^\/pictures\//u, "") })),
  };
}

/** Of Jekyll, Hexo and Eleventy. */
const POSTS = /(?:^|\/)_posts\//u;

/** Some keep the fields of a story in a file of data by its name: index.yml beside index.md. */
function besideIn(root: string, paths: ReadonlySet<string>): NonNullable<SourceContext["fieldsBeside"]> {
  return async (file) => {
    const stem = file.replace(/\.\w+$/u, "");
    const path = ["11tydata.json", "json", "yml", "yaml", "toml"].map((ending) => `${stem}.${ending}`).find((each) => paths.has(each));
    const data = path === undefined ? undefined : await dataIn(root, path);
    // A story in JSON of its own is none of another.
    if (data === undefined || !("value" in data) || !isRecord(data.value) || "body" in data.value) return undefined;
    // What JSON says of release is inherited, as Eleventy has it.
    const isOwn = (name: string) => !path?.endsWith(".json") || meaningOf(name) === undefined || /^date(?:published)?$/iu.test(name);
    return Object.fromEntries(Object.entries(data.value).filter(([name]) => isOwn(name)));
  };
}
