import * as v from "valibot";
import { reason } from "../parse.ts";
import { linkId, type OutsideLink, OutsideLinkSchema } from "./outsideLink.ts";
import { type LibraryRecord, LibraryRecordSchema } from "./libraryRecord.ts";
import { timeOf } from "./stamp.ts";

/** The version of the file format. A file of a later version is refused rather than half understood. */
const VERSION = 1;

/** A device's clock may be up to a day ahead; a later stamp was not made by a clock. */
const DAY = 86_400_000;

/** A library as one file. Its records are validated one by one, so that an invalid one does not spoil the rest. */
export const LibraryFileSchema = v.object({
  format: v.literal("broadsheet-library"),
  version: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(VERSION, "is of a later version of Broadsheet")),
  exportedAt: v.pipe(v.string(), v.isoTimestamp()),
  records: v.array(v.unknown()),
  /** Missing if there are none, and in files of earlier versions. */
  links: v.optional(v.array(v.unknown())),
});

/** The same with its records, for the published JSON schema. */
export const WholeLibraryFileSchema = v.object({
  ...LibraryFileSchema.entries,
  records: v.array(LibraryRecordSchema),
  links: v.optional(v.array(OutsideLinkSchema)),
});

export type LibraryFile = v.InferOutput<typeof WholeLibraryFileSchema>;

/** A rejected record: its key, or its position in the file from 1, and what is wrong with it. */
export type Refused = { name: string; reason: string };

/**
 * The contents of a library, in an order that depends on them alone. Removed
 * records are left out: a reader who removed something does not hand it on.
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
 * The records and links of a file, and those that are rejected.
 * @param text the content of any file
 * @param now milliseconds since 1970
 * @returns undefined if the file is not a library, or is of a later version
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
