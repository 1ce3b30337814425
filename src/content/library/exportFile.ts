import * as v from "valibot";
import { reason } from "../parse.ts";
import { linkId, type OutsideLink, OutsideLinkSchema } from "./outsideLink.ts";
import { type LibraryRecord, LibraryRecordSchema } from "./record.ts";
import { timeOf } from "./stamp.ts";

/** The version of the file below. A file of a later one is refused rather than half understood. */
const VERSION = 1;

/** A clock that is up to a day ahead is a clock; what is later was not written by one. */
const DAY = 86_400_000;

/** A library as one file. Its records are read one by one, so that a bad one is no reason to refuse the rest. */
export const LibraryFileSchema = v.object({
  format: v.literal("broadsheet-library"),
  version: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(VERSION, "is of a later version of Broadsheet")),
  exportedAt: v.pipe(v.string(), v.isoTimestamp()),
  records: v.array(v.unknown()),
  /** Missing where there are none, and from earlier versions. */
  links: v.optional(v.array(v.unknown())),
});

/** The same with its records, for the schema that is shipped. */
export const WholeLibraryFileSchema = v.object({
  ...LibraryFileSchema.entries,
  records: v.array(LibraryRecordSchema),
  links: v.optional(v.array(OutsideLinkSchema)),
});

export type LibraryFile = v.InferOutput<typeof WholeLibraryFileSchema>;

/** A record that was set aside: what it calls itself, or its place in the file from 1, and what is wrong with it. */
export type Refused = { name: string; reason: string };

/**
 * All that is in a library, in an order that depends on nothing else. What was
 * taken away is not in it: a reader who removed something does not hand it on.
 */
export function libraryFile(records: Iterable<LibraryRecord>, links: Iterable<OutsideLink>, now: Date): LibraryFile {
  const present = [...records].filter(({ value }) => value !== null);
  const sorted = [...links].toSorted((a, b) => (linkId(a) < linkId(b) ? -1 : 1));
  return {
    format: "broadsheet-library",
    version: VERSION,
    exportedAt: now.toISOString(),
    records: present.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)),
    ...(sorted.length > 0 && { links: sorted }),
  };
}

export type ReadLibrary = { records: LibraryRecord[]; links: OutsideLink[]; refused: Refused[] };

/**
 * The records and links of a file, and those that are set aside.
 * @param text of the file, whatever it is
 * @param now milliseconds since 1970
 * @returns undefined where it is no library at all, or one of a later version
 */
export function readLibraryFile(text: string, now: number): ReadLibrary | undefined {
  const file = v.safeParse(LibraryFileSchema, parsed(text));
  if (!file.success) return undefined;
  const records: LibraryRecord[] = [];
  const refused: Refused[] = [];
  file.output.records.forEach((found, index) => {
    const record = v.safeParse(LibraryRecordSchema, found, { abortEarly: true });
    const name = v.is(NameSchema, found) ? nameOf(found) : String(index + 1);
    if (!record.success) refused.push({ name, reason: why(record.issues) });
    else if (timeOf(record.output.stamp) > now + DAY) refused.push({ name, reason: "stamp lies in the future" });
    else records.push(record.output);
  });
  const links = (file.output.links ?? []).flatMap((found, index) => {
    const link = v.safeParse(OutsideLinkSchema, found, { abortEarly: true });
    if (!link.success) refused.push({ name: `link ${index + 1}`, reason: why(link.issues) });
    return link.success ? [link.output] : [];
  });
  return { records, links, refused };
}

function why([issue]: [v.BaseIssue<unknown>, ...unknown[]]): string {
  return [v.getDotPath(issue), reason(issue)].filter(Boolean).join(" ");
}

const NameSchema = v.object({ kind: v.string(), id: v.string() });

const nameOf = ({ kind, id }: v.InferOutput<typeof NameSchema>): string => `${kind}/${id}`;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
