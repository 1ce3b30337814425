import { milliseconds } from "#content/instant.ts";
import { isMissing, isPlainRecord } from "../../text/jsonRecord.ts";
import { type CertainField, certainFields } from "./certainFields.ts";
import { folded, isGroup, type Meaning, meaningOf, plainName } from "./releaseFields.ts";
import { DATES, type Release, releaseOf } from "./release.ts";

type Fields = Readonly<Record<string, unknown>>;

/** When readers may see an item of an archive. @param time as `archiveTime` gives it */
export type ReleaseReader = (item: Fields, time: Parameters<typeof releaseOf>[1]) => Release;

/**
 * Reads the items of a system by the table of its fields. A field in a group is named by its path ("revision.published"), which
 * also leads through lists. Other fields of the item count by their names, as in Markdown, and so do the fields of groups ("seo") that
 * are not in the table. The date of the story itself is read with the story; another date of publication says nothing once it has passed.
 */
export function releaseTable(table: Readonly<Record<string, CertainField>>): ReleaseReader {
  const certain = certainFields(table);
  const paths = Object.keys(table);
  const listed = new Set([...DATES, ...certain.keys()]);
  const groups = new Set(paths.map((path) => folded(path.split(".")[0] ?? "")));
  const isRead = (name: string, value: unknown): boolean =>
    // Without Drupal's prefix too, since "field_date" is the day that the story is about.
    listed.has(folded(name)) || plainName(name) === "date" || (groups.has(folded(name)) && [value].flat().every(isPlainRecord));
  return (item, time) => {
    const others = Object.entries(item).flatMap(([name, value]): [string, unknown][] => {
      const meaning = meaningOf(name);
      if (isRead(name, value) || (meaning === undefined && !isGroup(name))) return [];
      return [[name, meaning === undefined || OF_ROBOTS.has(meaning) ? value : withoutObjects(value, isGroup(name))]];
    });
    const known = paths.map((path): [string, unknown] => [path, valueAt(item, path.split("."))]);
    const { moments = [], ...release } = releaseOf(Object.fromEntries([...known, ...others]), { ...time, certain });
    const ahead = moments.filter(({ type, at }) => type !== "release" || milliseconds(at) > (time.now ?? 0));
    return { ...release, ...(ahead.length > 0 && { moments: ahead }) };
  };
}

/** The meanings whose readers know the objects that programs write for them. */
const OF_ROBOTS: ReadonlySet<Meaning> = new Set(["robots", "build", "sitemap", "address"]);

/**
 * What is said by an object under a name with a meaning: its label, as of a choice or a relation, or else all words in it, as of a text by
 * language, if it is not a group with fields that have meanings of their own. One without words is an unknown value. An object of
 * schema.org is about something else.
 */
function withoutObjects(value: unknown, isOfGroup: boolean, depth = 0): unknown {
  if (depth > DEEPEST) return value;
  if (Array.isArray(value)) return value.flatMap((each) => withoutObjects(each, isOfGroup, depth + 1));
  if (!isPlainRecord(value)) return value;
  if ("@type" in value || "audienceType" in value) return undefined;
  const own = Object.entries(value).filter(([name, each]) => !KEPT_BY_SYSTEMS.test(name) && !isMissing(each));
  if (isOfGroup && own.some(([name]) => meaningOf(name) !== undefined)) return value;
  const isLabelled = own.some(([name]) => LABEL.test(name));
  const words = own
    .filter(([name, each]) => !isLabelled || LABEL.test(name) || typeof each === "object")
    .flatMap(([, each]) => withoutObjects(each, false, depth + 1));
  return words.length === 0 ? value : words;
}

const LABEL = /^(?:name|title|label|value|slug|key|code|current|level|tier)$/iu;

/** No choice of a system is nested deeper. */
const DEEPEST = 8;

/** The fields that a system keeps about an object of its own, such as a label. */
const KEPT_BY_SYSTEMS = /^(?:[_@]|(?:document)?id$|(?:created|updated|published)(?:at|by)$|locale$|localizations$)/iu;

function valueAt(value: unknown, path: string[]): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (isPlainRecord(value)) return valueAt(value[name], rest);
  if (!Array.isArray(value)) return undefined;
  const inner = value.map((each: unknown) => valueAt(each, path)).filter((each) => each !== undefined);
  return inner.length === 0 ? undefined : inner.flat();
}
