import { milliseconds } from "#content/instant.ts";
import { folded, isGroup, meaningOf, misspelt } from "./fields.ts";
import type { Moment } from "./moment.ts";
import { readers, type Said } from "./readers.ts";

/** When readers may see a story. `held` is why they may not at all, as a full sentence; without it they may between its moments. */
export type Release = { held?: string; moments?: Moment[] };

/**
 * What other files say of a story, such as those of its folder: fields that count where its own say nothing, or a reason
 * why it is not public. `unknown` are names that mean nothing there. `known` is by what other things are known that count for it.
 */
export type Inherited = { file: string } & (
  { fields: Readonly<Record<string, unknown>>; unknown: string[] } | { held: string } | { known: string }
);

type Options = {
  /** In which moments without a zone are. */
  timeZone: string;
  /** The field that the date of publication was taken from, which is read on its own. */
  dateField?: string | undefined;
  /**
   * When an archive is read that was written at some other time, in milliseconds. What it calls scheduled has not come
   * out there; that its moment has passed since does not say that it did.
   */
  now?: number;
  /** Names that mean nothing to the source: one may be that of a field of release with a letter wrong. */
  unknown?: string[];
  /** Its file, whose folders may say that what is in them is not public. */
  file?: string;
  /** The nearest first. */
  inherited?: readonly Inherited[];
};

/**
 * What the fields of a file say of when readers may see its story, in the
 * meaning of the program that they come from. What cannot be understood keeps
 * the story back: to publish late can be mended, to publish early cannot.
 */
export function releaseOf(
  fields: Readonly<Record<string, unknown>>,
  { timeZone, dateField, now = 0, unknown = [], file = "", inherited = [] }: Options,
): Release {
  const said = [...saidIn(fields, { timeZone, unknown }), ...saidByOthers(fields, inherited, timeZone)];
  const moments = said.flatMap((each) => (each.type === "held" || each.type === "waits" ? [] : [each]));
  const isPlanned = moments.some(({ type, field, at }) => type !== "expiry" && !DATES.has(folded(field)) && milliseconds(at) > now);
  const others = moments.filter(({ field }) => field !== dateField);
  const why =
    said.find((each) => each.type === "held" && !(each.isDoubt && each.field === dateField)) ??
    said.find((each) => each.type === "waits" && !isPlanned);
  const held = why && "why" in why ? why.why : heldByFolder(file);
  return { ...(held !== undefined && { held }), ...(others.length > 0 && { moments: others }) };
}

/** What two parts of a file say together. */
export function bothReleases(one: Release, other: Release): Release {
  const held = one.held ?? other.held;
  const moments = [...(one.moments ?? []), ...(other.moments ?? [])];
  return { ...(held !== undefined && { held }), ...(moments.length > 0 && { moments }) };
}

/** The folder of a story's own is named for the story: "embargo/index.md" tells of one. */
function heldByFolder(file: string): string | undefined {
  if (/(?:^|\/)_?drafts?\//iu.test(file)) return "It is in a folder of drafts.";
  const [, folder] =
    /(?:^|\/)[_.]?(private|unpublished|withheld|embargo(?:ed)?|scheduled|pending|wip|internal|confidential|trash|archetypes)\/(?!index\.\w+$)/iu.exec(
      file,
    ) ?? [];
  return folder === undefined ? undefined : `It is in a folder that is not for readers (${folder}).`;
}

/** A date of publication that every story has says nothing of a plan. */
const DATES = new Set(["date", "datepublished"]);

type Saying = { timeZone: string; unknown: string[]; where?: string; within?: string };

function saidIn(fields: Readonly<Record<string, unknown>>, { timeZone, unknown, where = "", within = "" }: Saying): Said[] {
  return Object.entries(fields).flatMap(([name, value]): Said[] => {
    const field = `${within}${name}`;
    const groups = isGroup(name) && within.length < DEEPEST ? [value].flat().filter(isRecord) : [];
    if (groups.length > 0) return groups.flatMap((each) => saidIn(each, { timeZone, unknown: [], where, within: `${field}.` }));
    const known = meaningOf(name);
    const meaning = known ?? (unknown.includes(name) ? misspelt(name) : undefined);
    if (meaning === undefined) return [];
    const values: unknown[] = Array.isArray(value) ? value : [value];
    const said = values.flatMap((each) => (isMissing(each) ? [] : (readers[meaning]({ field, value: each, timeZone, where }) ?? [])));
    // Words that are no moment say that a name is none of a moment either: "related" is not "released".
    return known === undefined && meaning === "release" ? said.filter((each) => !("isDoubt" in each)) : said;
  });
}

/** What is said nearer wins. A date is each story's own. */
function saidByOthers(own: Readonly<Record<string, unknown>>, inherited: readonly Inherited[], timeZone: string): Said[] {
  let known = own;
  return inherited.flatMap((each): Said[] => {
    if ("known" in each) return [];
    if ("held" in each) return [{ type: "held", field: "", why: each.held }];
    const fields = without(each.fields, known);
    known = { ...fields, ...known };
    return saidIn(fields, { timeZone, unknown: each.unknown, where: ` in ${each.file}` });
  });
}

function without(fields: Readonly<Record<string, unknown>>, known: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const names = new Map(Object.entries(known).flatMap(([name, value]) => (isMissing(value) ? [] : [[folded(name), value]])));
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]): [string, unknown][] => {
      const nearer = names.get(folded(name));
      if (isRecord(nearer) && isRecord(value) && isGroup(name)) return [[name, without(value, nearer)]];
      return nearer !== undefined || DATES.has(folded(name)) ? [] : [[name, value]];
    }),
  );
}

/** In characters of the names: no program nests deeper. */
const DEEPEST = 100;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** An empty text and null say as much as no field at all; forms and templates leave both behind. */
const isMissing = (value: unknown): boolean => value === undefined || value === null || (typeof value === "string" && value.trim() === "");
