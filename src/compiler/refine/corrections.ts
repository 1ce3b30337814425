import type { Correction } from "#content/article.ts";
import type { Block } from "#content/blocks/block.ts";
import { milliseconds } from "#content/instant.ts";
import { instantOf } from "../text/instantOf.ts";
import type { Report } from "../draft/problem.ts";
import type { Settings } from "../settings/settings.ts";
import type { Identified } from "./ids.ts";

/**
 * The corrections of an article, the oldest first. One without a readable date
 * cannot be sorted; it becomes a block at the end of the text.
 */
export function corrections(draft: Identified, settings: Settings, report: Report): { corrections: Correction[]; blocks: Block[] } {
  const dated: Correction[] = [];
  const blocks: Block[] = [];
  for (const { date: written, children } of draft.corrections) {
    const date = written === undefined ? undefined : instantOf(written, settings.timeZone);
    if (date !== undefined) dated.push({ date, children });
    else {
      const why = written === undefined ? "has no date" : `has a date that cannot be read ("${written}")`;
      report({
        severity: "warning",
        file: draft.file,
        place: "corrections",
        message: `A correction ${why}; it is shown at the end of the text.`,
        remedy: "Give it a date such as 2024-03-12.",
      });
      blocks.push({ type: "correction", children });
    }
  }
  return { corrections: dated.toSorted((a, b) => milliseconds(a.date) - milliseconds(b.date)), blocks };
}
