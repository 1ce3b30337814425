import { join } from "node:path";
import type { Draft } from "../draft/draft.ts";
import type { Problem } from "../draft/problem.ts";
import type { Settings } from "../settings/settings.ts";
import type { DiskTables } from "../state/DiskTables.ts";
import { articleJson, type CompletedDraft } from "./articleJson.ts";
import { contentNames, isSameStory } from "./contentNames.ts";
import type { ContentWriter } from "./contentWriter.ts";
import { articleAt } from "./editorsRelease.ts";
import { type EditedArticles, editedArticles, type Merged } from "./editedArticles.ts";
import type { ImportedFiles } from "./importedFiles.ts";
import { isAddress } from "./localInput.ts";
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
  /** What earlier imports have written. */
  files: ImportedFiles;
  /** The files whose edits are discarded, or "all". */
  discard: readonly string[];
  hasOthers: boolean;
};

/** An article with its path in the content folder; `isKeptBack` if a build keeps it or a part of it back. */
type Completed = { article: CompletedDraft; path: string; isKeptBack: boolean };

/** A waiting article, with the problems found while it was read and what was read. */
type Waiting = Completed & { changes: Problem[]; source: string };

/** Writes drafts as files and reports the result: each draft is published or skipped. */
export function publisher(publishing: Publishing): Publisher {
  const { content, settings, report, writer, tables, links, withdrawn, files, discard, hasOthers } = publishing;
  const { nameFor, fileOf } = contentNames(content, tables, files, hasOthers);
  const edited = editedArticles({ content, files, writer, timeZone: () => settings.timeZone, discard });
  const known = tables.table("known");
  const waiting = tables.table("waiting");
  let count = 0;
  const put = (completed: Completed) => putArticle(completed, edited, publishing);
  return {
    publish: (draft, ownFile) => {
      const result = completeDraft(draft, { settings, report: report.report, nameFor, known, ownFile });
      if ("reason" in result) {
        const { file, headline } = draft;
        const held = draft.held !== undefined && { withheld: true as const };
        report.skip({ file, ...placeOf(draft), ...(headline !== undefined && { headline }), reason: result.reason, ...held }, result.lost);
        const id = draft.id ?? (ownFile ? file : undefined);
        if (draft.held !== undefined && id !== undefined) withdrawn.note(id, draft, result.reason);
        return;
      }
      const { article, file: path, isKeptBack } = result;
      if (edited.isDeleted(article.id, path)) {
        report.edits.deleted += 1;
        report.skip({ file: article.file, ...placeOf(article), headline: article.headline, reason: DELETED });
        return;
      }
      const others = files.elsewhere(article.id).filter(({ file }) => {
        const other = articleAt(join(content, file));
        return other === undefined || isSameStory(other, article);
      });
      for (const other of others) report.once(`elsewhere ${other.archive}`, sameIds(article, shown(content, other.archive)));
      const decided = others.find((other) => edited.isDecided(other, article.id, path));
      if (decided) {
        const reason = inDoubt(decided.file, shown(content, decided.archive), path);
        report.skip({ file: article.file, ...placeOf(article), headline: article.headline, reason });
        return;
      }
      links.add(article);
      if (result.copyOf !== undefined) withdrawn.copy(result.copyOf, path);
      if (!hasUnresolvedLinks(article, links)) return put({ article, path, isKeptBack });
      const entry: Waiting = { article, path, isKeptBack, changes: report.take(), source: report.takeSource() };
      waiting.set(String((count += 1)).padStart(12, "0"), JSON.stringify(entry));
    },
    finish: () => {
      for (const [, json] of waiting.entries()) {
        const { changes, source, ...completed }: Waiting = JSON.parse(json);
        report.restore(changes, source);
        put(completed);
      }
    },
    keepBack: () => withdrawn.keepBack(fileOf),
  };
}

function putArticle(
  { article, path, isKeptBack }: Completed,
  edited: EditedArticles,
  { content, report, writer, links, withdrawn }: Publishing,
): void {
  const { id, file, headline, datePublished, authors } = article;
  const merged = edited.merge(articleJson(withResolvedLinks(article, links, report.report)), id, path);
  if (writer.write(path, merged.json)) report.written += 1;
  const from = merged.from === undefined ? undefined : shown(content, merged.from);
  for (const problem of keptProblems({ ...merged, from }, path)) report.report({ file, ...placeOf(article), ...problem });
  if (merged.isEdited && from === undefined) {
    report.edits.kept += 1;
    if (merged.beside !== undefined) report.edits.changed += 1;
  }
  if (merged.isWithdrawn) withdrawn.stillMarked(id, path);
  const isHidden = isKeptBack || merged.kept !== undefined || merged.isWithdrawn;
  const names = authors.map(({ name }) => name);
  const item = { file, ...placeOf(article), headline, datePublished, authors: names, article: path };
  // What an editor has changed is not what was read here.
  report.publish({ ...item, ...(isHidden && { keptBack: true }) }, merged.isEdited ? undefined : article.body);
}

const DELETED = "An editor has deleted its file since it was imported; --discard-edits brings it back.";

/** An archive as whoever runs the import may name it. */
const shown = (content: string, place: string): string => (isAddress(place) ? place : join(content, place));

/** What is said once of an archive that has ids of another. */
const sameIds = (article: CompletedDraft, other: string): Problem => ({
  severity: "warning",
  file: article.file,
  ...placeOf(article),
  message: `An item of ${other} had the same id, “${article.id}” (reported once for all items).`,
  remedy: `If this archive is a newer export of it, import it with --replaces ${other}, so that what was changed, deleted and withdrawn stays so.`,
});

const inDoubt = (file: string, other: string, path: string): string =>
  `It may be the story in “${file}”, which came from an item of ${other} with the same id, and which was changed, kept back or deleted here. If this archive is a newer export of it, import it with --replaces ${other}; if not, --discard-edits “${path}” brings the story in.`;

const EDITED = "An editor has changed";

/** Whether a message is about an article that an editor has changed. */
export const isEditedArticle = (message: string): boolean => message.startsWith(EDITED);

/** What an import says about an article that editors have changed or kept back since an earlier one. */
function keptProblems({ isEdited, from, beside, differences, kept, lifted }: Merged, path: string): Omit<Problem, "file">[] {
  const problems: Omit<Problem, "file">[] = [];
  if (from !== undefined && beside !== undefined)
    problems.push({
      severity: "warning",
      message: `“${path}” came from an item of ${from} with the same id and headline, and stays; this archive’s differs in ${differences}.`,
      remedy: `If this archive is a newer export of it, import it with --replaces ${from}. This archive’s is “${beside}”; --discard-edits ${path} takes it.`,
    });
  else if (from === undefined && beside !== undefined)
    problems.push({
      severity: "warning",
      message: `${EDITED} “${path}” since it was imported, and the archive has changed it too. The edited one stays; they differ in ${differences}.`,
      remedy: `The archive’s is “${beside}”: take from it what is missing and delete it, or take all of it with --discard-edits ${path}.`,
    });
  else if (from === undefined && isEdited)
    problems.push({
      severity: "notice",
      message: `${EDITED} “${path}” since it was imported, and the archive has not: the edited one stays.`,
    });
  if (kept)
    problems.push({
      severity: "warning",
      message: `It was imported before, as ${path}, and an editor has since kept it back there. ${kept.reason} It stays kept back.`,
      remedy: `Remove ${kept.fields} from the file if the story should be public.`,
    });
  if (lifted !== undefined)
    problems.push({
      severity: "warning",
      message: `It was imported before, as ${path}, and was kept back there. ${lifted} Its archive no longer says so, and it is now public.`,
      remedy: "Mark it as a draft in its file if it should stay kept back.",
    });
  return problems;
}

const placeOf = ({ place }: Draft): { place?: string } => (place === undefined ? {} : { place });
