import { instantOf } from "../../text/instantOf.ts";
import { isPlainRecord } from "../../text/jsonRecord.ts";
import type { Meaning } from "./releaseFields.ts";
import type { Moment } from "./moment.ts";

/**
 * What one field says: a moment, that its story is not public, or that it waits for
 * a moment given by another field. `isDoubt`: its value cannot be understood; `unknown`: its value, if nobody knows what it means;
 * `tier`: the paper's tier of members for whom it is.
 */
export type ReleaseCondition =
  | Moment
  | { type: "held"; field: string; why: string; isDoubt?: true; unknown?: string; tier?: string }
  | { type: "waits"; field: string; why: string };

/** `where` names the file, if it is not the story's own: " in posts/posts.json". */
export type Given = { field: string; value: unknown; timeZone: string; where?: string; isPublic?: (value: unknown) => boolean };
type Reader = (given: Given) => ReleaseCondition | undefined;

const NO = new Set(["false", "no", "off", "0", "n"]);
const NONE = new Set([...NO, "none", "never", "nil", "null", "-"]);
const YES = new Set(["true", "yes", "on", "1", "y"]);

/** What programs call a published story. */
const OUT = new Set(
  "publish published public live active final done complete completed released usable online visible current updated corrected open ok true yes 1".split(
    " ",
  ),
);
/** Nikola's word for a published story on top of a list, and how far a note in a digital garden has grown, as authors in Obsidian say. */
const OF_GARDENS = new Set("featured seed seedling sprout sprouting sapling plant budding bud growing evergreen tree fern".split(" "));
/** The same as pictures: seedling, herb, potted plant, trees, and ticks. */
const GROWING_OR_DONE = /^[🌱🌿🪴🌳🌲✅✔]\uFE0F?\s*|\s*[🌱🌿🪴🌳🌲✅✔]\uFE0F?$/u;
/** What they call a scheduled story. */
const PLANNED = new Set(["scheduled", "future", "planned", "embargoed", "embargo"]);
/** What they call an unpublished story, in fields that also have other uses. */
const NOT_OUT = new Set(
  (
    "draft drafting private pending trash trashed archived archive unpublished review inreview needsreview pendingreview " +
    "scheduled future withheld canceled cancelled hold onhold held killed spiked deleted hidden unlisted internal embargoed embargo " +
    "writing editing wip idea pitch rejected expired autodraft inherit confidential"
  ).split(" "),
);
const EVERYBODY = new Set("public everyone everybody all anyone open free world listed visible published true yes".split(" "));

/** Whether a value says that a story is only for some readers. */
export const isForSome = (value: unknown): boolean => SOME.has(wordOf(value));

/** Who may read a story that is not for everybody. */
const SOME = new Set(
  "members member membersonly subscribers subscribersonly subscriber patrons supporters donors employees team friends vip paid paying paidonly onlypaid premium tiers private internal restricted registered loggedin authenticated staff unlisted hidden none false no".split(
    " ",
  ),
);

/** Reads the value of a field, by its meaning. Undefined for a value that keeps nothing back. */
export const fieldReaders: Record<Meaning, Reader> = {
  release: (given) => {
    const word = wordOf(given.value);
    const isPlan = /schedul/iu.test(given.field);
    if (YES.has(word)) return isPlan ? waits(given) : undefined;
    if (NO.has(word)) return isPlan ? undefined : held(given, "It is marked as not published");
    if (PLANNED.has(word)) return waits(given);
    return moment(given, "release");
  },
  embargo: (given) => {
    const word = wordOf(given.value);
    if (NONE.has(word)) return undefined;
    return YES.has(word) || PLANNED.has(word) ? waits(given) : moment(given, "embargo");
  },
  expiry: (given) => {
    const word = wordOf(given.value);
    if (NONE.has(word)) return undefined;
    return YES.has(word) || word === "expired" ? held(given, "It has expired") : moment(given, "expiry");
  },
  status: (given) => {
    const word = wordOf(textOf(given.value).replace(GROWING_OR_DONE, "")).replace(/^stat:/u, "");
    if (word === "" && GROWING_OR_DONE.test(textOf(given.value))) return undefined;
    if (OUT.has(word) || OF_GARDENS.has(word)) return undefined;
    if (PLANNED.has(word)) return waits(given);
    // A newsletter of Ghost that was only sent by email.
    return NOT_OUT.has(word) || NO.has(word) || word === "sent" ? held(given, "It is marked as not published") : unknownValue(given);
  },
  stage: (given) => (NOT_OUT.has(wordOf(given.value)) ? held(given, "It is marked as not published") : undefined),
  audience: (given) => {
    const word = wordOf(given.value);
    if (EVERYBODY.has(word) || isReadership(given)) return undefined;
    // "membership: false" restricts nothing, "visibility: false" does.
    if (NONE.has(word) && /member|subscri|restrict|privacy|require|tier$/iu.test(given.field)) return undefined;
    if (isForSome(given.value)) return held(given, "It is not for everybody");
    // For whom it was written, in most texts: "audience: developers".
    return /audience$/iu.test(given.field) && !textOf(given.value).includes(":") ? undefined : unknownValue(given);
  },
  hides: (given) => {
    const word = wordOf(given.value);
    if (NO.has(word)) return undefined;
    return YES.has(word) ? held(given, hiding(given.field)) : doubt(given, "write true or false");
  },
  shows: (given) => {
    const word = wordOf(given.value);
    if (YES.has(word)) return undefined;
    if (NO.has(word)) return held(given, "It is marked as not public");
    // "live: 2024-04-22" is the moment from which it is.
    const since = moment(given, "release");
    return since.type === "held" ? doubt(given, "write true or false") : since;
  },
  flags: (given) => (YES.has(wordOf(given.value)) ? held(given, hiding(given.field)) : undefined),
  grants: (given) => (NO.has(wordOf(given.value)) ? held(given, "It is marked as not public") : undefined),
  locks: ({ field, value, where = "" }) =>
    // The password itself must not be in a report.
    NONE.has(wordOf(value)) ? undefined : { type: "held", field, why: `It is protected, and not for everybody (${field}${where}).` },
  robots: (given) => {
    const text = textOf(given.value);
    const [, after] = /unavailable_after:\s*([^,]+(?:,\s*\d[^,]*)?)/iu.exec(text) ?? [];
    if (NO.has(wordOf(given.value)) || /(?:^|[\s,:])(?:no-?index|none)(?:$|[\s,])/iu.test(text)) return held(given, UNLISTED);
    return after === undefined ? undefined : moment({ ...given, value: after.trim() }, "expiry");
  },
  build: (given) => {
    const switches: [string, unknown][] = isPlainRecord(given.value) ? Object.entries(given.value) : [["", given.value]];
    for (const [name, value] of switches) {
      const field = name === "" ? given.field : `${given.field}.${name}`;
      const isShown = YES.has(wordOf(value)) || wordOf(value) === "always" || !/^(?:render|list|)$/iu.test(name);
      if (!isShown) return held({ ...given, field, value }, "It is marked as not public");
    }
    return undefined;
  },
  sitemap: (given) => {
    const word = wordOf(given.value);
    const isOff = (NO.has(word) && word !== "0") || ["never", "none", "exclude", "ignore", "hidden", "noindex"].includes(word);
    return isOff || excludes(given.value) ? held(given, UNLISTED) : undefined;
  },
  address: (given) => (given.value === false || wordOf(given.value) === "false" ? held(given, "It is set to have no page") : undefined),
};

/** schema.org's Audience is the audience it was written for, not those who may read it. */
const isReadership = ({ field, value }: Given): boolean =>
  /audience$/iu.test(field) && isPlainRecord(value) && ["@type", "audienceType"].some((key) => key in value);

const hiding = (field: string): string => {
  if (/draft$/iu.test(field)) return "It is marked as a draft";
  return /index|sitemap|search|collection|home|feed|rss/iu.test(field) ? UNLISTED : "It is marked as not public";
};

const UNLISTED = "It is excluded from lists or search";

/** `sitemap: { exclude: true }`, as in plugins of Eleventy and Hugo. */
function excludes(value: unknown): boolean {
  return (
    isPlainRecord(value) && Object.entries(value).some(([key, on]) => /exclude|ignore|disable|noindex/iu.test(key) && !NO.has(wordOf(on)))
  );
}

function moment(given: Given, type: Moment["type"]): Exclude<ReleaseCondition, { type: "waits" }> {
  const written = textOf(given.value).trim();
  const at = written === "" ? undefined : instantOf(written, given.timeZone);
  return at === undefined
    ? doubt(given, "write a moment such as 2030-04-22T07:10:00Z")
    : { type, field: `${given.field}${given.where ?? ""}`, written: clipped(written), at };
}

/** A value that keeps a story back. @param why the beginning of a sentence */
export const held = ({ field, value, where = "" }: Given, why: string): Extract<ReleaseCondition, { type: "held" }> => ({
  type: "held",
  field,
  why: `${why} (${field}${where}: ${shown(value)}).`,
});

/** A value of which nobody knows whether it is public. */
export const unknownValue = (given: Given): ReleaseCondition => ({
  ...held(given, "It is not known to be public"),
  unknown: shown(given.value),
});

/** A value of a story that waits for a moment, which another field gives. */
export const waits = ({ field, value, where = "" }: Given): ReleaseCondition => ({
  type: "waits",
  field,
  why: `It is scheduled (${field}${where}: ${shown(value)}), and its date is missing or has passed; give it as "publishDate", or remove the mark.`,
});

const doubt = ({ field, value, where = "" }: Given, remedy: string): Extract<ReleaseCondition, { type: "held" }> => ({
  type: "held",
  field,
  isDoubt: true,
  unknown: shown(value),
  why: `Its release setting cannot be understood (${field}${where}: ${shown(value)}), so it was kept back; ${remedy}.`,
});

/** A single value as text; "" for anything else. TOML has its own dates. */
function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString().replace(".000", "");
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** Without case and separators: "In review" is "inreview"; -1 is a number. */
export const wordOf = (value: unknown): string =>
  textOf(value)
    .trim()
    .toLowerCase()
    .replace(/(?!^-\d)[-_\s]/gu, "");

/** A value as it is shown in a report. */
export const shown = (value: unknown): string => clipped(textOf(value).replace(/\s+/gu, " ").trim() || "…");

const clipped = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
