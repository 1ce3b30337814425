import { join } from "node:path";
import type { DiskTables } from "../state/DiskTables.ts";
import type { ContentWriter } from "./contentWriter.ts";
import { articleAt, WITHDRAWN } from "./editorsRelease.ts";
import type { ImportReport } from "./importReport.ts";

/** Items that their archive does not publish any more, and that may have come in before. */
export type Withdrawn = {
  /** @param reason why it is not public, as a full sentence */
  note: (id: string, item: { file: string; place?: string | undefined }, reason: string) => void;
  /** An article that this import put into a file which says that it is withdrawn. */
  stillMarked: (id: string, file: string) => void;
  /**
   * Keeps back the articles of these items by `withdrawn: true`, and those no longer that are public again.
   * @param fileOf the file of an article that is there
   */
  keepBack: (fileOf: (id: string) => string | undefined) => void;
};

type Around = { content: string; tables: DiskTables; writer: ContentWriter; report: ImportReport };

/** Of one archive. An agency takes a story back by another version of it, which may come before or after the first. */
export function withdrawnItems({ content, tables, writer, report }: Around): Withdrawn {
  const items = tables.table("withdrawn");
  const ids: string[] = [];
  const marked: [id: string, file: string][] = [];

  const write = (file: string, article: Record<string, unknown>): boolean => {
    const changed = writer.write(file, `${JSON.stringify(article, null, 1)}\n`);
    if (changed) report.written += 1;
    return changed;
  };

  const keepBack = (id: string, file: string): void => {
    const article = articleAt(join(content, file));
    const noted = items.get(id);
    if (!article || noted === undefined || WITHDRAWN in article) return;
    const { body, ...fields } = article;
    write(file, { ...fields, [WITHDRAWN]: true, body });
    const { reason, ...item }: { file: string; place?: string; reason: string } = JSON.parse(noted);
    report.report({
      severity: "warning",
      ...item,
      message: `Its archive does not publish it any more. ${reason} Its article, ${file}, is kept back now.`,
      remedy: `Delete the file; or set “${WITHDRAWN}” to false in it, if the story is to stay public.`,
    });
  };

  return {
    note: (id, { file, place }, reason) => {
      if (!items.has(id)) ids.push(id);
      items.set(id, JSON.stringify({ file, place, reason }));
    },
    stillMarked: (id, file) => marked.push([id, file]),
    keepBack: (fileOf) => {
      for (const id of ids) for (const file of versionsOf(id, fileOf)) keepBack(id, file);
      for (const [id, file] of marked) {
        const article = articleAt(join(content, file));
        if (!article || items.has(id) || items.has(id.replace(/-\d+$/u, ""))) continue;
        const { [WITHDRAWN]: _, ...open } = article;
        write(file, open);
      }
    },
  };
}

/** Versions of an item that are articles of their own are numbered, from 2 on. */
function versionsOf(id: string, fileOf: (id: string) => string | undefined): string[] {
  const files: string[] = [];
  for (let version = 1; ; version += 1) {
    const file = fileOf(version === 1 ? id : `${id}-${version}`);
    if (file === undefined && version > 1) return files;
    if (file !== undefined) files.push(file);
  }
}
