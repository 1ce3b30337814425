import { join } from "node:path";
import type { Draft } from "../draft/draft.ts";
import type { Problem } from "../draft/problem.ts";
import type { Settings } from "../settings/settings.ts";
import type { DiskTables } from "../state/DiskTables.ts";
import { articleJson, type CompletedDraft } from "./articleJson.ts";
import { contentNames } from "./contentNames.ts";
import type { ContentWriter } from "./contentWriter.ts";
import { withEditorsRelease } from "./editorsRelease.ts";
import type { ImportReport } from "./importReport.ts";
import type { LinkIndex } from "./linkIndex.ts";
import { withResolvedLinks, hasUnresolvedLinks } from "./withResolvedLinks.ts";
import { completeDraft } from "./completeDraft.ts";
import type { Withdrawn } from "./withdrawn.ts";

export type Publisher = {
  /** @param ownFile whether the draft has a file of its own, as in a folder of articles */
  publish: (draft: Draft, ownFile: boolean) => void;
  /** Writes the articles that waited because their links lead to articles not read yet. */
  finish: () => void;
  /** Keeps back articles of earlier imports that are no longer public, once everything else is done. */
  keepBack: () => void;
};

type Publishing = {
  content: string;
  settings: Settings;
  report: ImportReport;
  writer: ContentWriter;
  tables: DiskTables;
  links: LinkIndex;
  withdrawn: Withdrawn;
  hasOthers: boolean;
};

/** A waiting article, with the problems found while it was read. */
type Waiting = { article: CompletedDraft; path: string; changes: Problem[] };

/** Writes drafts as files and reports the result: each draft is published or skipped. */
export function publisher({ content, settings, report, writer, tables, links, withdrawn, hasOthers }: Publishing): Publisher {
  const { nameFor, fileOf } = contentNames(content, tables, hasOthers);
  const known = tables.table("known");
  const waiting = tables.table("waiting");
  let count = 0;
  const put = (article: CompletedDraft, path: string) => {
    const made = articleJson(withResolvedLinks(article, links, report.report));
    const { json, isWithdrawn, kept, lifted } = withEditorsRelease(made, join(content, path), settings.timeZone);
    if (writer.write(path, json)) report.written += 1;
    const { id, file, headline, datePublished, authors } = article;
    if (kept)
      report.report({
        severity: "warning",
        file,
        ...placeOf(article),
        message: `It was imported before, as ${path}, and an editor has since kept it back there. ${kept.reason} It stays kept back.`,
        remedy: `Remove ${kept.fields} from the file if the story should be public.`,
      });
    if (lifted !== undefined)
      report.report({
        severity: "warning",
        file,
        ...placeOf(article),
        message: `It was imported before, as ${path}, and was kept back there. ${lifted} Its archive no longer says so, and it is now public.`,
        remedy: "Mark it as a draft in its file if it should stay kept back.",
      });
    if (isWithdrawn) withdrawn.stillMarked(id, path);
    report.publish({ file, ...placeOf(article), headline, datePublished, authors: authors.map(({ name }) => name), article: path });
  };
  return {
    publish: (draft, ownFile) => {
      const result = completeDraft(draft, { settings, report: report.report, nameFor, known, ownFile });
      if ("reason" in result) {
        const { file, headline } = draft;
        report.skip({ file, ...placeOf(draft), ...(headline !== undefined && { headline }), reason: result.reason }, result.lost);
        // For an item of an archive, the reason may only be that it has no text.
        if (ownFile && draft.held !== undefined) withdrawn.note(draft.id ?? file, draft, result.reason);
        return;
      }
      const { article, file: path } = result;
      links.add(article);
      if (result.copyOf !== undefined) withdrawn.copy(result.copyOf, path);
      if (!hasUnresolvedLinks(article, links)) return put(article, path);
      const entry: Waiting = { article, path, changes: report.take() };
      waiting.set(String((count += 1)).padStart(12, "0"), JSON.stringify(entry));
    },
    finish: () => {
      for (const [, json] of waiting.entries()) {
        const { article, path, changes }: Waiting = JSON.parse(json);
        report.restore(changes);
        put(article, path);
      }
    },
    keepBack: () => withdrawn.keepBack(fileOf),
  };
}

const placeOf = ({ place }: Draft): { place?: string } => (place === undefined ? {} : { place });
