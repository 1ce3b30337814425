import { milliseconds } from "#content/instant.ts";
import { isPlainRecord } from "../../text/jsonRecord.ts";
import { type CertainField, certainFields } from "./certainFields.ts";
import { folded, meaningOf } from "./releaseFields.ts";
import { type Release, releaseOf } from "./release.ts";

type Fields = Readonly<Record<string, unknown>>;

/** When readers may see an item of an archive. @param time as `archiveTime` gives it */
export type ReleaseReader = (item: Fields, time: Parameters<typeof releaseOf>[1]) => Release;

/**
 * Reads the items of a system by the table of its fields. A field in a group is named by its path ("revision.published"), which
 * also leads through lists. Other fields of the item count by their names, except for dates of publication. A date of publication
 * that has passed says nothing.
 */
export function releaseTable(table: Readonly<Record<string, CertainField>>): ReleaseReader {
  const certain = certainFields(table);
  const paths = Object.keys(table);
  return (item, time) => {
    const others = Object.entries(item).filter(([name, value]) => {
      const meaning = certain.has(folded(name)) || isPlainRecord(value) ? undefined : meaningOf(name);
      return meaning !== undefined && meaning !== "release";
    });
    const known = paths.map((path): [string, unknown] => [path, valueAt(item, path.split("."))]);
    const { moments = [], ...release } = releaseOf(Object.fromEntries([...known, ...others]), { ...time, certain });
    const ahead = moments.filter(({ type, at }) => type !== "release" || milliseconds(at) > (time.now ?? 0));
    return { ...release, ...(ahead.length > 0 && { moments: ahead }) };
  };
}

function valueAt(value: unknown, path: string[]): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (isPlainRecord(value)) return valueAt(value[name], rest);
  if (!Array.isArray(value)) return undefined;
  const inner = value.map((each: unknown) => valueAt(each, path)).filter((each) => each !== undefined);
  return inner.length === 0 ? undefined : inner.flat();
}
