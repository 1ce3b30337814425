import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import type { Draft } from "../draft/draft.ts";
import { pictures as picturesIn } from "../draft/pictures.ts";
import type { Settings } from "../settings/settings.ts";
import { decodeFile, unreadable } from "../reading/storyFile.ts";
import { meaningOf } from "../draft/release/releaseFields.ts";
import { isRecord } from "../text/jsonRecord.ts";
import { dataIn } from "../reading/inherited/dataIn.ts";
import { reportSkipped } from "../reading/reportSkipped.ts";
import type { InheritedFields } from "../reading/inherited/inheritedFields.ts";
import type { SourceContext } from "../reading/source.ts";
import type { Input } from "./findInputs.ts";
import type { ImportedPictures } from "./importedPictures.ts";
import type { ImportReport } from "./importReport.ts";
import type { PublicValues } from "./publicValues.ts";

/** Reads single files in formats that can also be used in a content folder, such as a folder of Markdown. */
export type SourceReading = {
  read: (input: Extract<Input, { source: unknown }>) => Promise<Draft[]>;
  copies: () => { from: string; to: string }[];
};

type Around = {
  /** The paths of all files in the folder. */
  paths: string[];
  report: ImportReport;
  pictures: ImportedPictures;
  inherited: InheritedFields;
  values: PublicValues;
  /** Parts of texts that are cut out, besides those of the settings. */
  cut: readonly string[];
  isDated: NonNullable<SourceContext["isDated"]>;
};

/** Pictures are looked for as in a build, beside the file and in the folders of site builders; others, and those on other sites, as in an archive. */
export function sourceReading(root: string, settings: Settings, around: Around): SourceReading {
  const { paths, report, pictures: imported, inherited, isDated, values, cut } = around;
  const local = picturesIn(root, settings);
  const find = (reference: string, file: string) => {
    if (/^(?:https?:)?\/\//iu.test(reference)) return imported.find(reference);
    const found = local.find(reference, file);
    if ("picture" in found || /^[a-z][a-z0-9+.-]*:/iu.test(reference)) return found;
    const elsewhere = imported.find(reference.startsWith("/") ? reference : posix.join(posix.dirname(file), reference));
    return "picture" in elsewhere ? elsewhere : found;
  };
  const pictures = { find, files: local.files };
  const hasPosts = paths.some((path) => POSTS.test(path));
  const isPage = (path: string) => hasPosts && !POSTS.test(path);
  const fieldsBeside = besideIn(root, new Set(paths));
  const isVault = existsSync(join(root, ".obsidian"));
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
      // What the site says about itself is added to the settings while it is read.
      const withCut = { ...settings, cut: [...settings.cut, ...cut] };
      const context = { settings: withCut, pictures, report: report.report, seen: report.see, once: report.once, inherited: inherited.of };
      const ofImport = {
        namesUntitled: true,
        ...(isVault && { namesAreHeadlines: true as const }),
        isDated,
        isPage,
        fieldsBeside,
      } as const;
      return source.read({ path, text }, { ...context, ...ofImport, values: values.of(path), skip });
    },
    copies: () => local.files().map(({ from, url }) => ({ from, to: url.replace(/^\/pictures\//u, "") })),
  };
}

/** The folder of posts in Jekyll, Hexo and Eleventy. */
const POSTS = /(?:^|\/)_posts\//u;

/** Reads the fields of a story from a data file of the same name: index.yml beside index.md, and Nikola's post.meta. */
function besideIn(root: string, paths: ReadonlySet<string>): NonNullable<SourceContext["fieldsBeside"]> {
  return async (file) => {
    if (/\.textbundle\/text\.\w+$/iu.test(file)) return ofTextBundle(await dataIn(root, posix.join(posix.dirname(file), "info.json")));
    const stem = file.replace(/\.\w+$/u, "");
    const meta = `${stem}.meta`;
    if (paths.has(meta)) {
      const { headerFields } = await import("../reading/markdown/foreignHeader.ts");
      const read = headerFields(decodeFile(readFileSync(join(root, meta)), meta, () => {}));
      // What is wrong with it is reported where it is inherited.
      return "error" in read ? undefined : read.fields;
    }
    const path = ["11tydata.json", "json", "yml", "yaml", "toml"].map((ending) => `${stem}.${ending}`).find((each) => paths.has(each));
    const data = path === undefined ? undefined : await dataIn(root, path);
    // A JSON file that is a story itself is not the data of another.
    if (data === undefined || !("value" in data) || !isRecord(data.value) || "body" in data.value) return undefined;
    // The release fields of JSON are inherited, as in Eleventy.
    const isOwn = (name: string) => !path?.endsWith(".json") || meaningOf(name) === undefined || /^date(?:published)?$/iu.test(name);
    return Object.fromEntries(Object.entries(data.value).filter(([name]) => isOwn(name)));
  };
}

const NOTED = new Map([
  ["creationDate", "created"],
  ["modificationDate", "updated"],
]);

/** What programs such as Bear note about a text, each under a name of its own (textbundle.org/spec). */
function ofTextBundle(data: Awaited<ReturnType<typeof dataIn>> | undefined): Readonly<Record<string, unknown>> | undefined {
  if (data === undefined || !("value" in data) || !isRecord(data.value)) return undefined;
  return Object.fromEntries(
    Object.values(data.value)
      .filter(isRecord)
      .flatMap((noted) => Object.entries(noted))
      .flatMap(([name, value]): [string, unknown][] => {
        const own = NOTED.get(name) ?? (meaningOf(name) === undefined ? undefined : name);
        return own === undefined ? [] : [[own, value]];
      }),
  );
}
