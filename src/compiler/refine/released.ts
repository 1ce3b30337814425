import type { Draft } from "../draft/draft.ts";
import type { Report } from "../draft/problem.ts";
import { type BuildTime, expiryOf, type KeptBack, keptBack } from "../draft/release/keptBack.ts";
import type { Settings } from "../settings/settings.ts";
import type { Skipped } from "../reading/readDrafts.ts";
import { type Dated, dates } from "./dates.ts";
import { isClosable, publishable } from "./publishable.ts";

/** A story that is published or expires at a time, in milliseconds. */
export type Planned = { file: string; at: number };

/** The stories that are published and that expire after a build, the next first. */
export type Schedule = { due: Planned[]; ends: Planned[] };

/** `open` are the drafts that readers may see, `back` those that are kept back. */
export type Released = { open: Dated[]; back: Draft[]; skipped: Skipped[]; schedule: Schedule };

/**
 * Separates the drafts that readers may see from those that they may not see
 * yet, any more, or at all. Later steps make articles of the former only, so that
 * nothing of the others gets into the site: no name, no link, no picture. Of the open ones, those with a tier are for members: their
 * articles are closed before they are linked.
 * @param time `preview` lets drafts that are kept back through, with a mark
 */
export function released(
  drafts: Draft[],
  settings: Settings,
  report: Report,
  time: BuildTime & { preview?: boolean } = { now: Date.now() },
): Released {
  const { kept: headed, back, skipped } = publishable(drafts, report, time.preview === true);
  const { dated, undated } = dates(headed, settings, report);
  const result: Released = { open: [], back, skipped: [...skipped, ...undated], schedule: { due: [], ends: [] } };
  for (const draft of dated) {
    const isClosed = isClosable(draft);
    if (!isClosed) draft.tier = undefined;
    const { file, held, moments = [] } = draft;
    const kept = keptBack({ ...(held !== undefined && !isClosed && { held }), moments }, time);
    const end = expiryOf({ moments });
    if (kept?.due !== undefined) result.schedule.due.push({ file, at: kept.due });
    if (kept && !time.preview) {
      result.skipped.push({ file, reason: kept.reason });
      result.back.push(draft);
    } else result.open.push(kept ? Object.assign(draft, { mark: markOf(kept) }) : draft);
    if (!kept && end !== undefined) result.schedule.ends.push({ file, at: end });
  }
  for (const list of [result.schedule.due, result.schedule.ends]) list.sort((a, b) => a.at - b.at);
  return result;
}

/**
 * Separates the pages that readers may see from those that are kept back; `preview` lets the latter through, with a mark. The items of
 * collections have a date, and are separated as stories are.
 */
export function releasedPages(
  drafts: Draft[],
  settings: Settings,
  report: Report,
  time: BuildTime & { preview?: boolean },
): Omit<Released, "schedule" | "open"> & { open: Draft[]; due: Planned[] } {
  const items = released(
    drafts.filter(({ page }) => page?.item),
    settings,
    report,
    time,
  );
  const result: ReturnType<typeof releasedPages> = { ...items, due: items.schedule.due };
  for (const draft of drafts) {
    if (draft.page?.item) continue;
    const { file, held, moments = [] } = draft;
    const kept = keptBack({ ...(held !== undefined && { held }), moments }, time);
    if (kept?.due !== undefined) result.due.push({ file, at: kept.due });
    if (kept && !time.preview) {
      result.skipped.push({ file, reason: kept.reason });
      result.back.push(draft);
    } else result.open.push(kept ? Object.assign(draft, { mark: markOf(kept) }) : draft);
  }
  return result;
}

function markOf({ reason, due }: KeptBack): string {
  if (due !== undefined) return "Scheduled";
  return /\bdrafts?\b/iu.test(reason) ? "Draft" : "Not public";
}
