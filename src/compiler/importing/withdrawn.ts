import { join } from "node:path";
import type { DiskTables } from "../state/DiskTables.ts";
import type { ContentWriter } from "./contentWriter.ts";
import { articleAt, WITHDRAWN, withFields } from "./editorsRelease.ts";
import type { ImportedFiles } from "./importedFiles.ts";
import type { ImportReport } from "./importReport.ts";

/** Tracks items that their archive no longer publishes, and that may have been imported before. */
export type Withdrawn = {
  /** @param reason why it is not public, as a full sentence */
  note: (id: string, item: { file: string; place?: string | undefined }, reason: string) => void;
  /** Records an article of this import whose item has the same id as another. */
  copy: (id: string, file: string) => void;
  /** Records an article whose file, which this import has written, is still marked as withdrawn. */
  stillMarked: (id: string, file: string) => void;
  /**
   * Keeps back the articles of these items with `withdrawn: true`, and removes the mark from those that are public again.
   * @param fileOf the file of an existing article; if it may come from another archive, it is only reported
   */
  keepBack: (fileOf: (id: string) => { file: string; isSure: boolean } | undefined) => void;
};

type Around = { content: string; tables: DiskTables; writer: ContentWriter; files: ImportedFiles; report: ImportReport };

/** For one archive. An agency withdraws a story with another version of it, which may come before or after the first. */
export function withdrawnItems({ content, tables, writer, files, report }: Around): Withdrawn {
  const items = tables.table("withdrawn");
  const idOfCopy = tables.table("numbered");
  const copies = new Map<string, string[]>();
  const ids: string[] = [];
  const marked: [id: string, file: string][] = [];

  const write = (file: string, json: string): void => {
    if (writer.write(file, json)) report.written += 1;
  };

  const keepBack = (id: string, file: string, isSure: boolean): void => {
    const article = articleAt(join(content, file));
    const noted = items.get(id);
    // In a dry run, too, where there is no file.
    if (noted !== undefined) report.withdrawn.push(file);
    if (!article || noted === undefined || WITHDRAWN in article) return;
    if (isSure) write(file, withFields(article, [[WITHDRAWN, true]]));
    const { reason, ...item }: { file: string; place?: string; reason: string } = JSON.parse(noted);
    const [message, remedy] = isSure
      ? [
          `Its article, ${file}, is now kept back.`,
          `Delete the file; or set “${WITHDRAWN}” to false in it, if the story should stay public.`,
        ]
      : [
          `${file} has the same id, but may come from another archive: it was left as it is.`,
          `Set “${WITHDRAWN}” in it to true, or to false; or name that archive with --replaces, if this one is a newer export of it.`,
        ];
    report.report({ severity: "warning", ...item, message: `Its archive no longer publishes it. ${reason} ${message}`, remedy });
  };

  return {
    note: (id, { file, place }, reason) => {
      if (!items.has(id)) ids.push(id);
      files.note(id);
      items.set(id, JSON.stringify({ file, place, reason }));
    },
    copy: (id, file) => {
      idOfCopy.set(file, id);
      copies.set(id, [...(copies.get(id) ?? []), file]);
    },
    stillMarked: (id, file) => marked.push([id, file]),
    keepBack: (fileOf) => {
      for (const id of ids) {
        const { file, isSure = true } = fileOf(id) ?? {};
        if (file !== undefined) keepBack(id, file, isSure);
        for (const copy of copies.get(id) ?? []) keepBack(id, copy, true);
      }
      for (const [id, file] of marked) {
        const article = articleAt(join(content, file));
        if (!article || items.has(id) || items.has(idOfCopy.get(file) ?? id)) continue;
        const { [WITHDRAWN]: _, ...open } = article;
        write(file, withFields(open, []));
      }
    },
  };
}
