import * as v from "valibot";
import { isMissing } from "../../text/jsonRecord.ts";
import { fieldReaders, held, type Given, type ReleaseCondition, unknownValue, waits, wordOf } from "./fieldReaders.ts";
import { folded, type Meaning, MEANINGS } from "./releaseFields.ts";

/**
 * What a field says whose meaning in the system of an archive is certain. Either only the values that it `publishes` are public, or it
 * is read by a meaning of releaseFields.ts. A field that also has other uses only keeps a story back where it has one of the values that it
 * `withholds`. Case and separators in values make no difference.
 */
export type CertainField =
  | {
      publishes: readonly string[];
      /** Values that are known to keep a story back. Any other keeps it back too, and is reported with how to map it. */
      withholds?: readonly string[];
      /** Values of a story that waits for a moment, which another field gives. */
      waits?: readonly string[];
      /** Whether one public value in a list is enough, as for channels; otherwise every value must be public. */
      any?: true;
      /** Whether the field keeps the story back where it is empty. Where it is missing, it says nothing. */
      isRequired?: true;
    }
  | { withholds: readonly string[]; publishes?: never }
  | { means: Meaning };

const words = v.array(v.string());

/** A field in the table of a paper's own source. */
export const CertainFieldSchema: v.GenericSchema<unknown, CertainField> = v.union(
  [
    v.strictObject({
      publishes: words,
      withholds: v.exactOptional(words),
      waits: v.exactOptional(words),
      any: v.exactOptional(v.literal(true)),
      isRequired: v.exactOptional(v.literal(true)),
    }),
    v.strictObject({ withholds: words }),
    v.strictObject({ means: v.picklist(MEANINGS) }),
  ],
  "must say what it publishes, withholds or means",
);

/** The fields of one system, by their folded names. */
export type CertainFields = ReadonlyMap<string, CertainField>;

/**
 * The table of a system's fields, for the option `certain` of `releaseOf`:
 *
 *     const FIELDS = certainFields({
 *       status: { publishes: ["publish"], withholds: ["draft", "pending", "private", "trash"] },
 *       _seopress_robots_index: { publishes: [], withholds: ["yes"] },
 *       channels: { publishes: ["web"], any: true },
 *       is_published: { publishes: ["true"], withholds: ["false"], isRequired: true },
 *       "dcterms:valid": { means: "expiry" },
 *     });
 *     releaseOf(fields, { ...archiveTime(context), certain: FIELDS });
 *
 * A field in the table is read by it alone; all others are read by the meaning of their names. A field of a group is listed with
 * it ("publishing.status"). List only fields in which every value but those that are listed may keep a story back.
 */
export const certainFields = (fields: Readonly<Record<string, CertainField>>): CertainFields =>
  new Map(Object.entries(fields).map(([name, field]) => [folded(name), field]));

/** What the values of a certain field say; `given.value` is as in the archive, which may be a list. */
export function readCertain(certain: CertainField, given: Given): ReleaseCondition[] {
  const values: unknown[] = Array.isArray(given.value) ? given.value : [given.value];
  if ("means" in certain) {
    return values.flatMap((value) =>
      isMissing(value) || given.isPublic?.(value) ? [] : (fieldReaders[certain.means]({ ...given, value }) ?? []),
    );
  }
  const isOneOf = (words: readonly string[] | undefined, value: unknown) => words?.some((word) => wordOf(word) === wordOf(value)) === true;
  const filled = values.filter((value) => !isMissing(value));
  if (certain.publishes === undefined)
    return filled
      .filter((value) => isOneOf(certain.withholds, value) && given.isPublic?.(value) !== true)
      .map((value) => held({ ...given, value }, "It is marked as not public"));
  if (filled.length === 0)
    return certain.isRequired && given.value !== undefined && given.isPublic?.(given.value) !== true ? [unknownValue(given)] : [];
  const closed = filled.filter((value) => !isOneOf(certain.publishes, value) && given.isPublic?.(value) !== true);
  if (certain.any && closed.length < filled.length) return [];
  return closed.map((value) =>
    isOneOf(certain.waits, value)
      ? waits({ ...given, value })
      : isOneOf(certain.withholds, value)
        ? held({ ...given, value }, "It is marked as not public")
        : unknownValue({ ...given, value }),
  );
}
