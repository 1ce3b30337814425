import { join } from "node:path";
import type { DiskTables } from "../state/DiskTables.ts";
import type { ContentWriter } from "./contentWriter.ts";
import { articleAt, WITHDRAWN } from "./editorsRelease.ts";
import type { ImportReport } from "./importReport.ts";

/** Items that their archive does not publish any more, and that may have come in before. */
export type Withdrawn = {
  /** @param reason why it is not public, as a full sentence */
  note: (id: string, item: { file: string; place?: string | undefined }, reason: string) => void;
  /** Where this import put an article. */
  put: (id: string, file: string) => void;
  /**
   * Keeps back the articles of these items, by `withdrawn: true`. An import that finds one public again writes it without.
   * @param before files of articles that were there before this import
   */
  keepBack: (before: Iterable<string>) => void;
};

type Around = { content: string; tables: DiskTables; writer: ContentWriter; report: ImportReport };

/** Of one archive. An agency takes a story back by another version of it, which may come before or after the first. */
export function withdrawnItems({ content, tables, writer, report }: Around): Withdrawn {
  const items = tables.table("withdrawn");
  const files = tables.table("files");
  const ids: string[] = [];

  const keepBack = (file: string): void => {
    const article = articleAt(join(content, file));
    const noted = typeof article?.["id"] === "string" ? items.get(article["id"]) : undefined;
    if (noted === undefined || article?.[WITHDRAWN] === true) return;
    if (writer.write(file, `${JSON.stringify({ ...article, [WITHDRAWN]: true }, null, 1)}\n`)) report.written += 1;
    const { reason, ...item }: { file: string; place?: string; reason: string } = JSON.parse(noted);
    report.report({
      severity: "warning",
      ...item,
      message: `It came in before, as ${file}, and its archive does not publish it any more. ${reason} It is kept back now, by “withdrawn” in its file.`,
      remedy: "Remove the file; or remove “withdrawn” from it, if the story is to stay public.",
    });
  };

  return {
    note: (id, { file, place }, reason) => {
      if (!items.has(id)) ids.push(id);
      items.set(id, JSON.stringify({ file, place, reason }));
    },
    put: (id, file) => files.set(id, file),
    keepBack: (before) => {
      if (ids.length === 0) return;
      const put = ids.flatMap((id) => files.get(id) ?? []);
      for (const file of new Set([...[...before].filter((each) => /\.json$/iu.test(each)), ...put])) keepBack(file);
    },
  };
}
