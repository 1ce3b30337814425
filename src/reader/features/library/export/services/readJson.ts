import * as v from "valibot";
import type { Quote } from "#content/library/outsideLink.ts";
import { reason } from "#content/parse.ts";
import { inPieces } from "../../../../device/inPieces.ts";
import { addLink, type Found, parseDate, parseEpoch, type Raw } from "./found.ts";

const maybe = v.nullish(v.string(), "");
/** A tag is its name or, in other versions of a service, an object that contains it. */
const TagSchema = v.union([v.string(), v.object({ label: v.string() }), v.object({ name: v.string() })]);
const tagName = (tag: v.InferOutput<typeof TagSchema>): string => (typeof tag === "string" ? tag : "label" in tag ? tag.label : tag.name);

/** An entry of wallabag 2, as "Export, JSON" writes it. The text of the page is not read. */
const WallabagSchema = v.object({
  url: v.string(),
  title: maybe,
  is_archived: v.union([v.boolean(), v.number(), v.string()]),
  created_at: maybe,
  tags: v.nullish(v.array(TagSchema), []),
  annotations: v.nullish(v.array(v.object({ quote: maybe, text: maybe, created_at: maybe })), []),
});

/** A page in Omnivore's metadata files. */
const OmnivoreSchema = v.object({
  slug: v.string(),
  url: v.string(),
  title: maybe,
  state: maybe,
  readingProgress: v.nullish(v.number(), 0),
  savedAt: maybe,
  labels: v.nullish(v.array(TagSchema), []),
});

/** The highlights of a page in Pocket: the "annotations" of its export. */
const AnnotatedSchema = v.object({
  url: v.string(),
  title: maybe,
  highlights: v.array(v.object({ quote: v.string(), note: maybe, created_at: v.nullish(v.union([v.number(), v.string()]), "") })),
});

type Kind = { name: string; isOne: (entry: object) => boolean; read: (entry: object, quotesOf: QuotesOf) => Raw | { reason: string } };

/** The highlights of a page in Omnivore, by its slug. */
export type QuotesOf = (slug: string) => Quote[];

const KINDS: Kind[] = [
  {
    name: "wallabag",
    isOne: (entry) => "is_archived" in entry,
    read: by(WallabagSchema, (entry) => ({
      url: entry.url,
      title: entry.title ?? "",
      savedAt: parseDate(entry.created_at),
      tags: (entry.tags ?? []).map(tagName),
      read: entry.is_archived === true || Number(entry.is_archived) === 1,
      quotes: (entry.annotations ?? []).map((each) => quoteOf(each.quote, each.text, parseDate(each.created_at))),
    })),
  },
  {
    name: "Pocket",
    isOne: (entry) => "highlights" in entry && !("slug" in entry),
    read: by(AnnotatedSchema, ({ url, title, highlights }) => ({
      url,
      title,
      quotes: highlights.map((each) =>
        quoteOf(each.quote, each.note, parseEpoch(String(each.created_at)) ?? parseDate(String(each.created_at))),
      ),
      saved: false,
    })),
  },
  {
    name: "Omnivore",
    isOne: (entry) => "slug" in entry && "savedAt" in entry,
    read: by(OmnivoreSchema, (entry, quotesOf) => ({
      url: entry.url,
      title: entry.title,
      savedAt: parseDate(entry.savedAt),
      // States are in capitals in some exports only.
      read: /^archived$/iu.test(entry.state ?? "") || (entry.readingProgress ?? 0) >= 100,
      tags: (entry.labels ?? []).map(tagName),
      quotes: quotesOf(entry.slug),
    })),
  },
];

function by<T>(schema: v.GenericSchema<unknown, T>, make: (entry: T, quotesOf: QuotesOf) => Raw): Kind["read"] {
  return (entry, quotesOf) => {
    const read = v.safeParse(schema, entry, { abortEarly: true });
    if (read.success) return make(read.output, quotesOf);
    const [issue] = read.issues;
    return { reason: [v.getDotPath(issue), reason(issue)].filter(Boolean).join(" ") };
  };
}

function quoteOf(text: string | null | undefined, note: string | null | undefined, madeAt: number | undefined): Quote {
  return { text: text?.trim() ?? "", ...(note?.trim() && { note: note.trim() }), ...(madeAt !== undefined && { madeAt }) };
}

/** Reads a JSON export of wallabag, Omnivore or Pocket. */
export async function readJson(text: string, file: string, quotesOf: QuotesOf = () => []): Promise<Found> {
  const found: Found = { links: [], faults: [] };
  const fail = (why: string, place?: string) => void found.faults.push({ file, ...(place && { place }), reason: why });
  let whole: unknown;
  try {
    whole = JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch (error) {
    fail(`is not complete JSON: ${error instanceof Error ? error.message : ""}`);
    return found;
  }
  if (v.is(v.object({ format: v.literal("broadsheet-library") }), whole)) fail("is a library of this reader, which is imported above");
  else if (!Array.isArray(whole)) fail("is not an export of wallabag, Omnivore or Pocket");
  else if (whole.length > 0) await readEntries(whole, found, file, quotesOf);
  return found;
}

async function readEntries(entries: readonly unknown[], found: Found, file: string, quotesOf: QuotesOf): Promise<void> {
  const isObject = (entry: unknown): entry is object => typeof entry === "object" && entry !== null;
  const kind = KINDS.find(({ isOne }) => entries.some((entry) => isObject(entry) && isOne(entry)));
  if (!kind) return void found.faults.push({ file, reason: "is not an export of wallabag, Omnivore or Pocket" });
  await inPieces(entries.entries(), ([index, entry]) => {
    const place = `entry ${index + 1}`;
    const raw = isObject(entry) ? kind.read(entry, quotesOf) : { reason: `is not an entry of ${kind.name}` };
    if ("reason" in raw) found.faults.push({ file, place, reason: raw.reason });
    else addLink(raw, found, file, place);
  });
}
