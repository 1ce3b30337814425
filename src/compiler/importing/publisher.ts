import type { Draft } from "../draft/draft.ts";
import type { Problem } from "../draft/problem.ts";
import type { Settings } from "../settings.ts";
import { articleJson, type Settled } from "./articleJson.ts";
import { contentNames } from "./contentNames.ts";
import type { DiskTables } from "../state/DiskTables.ts";
import type { ContentWriter } from "./contentWriter.ts";
import type { ImportReport } from "./importReport.ts";
import { innerLinks } from "./innerLinks.ts";
import { settle } from "./settle.ts";

export type Publisher = {
  /** One article of an archive. */
  now: (draft: Draft) => void;
  /** All articles of a tree, each with what its reading found: their files link to each other. */
  together: (read: { draft: Draft; changes: Problem[] }[]) => void;
};

type Publishing = { content: string; settings: Settings; report: ImportReport; writer: ContentWriter; tables: DiskTables };

/** Makes files of drafts and says so in the report: each draft is published or skipped. */
export function publisher({ content, settings, report, writer, tables }: Publishing): Publisher {
  const nameFor = contentNames(content, tables);
  const known = tables.table("known");
  const settled = (draft: Draft, ownFile: boolean) => {
    const result = settle(draft, { settings, report: report.report, nameFor, known, ownFile });
    if ("article" in result) return result;
    const { file, headline } = draft;
    report.skip({ file, ...placeOf(draft), ...(headline !== undefined && { headline }), reason: result.reason });
    return undefined;
  };
  const put = (article: Settled, path: string) => {
    if (writer.write(path, articleJson(article))) report.written += 1;
    report.publish({ file: article.file, ...placeOf(article), headline: article.headline, article: path });
  };
  return {
    now: (draft) => {
      const result = settled(draft, false);
      if (result) put(result.article, result.file);
    },
    together: (read) => {
      const all = read.flatMap(({ draft, changes }) => {
        report.restore(changes);
        const result = settled(draft, true);
        return result ? [{ ...result, changes: report.take() }] : [];
      });
      const linked = innerLinks(
        all.map(({ article }) => article),
        settings,
        report.report,
      );
      for (const { article, file, changes } of all) {
        report.restore(changes);
        put(linked(article), file);
      }
    },
  };
}

const placeOf = ({ place }: Draft): { place?: string } => (place === undefined ? {} : { place });
