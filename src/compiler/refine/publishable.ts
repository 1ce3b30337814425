import type { Draft } from "../draft/draft.ts";
import { type Report, SKIPPED_SUFFIX } from "../draft/problem.ts";
import { forMembers } from "../draft/release/release.ts";
import type { Skipped } from "../reading/readDrafts.ts";

/** A draft with a headline. */
export type Headed = Draft & { headline: string };

/**
 * Whether a draft is kept back only since it is for members, so that it can be published as a closed story. A live blog and
 * its posts cannot, nor can a page.
 */
export const isClosable = ({ held, tier, liveBlog, postOf, page }: Draft): boolean =>
  tier !== undefined && held === forMembers(tier) && !liveBlog && postOf === undefined && !page;

/**
 * Separates drafts that may be published from those that are held back or have no headline.
 * Here and in the next steps drafts are changed in place: their bodies may be on disk, and a copy would read them.
 * @param preview whether drafts that are held back come through
 */
export function publishable(drafts: Draft[], report: Report, preview: boolean): { kept: Headed[]; back: Draft[]; skipped: Skipped[] } {
  const kept: Headed[] = [];
  const back: Draft[] = [];
  const skipped: Skipped[] = [];
  for (const draft of drafts) {
    const { file, headline, held } = draft;
    if (held !== undefined && !preview && !isClosable(draft)) {
      skipped.push({ file, reason: held });
      back.push(draft);
    } else if (headline === undefined) {
      report({
        severity: "warning",
        file,
        message: `It has no headline${SKIPPED_SUFFIX}`,
        remedy: "Give it one, such as headline: The ferry is back, or mark it as a draft (draft: true).",
      });
      skipped.push({ file, reason: "It has no headline.", lost: "no headline" });
    } else kept.push(Object.assign(draft, { headline }));
  }
  return { kept, back, skipped };
}
