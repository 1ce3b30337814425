import { milliseconds } from "#content/instant.ts";
import { DATE_REMEDY, instantOf } from "../text/instantOf.ts";
import { type Report, SKIPPED_SUFFIX } from "../draft/problem.ts";
import type { Moment } from "../draft/release/moment.ts";
import type { Settings } from "../settings/settings.ts";
import type { Skipped } from "../reading/readDrafts.ts";
import type { Headed } from "./publishable.ts";

/** A draft whose dates are instants. Its date of publication is one of the moments that decide when it comes out. */
export type Dated = Headed & { datePublished: string };

/**
 * Turns dates of any spelling into instants. An article without a readable date
 * is skipped.
 */
export function dates(drafts: Headed[], settings: Settings, report: Report): { dated: Dated[]; undated: Skipped[] } {
  const dated: Dated[] = [];
  const undated: Skipped[] = [];
  const order = slashOrder(
    drafts.map(({ datePublished }) => datePublished),
    settings.language,
  );
  for (const draft of drafts) {
    const { file, datePublished: written } = draft;
    const certain = written === undefined ? undefined : instantOf(written, settings.timeZone);
    const datePublished = certain ?? (written === undefined || !order ? undefined : guessed(written, order, file, settings, report));
    if (written !== undefined && datePublished !== undefined) {
      const moments: Moment[] = [...(draft.moments ?? []), { type: "release", field: "datePublished", written, at: datePublished }];
      dated.push(Object.assign(draft, { datePublished, moments, dateModified: modified(draft, datePublished, settings, report) }));
    } else undated.push(lost(file, written, report));
  }
  return { dated, undated };
}

function lost(file: string, written: string | undefined, report: Report): Skipped {
  const reason = written === undefined ? "It has no date." : `Its date "${written}" cannot be read, or can be read in two ways.`;
  const about = written === undefined ? {} : { about: written };
  const message = reason.replace(/\.$/u, SKIPPED_SUFFIX);
  report({
    severity: "warning",
    file,
    place: "datePublished",
    ...about,
    message,
    remedy: DATE_REMEDY,
  });
  return { file, reason, lost: written === undefined ? "no date" : "unclear date" };
}

/** Reads "03/04/2024" in the order that the edition is known to use. */
function guessed(written: string, order: SlashOrder, file: string, { timeZone }: Settings, report: Report): string | undefined {
  const iso = unslashed(written, order);
  const instant = iso === undefined ? undefined : instantOf(iso, timeZone);
  if (instant === undefined) return undefined;
  const message = `Its date "${written}" was read as ${instant.slice(0, 10)}, ${order.why}.`;
  report({ severity: "notice", file, place: "datePublished", message });
  return instant;
}

/** The date of modification. One equal to the date of publication, which many programs write, is dropped. */
function modified({ file, dateModified: written }: Headed, published: string, settings: Settings, report: Report): string | undefined {
  if (written === undefined) return undefined;
  const instant = instantOf(written, settings.timeZone);
  const place = "dateModified";
  if (instant === undefined) {
    report({
      severity: "warning",
      file,
      place,
      message: `The date of modification "${written}" cannot be read; it was left out.`,
      remedy: "Write it as 2024-03-12.",
    });
    return undefined;
  }
  const after = milliseconds(instant) - milliseconds(published);
  if (after < 0)
    report({ severity: "notice", file, place, message: `The date of modification ${written} is before publication; it was left out.` });
  return after > 0 ? instant : undefined;
}

/** Which number of "03/04/2024" is the day. */
type SlashOrder = { dayFirst: boolean; why: string };

const SLASHED = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)(.*)$/su;

/**
 * How an edition writes dates with slashes: as in those that can be read in only
 * one way, else as is usual in its language. Undefined if its dates disagree, or
 * if its language has no known usage.
 */
function slashOrder(written: Iterable<string | undefined>, language: string): SlashOrder | undefined {
  const seen = { dayFirst: false, monthFirst: false };
  for (const date of written) {
    // Nearly all archives have no such dates.
    if (!date?.includes("/")) continue;
    const [, first = "", second = ""] = SLASHED.exec(date) ?? [];
    if (Number(first) > 12) seen.dayFirst = true;
    if (Number(second) > 12) seen.monthFirst = true;
  }
  if (seen.dayFirst !== seen.monthFirst) return { dayFirst: seen.dayFirst, why: "as other dates of this edition are written" };
  if (seen.dayFirst) return undefined;
  if (/^en-us$/iu.test(language)) return { dayFirst: false, why: `as is usual in ${language}` };
  return /^(?:en-(?:gb|au|nz|ie|in|za)|fr|es|it|pt|nl|da)\b/iu.test(language)
    ? { dayFirst: true, why: `as is usual in ${language}` }
    : undefined;
}

/** A date with slashes as ISO 8601, with the text after it unchanged; undefined for any other date. */
function unslashed(written: string, { dayFirst }: SlashOrder): string | undefined {
  const [, first, second, year, rest] = SLASHED.exec(written) ?? [];
  if (first === undefined || second === undefined || year === undefined || rest === undefined) return undefined;
  const [day, month] = dayFirst ? [first, second] : [second, first];
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}${rest}`;
}
