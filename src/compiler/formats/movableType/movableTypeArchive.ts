import type { Draft } from "../../draft/draft.ts";
import { certainFields } from "../../draft/release/certainFields.ts";
import { type Release, releaseOf } from "../../draft/release/release.ts";
import { htmlToBlocks } from "../../body/htmlToBlocks.ts";
import { oneLine } from "../../text/cleanText.ts";
import { instantOf } from "../../text/instantOf.ts";
import { type ArchiveContext, type ArchiveFile, type ArchiveFormat, type ArchivePlace, archiveTime } from "../archiveFormat.ts";
import { plainWords } from "../fields/plainWords.ts";
import { dateIn, entriesIn, type Entry } from "./entries.ts";
import { entryComments } from "./entryComments.ts";
import { entryHtml } from "./entryHtml.ts";

/** The text format that Movable Type, TypePad, Hatena Blog and others export (movabletype.org, Appendices, “Import / Export Format”). */
export const movableTypeArchive: ArchiveFormat = {
  name: "movable-type",
  title: "Movable Type export",
  detects: ({ head }) => /^(?:TITLE|BASENAME|STATUS|DATE):/mu.test(head) && START.test(head),
  read,
};

/** Fields, and the line that ends them. Each part can match in only one way. */
const START = /^\uFEFF?\s*(?:[A-Z][A-Z ]{2,30}:[^\n]*\n+){2,40}-----[ \t]*\n+(?:BODY|EXTENDED BODY|EXCERPT|KEYWORDS|COMMENT|PING):/u;

const FIELDS = certainFields({
  status: {
    publishes: ["publish", "published"],
    withholds: ["draft", "review", "unpublish", "unpublished", "junk", "spam"],
    waits: ["future", "scheduled"],
    isRequired: true,
  },
});

async function* read(file: ArchiveFile, context: ArchiveContext): AsyncGenerator<Draft> {
  for (const [index, entry] of entriesIn(await file.text()).entries()) {
    const where = { file: file.path, place: `entry ${index + 1}` };
    const { held, moments } = releaseFields(entry, context);
    if (held === undefined) yield { ...draftOf(entry, where, context), ...(moments && { moments }) };
    else context.skip(where, held, entry.fields.has("NO ENTRY") ? undefined : { id: idOf(entry) });
  }
}

/** An entry without a status is not known to be public; "future" waits for its date. */
function releaseFields({ fields }: Entry, context: ArchiveContext): Release {
  if (fields.has("NO ENTRY")) return { held: "It has only comments on an entry that is elsewhere." };
  const others = [...fields].filter(([name]) => !READ.has(name)).map(([name, values]): [string, string[]] => [name, values]);
  const status = fields.get("STATUS") ?? "";
  const date = /\b(?:future|scheduled)\b/iu.test(String(status)) ? { publish_date: dateIn(fields.get("DATE")?.[0] ?? "") ?? "" } : {};
  return releaseOf({ ...Object.fromEntries(others), status, ...date }, { ...archiveTime(context), certain: FIELDS });
}

const READ = new Set(
  "AUTHOR,TITLE,BASENAME,STATUS,DATE,TAGS,CATEGORY,PRIMARY CATEGORY,UNIQUE URL,ALLOW COMMENTS,ALLOW PINGS,CONVERT BREAKS,IMAGE".split(","),
);

function draftOf(entry: Entry, where: ArchivePlace, context: ArchiveContext): Draft {
  const { fields, sections } = entry;
  const value = (name: string) => oneLine(fields.get(name)?.[0] ?? "") || undefined;
  const address = value("UNIQUE URL");
  const base = address !== undefined && URL.canParse(address) ? address : undefined;
  const body = context.body(where, base);
  const words = (html: string) => plainWords(context.publicText(html, where), body) || undefined;
  for (const name of sections.keys())
    if (!SECTIONS.has(name))
      context.report({ severity: "warning", ...where, message: `A part of the entry (${name}) is not known, and was left out.` });
  const blocks = htmlToBlocks(entryHtml(entry, where, context), body);
  const written = fields.get("DATE")?.[0] ?? "";
  const categories = [...new Set([...(fields.get("PRIMARY CATEGORY") ?? []), ...(fields.get("CATEGORY") ?? [])])].filter(Boolean);
  const [section, ...others] = categories;
  const topics = [...new Set([...others, ...(fields.get("TAGS") ?? []).flatMap(tagsIn)])];
  const author = value("AUTHOR");
  return {
    ...where,
    id: idOf(entry),
    slug: value("BASENAME")?.replace(/^.*\/(?=.)/u, ""),
    headline: words(fields.get("TITLE")?.[0] ?? ""),
    standfirst: words(sections.get("EXCERPT") ?? ""),
    body: blocks,
    section: section === undefined ? undefined : { name: section },
    authors: author === undefined ? [] : [{ name: author }],
    datePublished: dateIn(written) ?? (written || undefined),
    topics: topics.map((name) => ({ name })),
    places: [],
    corrections: [],
    citations: [],
    comments: entryComments(entry, where, context),
    oldUrls: oldAddresses(entry, base, context),
    empty: blocks.length === 0 ? "It has no text." : undefined,
  };
}

const SECTIONS = new Set(["BODY", "EXTENDED BODY", "EXCERPT", "KEYWORDS"]);

const idOf = ({ fields }: Entry): string | undefined =>
  ["UNIQUE URL", "BASENAME"].map((name) => fields.get(name)?.[0] ?? "").find((value) => value !== "");

/** Tags are separated by commas; one with a comma is in quotation marks. One of them without an end reaches to that of the line. */
const tagsIn = (written: string): string[] =>
  [...written.matchAll(/"((?:[^"\\]|\\.?)*)(?:"|$)|([^",]+)/gu)]
    .map(([, quoted, plain = ""]) => (quoted?.replaceAll('\\"', '"') ?? plain).trim())
    .filter((tag) => tag !== "");

/** Where Movable Type and TypePad publish an entry by default, and Hatena Blog, whose names are paths. */
function oldAddresses({ fields }: Entry, address: string | undefined, { settings }: ArchiveContext): string[] {
  const name = fields.get("BASENAME")?.[0]?.trim() ?? "";
  const [year, month] = (instantOf(dateIn(fields.get("DATE")?.[0] ?? "") ?? "", settings.timeZone) ?? "").split("-");
  const path = name.includes("/") ? `/entry/${name}` : month === undefined ? undefined : `/${year}/${month}/${name}.html`;
  return [...(address === undefined ? [] : [address]), ...(name === "" || path === undefined ? [] : [path])];
}
