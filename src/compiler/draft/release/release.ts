import { milliseconds } from "#content/instant.ts";
import { isMissing, isPlainRecord } from "../../text/jsonRecord.ts";
import { folded, isGroup, meaningOf, misspeltMeaning, plainName } from "./releaseFields.ts";
import type { Moment } from "./moment.ts";
import { type CertainFields, readCertain } from "./certainFields.ts";
import { fieldReaders, held, isForSome, type ReleaseCondition, shown } from "./fieldReaders.ts";
import type { ReleaseValues } from "./releaseValues.ts";

/**
 * When readers may see a story. `held` is why they may not see it at all, as a full sentence; otherwise `moments` decide. With `tier`, the
 * only reason is that it is for this tier of members: whoever does not know what that means keeps it back.
 */
export type Release = { held?: string; moments?: Moment[]; tier?: string };

/** Finds the tier of members that a value of the field `access` names; undefined for any other value. */
export type FindTier = (value: unknown) => string | undefined;

/** Why a story is kept back that only a tier of members may read, where it cannot be closed. */
export const forMembers = (tier: string): string => `It is for members (access: ${tier}).`;

/**
 * What another file says about a story, such as one of its folder: `fields` that apply where the story has none of its own, with
 * the `unknown` field names among them, and its date only if it `isDated`; or why it is not public. `known` changes with anything else that its reading depends on.
 */
export type Inherited = { file: string } & (
  { fields: Readonly<Record<string, unknown>>; unknown: string[]; isDated?: boolean } | { held: string } | { known: string }
);

type Options = {
  /** The zone of moments that do not give one. */
  timeZone: string;
  /** The field that the date of publication was taken from, which is read separately. */
  dateField?: string | undefined;
  /**
   * The time of reading, in milliseconds, for an archive that was written earlier. What it calls scheduled was not published
   * when it was written; that the moment has since passed does not mean that it was published.
   */
  now?: number;
  /** Field names that the source does not know: one may be a misspelt release field. */
  unknown?: string[];
  /** The story's file: the name of a folder may say that its content is not public. */
  file?: string;
  /** The nearest first. */
  inherited?: readonly Inherited[];
  /** The fields of the system that wrote the file, as `certainFields` makes them. */
  certain?: CertainFields;
  values?: ReleaseValues | undefined;
  /** Missing where stories for members are kept back. */
  tierOf?: FindTier | undefined;
};

/**
 * Determines from the fields of a file when readers may see its story, as the
 * program that wrote them means it. A value that cannot be understood keeps the story
 * back: publishing too late can be put right, publishing too early cannot.
 */
export function releaseOf(fields: Readonly<Record<string, unknown>>, options: Options): Release {
  const { dateField, now = 0, unknown = [], file = "", inherited = [], values } = options;
  const said = [...saidIn(fields, { ...options, unknown }), ...saidByOthers(fields, inherited, options)];
  const moments = said.flatMap((each) => (each.type === "held" || each.type === "waits" ? [] : [each]));
  const isPlanned = moments.some(({ type, field, at }) => type !== "expiry" && !DATES.has(folded(field)) && milliseconds(at) > now);
  const others = moments.filter(({ field }) => field !== dateField);
  const holds = said.flatMap((each) => (each.type === "held" && !(each.isDoubt && each.field === dateField) ? [each] : []));
  const doubts = holds.filter((each) => each.unknown !== undefined);
  const known = holds.find((each) => each.unknown === undefined) ?? said.find((each) => each.type === "waits" && !isPlanned);
  const certain = known && "why" in known ? known.why : heldByFolder(file);
  if (certain === undefined) for (const each of doubts) values?.unknown(each.field, each.unknown ?? "");
  const held = certain ?? doubts[0]?.why;
  const reasons = [...holds, ...said.filter(({ type }) => type === "waits" && !isPlanned)];
  const tier = reasons.every(isForTier) && heldByFolder(file) === undefined ? reasons.find(isForTier)?.tier : undefined;
  const isOnly = tier !== undefined && held === forMembers(tier);
  return { ...(held !== undefined && { held }), ...(others.length > 0 && { moments: others }), ...(isOnly && { tier }) };
}

const isForTier = (said: ReleaseCondition): said is Extract<ReleaseCondition, { type: "held" }> & { tier: string } =>
  said.type === "held" && said.tier !== undefined;

/** Combines what two parts of a file say. */
export function bothReleases(one: Release, other: Release): Release {
  const held = one.held ?? other.held;
  const moments = [...(one.moments ?? []), ...(other.moments ?? [])];
  const tiers = new Set([one, other].flatMap((each) => (each.held === undefined ? [] : [each.tier])));
  const [tier] = tiers.size === 1 ? tiers : [];
  return { ...(held !== undefined && { held }), ...(moments.length > 0 && { moments }), ...(tier !== undefined && { tier }) };
}

/** Why a story's folder keeps it back. A folder with only this story is named after the story: "embargo/index.md" is about an embargo. */
function heldByFolder(file: string): string | undefined {
  if (/(?:^|\/)_?(?:drafts?|entwurf|entwürfe|brouillons?|borrador(?:es)?|bozze?|rascunhos?|草稿|下書き)\//iu.test(file.normalize()))
    return "It is in a folder of drafts.";
  if (/\.draft\.\w+$/iu.test(file)) return "The name of its file says that it is a draft.";
  const [, folder] =
    /(?:^|\/)[_.]?(private|unpublished|withheld|embargo(?:ed)?|scheduled|pending|wip|internal|confidential|trash|archetypes)\/(?!index\.\w+$)/iu.exec(
      file,
    ) ?? [];
  return folder === undefined ? undefined : `It is in a folder that is not for readers (${folder}).`;
}

/** Every story has one of these dates, so it does not show that the story is scheduled. */
export const DATES: ReadonlySet<string> = new Set(["date", "datepublished"]);

type Saying = Pick<Options, "timeZone" | "certain" | "values" | "tierOf"> & { unknown: string[]; where?: string; within?: string };

function saidIn(fields: Readonly<Record<string, unknown>>, saying: Saying): ReleaseCondition[] {
  const { timeZone, unknown, where = "", within = "", certain, values: told } = saying;
  return Object.entries(fields).flatMap(([name, value]): ReleaseCondition[] => {
    const field = `${within}${name}`;
    const isPublic = (each: unknown) => told?.isPublic(field, shown(each)) === true;
    const own = certain?.get(folded(field));
    if (own) return readCertain(own, { field, value, timeZone, where, isPublic });
    const tierOf = within === "" && folded(name) === "access" ? saying.tierOf : undefined;
    const tier = tierOf?.(value);
    if (tier !== undefined) return [{ type: "held", field, why: forMembers(tier), tier }];
    const tags = ["head", "meta", "metatag", "metatags"].includes(plainName(name)) ? metaTags(value) : {};
    const groups = (isGroup(name) || within.startsWith("_")) && within.length < DEEPEST ? [value].flat().filter(isPlainRecord) : [];
    const inside = { ...saying, unknown: [], within: `${field}.` };
    const ofTags = saidIn(tags, inside);
    if (groups.length > 0 || ofTags.length > 0) return [...ofTags, ...groups.flatMap((each) => saidIn(each, inside))];
    const known = meaningOf(name);
    const meaning = known ?? (unknown.includes(name) ? misspeltMeaning(name) : undefined);
    if (meaning === undefined)
      return namesReaders(field, value, saying.tierOf) && !isPublic(value) ? [held({ field, value, timeZone, where }, FOR_SOME)] : [];
    const values = (Array.isArray(value) ? value : [value]).filter((each) => !isMissing(each) && !isPublic(each));
    const said = values
      .flatMap((each) => fieldReaders[meaning]({ field, value: each, timeZone, where }) ?? [])
      // A word for members elsewhere, such as a tier that has another name now, is reported where the paper has tiers.
      .map((each) => (tierOf && each.type === "held" ? { ...each, unknown: each.unknown ?? shown(value) } : each));
    // If the value is not a moment, the unknown name is not a misspelt one for a moment either: "related" is not "released".
    return known === undefined && meaning === "release" ? said.filter((each) => !("isDoubt" in each)) : said;
  });
}

const FOR_SOME = "It is not for everybody";

/** Whether a field of no known meaning says who may read a story, as authors write it for `access`: "tier: patrons", "access: {for: members}". */
function namesReaders(field: string, value: unknown, tierOf: FindTier | undefined): boolean {
  if (!/(?:^|\.)(?:access\.[^.]+|tier)$/iu.test(field)) return false;
  return [value].flat().some((each) => tierOf?.(each) !== undefined || (isForSome(each) && !/^(?:false|no|none)$/iu.test(String(each))));
}

/** The tags of a page's head, in a list of any depth, by name: VitePress has `[meta, {name, content}]`, Starlight `{tag, attrs}`, Drupal `{tag, attributes}`. */
function metaTags(value: unknown): Record<string, unknown> {
  const items: unknown[] = Array.isArray(value) ? value.flat(3) : [];
  return Object.fromEntries(
    items.flatMap((item): [string, unknown][] => {
      const attributes = isPlainRecord(item) ? (item["attrs"] ?? item["attributes"]) : undefined;
      const tag = isPlainRecord(attributes) ? attributes : item;
      return isPlainRecord(tag) && typeof tag["name"] === "string" ? [[tag["name"], tag["content"]]] : [];
    }),
  );
}

/** The nearest file wins. The date of a folder or a site is never inherited. */
function saidByOthers(own: Readonly<Record<string, unknown>>, inherited: readonly Inherited[], options: Options): ReleaseCondition[] {
  let known = own;
  return inherited.flatMap((each): ReleaseCondition[] => {
    if ("known" in each) return [];
    if ("held" in each) return [{ type: "held", field: "", why: each.held }];
    const fields = without(each.fields, known, each.isDated);
    known = { ...fields, ...known };
    return saidIn(fields, { ...options, unknown: each.unknown, where: ` in ${each.file}` });
  });
}

function without(
  fields: Readonly<Record<string, unknown>>,
  known: Readonly<Record<string, unknown>>,
  isDated = false,
): Record<string, unknown> {
  const names = new Map(Object.entries(known).flatMap(([name, value]) => (isMissing(value) ? [] : [[folded(name), value]])));
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]): [string, unknown][] => {
      const nearer = names.get(folded(name));
      if (isPlainRecord(nearer) && isPlainRecord(value) && isGroup(name)) return [[name, without(value, nearer)]];
      return nearer !== undefined || (DATES.has(folded(name)) && !isDated) ? [] : [[name, value]];
    }),
  );
}

/** The maximum depth of groups, in characters of their names: no program nests deeper. */
const DEEPEST = 100;
