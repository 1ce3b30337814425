import { certainFields } from "../../draft/release/certainFields.ts";
import { instantOf } from "../../text/instantOf.ts";
import { folded, meaningOf } from "../../draft/release/releaseFields.ts";
import { attributeOf, type XmlTagAt, xmlTags } from "./xmlTags.ts";

/** All values of each field, any of which may keep an item back: two namespaces may share a name. */
export type FieldValues = Record<string, string[]>;

/** What an item says about its release; Blogger also says what kind of item it is, and its address. */
export type ItemFields = { release: FieldValues; kind?: string; address?: string };

/** What a feed says about the release of all its items, and what each item says about its own, by its xml:id. */
export type ReleaseFields = { all: FieldValues; items: Map<string, ItemFields> };

/** The elements and attributes with which RSS, Atom and their extensions keep an item back. */
export const FEED_FIELDS = certainFields({
  // Podcasts: itunes:block, googleplay:block, podcast:block
  block: { publishes: ["no", "false"], withholds: ["yes", "true"] },
  // Media RSS 1.5.1, media:status
  "media:status": { publishes: ["active"], withholds: ["blocked", "deleted"] },
  // Dublin Core terms: who may have access, in words or as an address, such as that of COAR for open access
  accessRights: { publishes: ["public", "open", "openAccess", "free", "unrestricted", "c_abf2"], withholds: ["restricted", "closed"] },
  // Blogger
  "blogger:status": { publishes: ["live"], withholds: ["draft", "soft_trashed", "scheduled"], isRequired: true },
  blog_read_access_mode: { publishes: ["public"], withholds: ["private", "contributors", "readers"] },
});

/**
 * What elements of any namespace say about release (PRISM, Dublin Core terms,
 * Media RSS, podcasts, a program's own), which the parser does not pass on.
 */
export function releaseFields(xml: string): ReleaseFields {
  const all: FieldValues = {};
  const items = new Map<string, ItemFields>();
  const blogger = new Set(["blogger", ...[...xml.matchAll(BLOGGER)].map(([, prefix = ""]) => prefix.toLowerCase())]);
  let inItem: ItemFields | undefined;
  let depth = 0;
  // Blogger says of authors, too, what type they are.
  let inAuthor = false;
  for (const tag of xmlTags(xml)) {
    const local = tag.name.slice(tag.name.indexOf(":") + 1);
    if (local === "item" || local === "entry") {
      const id = depth === 0 && tag.kind === "open" ? attributeOf(xml, tag, "xml:id")?.value : undefined;
      if (id !== undefined) items.set(id, (inItem = { release: {} }));
      depth = Math.max(0, depth + (tag.kind === "open" ? 1 : tag.kind === "close" ? -1 : 0));
      if (depth === 0) inItem = undefined;
    } else if (local === "author") {
      inAuthor = tag.kind === "open";
    } else if (tag.kind !== "close") {
      const isOfFeed = local === "restriction" || (local === "block" && tag.kind === "open");
      const fields = inItem?.release ?? all;
      if (inItem && !inAuthor && blogger.has(prefixOf(tag.name))) Object.assign(inItem, bloggerFields(local, tag, xml, inItem));
      else if (inItem || isOfFeed) add(fields, fieldsAt(local, tag, xml));
    }
  }
  // Nobody knows whether an entry without a status is public.
  for (const { kind, release } of items.values()) if (kind !== undefined) release["blogger:status"] ??= [""];
  return { all, items };
}

/** A prefix for the names of Blogger's elements. */
const BLOGGER = /xmlns:([\w.-]+)\s*=\s*["']http:\/\/schemas\.google\.com\/blogger\/\d+["']/gu;

const prefixOf = (name: string): string => name.slice(0, Math.max(0, name.indexOf(":")));

function add(fields: FieldValues, said: Record<string, string>): void {
  for (const [name, value] of Object.entries(said)) (fields[name] ??= []).push(value);
}

/** Blogger's archive since 2025 (Google Takeout) says in elements of its own what an entry is. */
function bloggerFields(local: string, tag: XmlTagAt, xml: string, { release, kind: before }: ItemFields): Omit<ItemFields, "release"> {
  const text = tag.kind === "open" ? textAt(xml, tag.end) : "";
  // Of several kinds, that of a post counts least.
  if (local === "type") return before === undefined || before === "post" ? { kind: text.toLowerCase() } : {};
  if (local === "filename" && text !== "") return { address: text };
  if (local === "status") add(release, { "blogger:status": text });
  // The time at which it was deleted.
  if (local === "trashed" && text !== "") add(release, { "blogger:status": "SOFT_TRASHED" });
  return {};
}

function fieldsAt(local: string, tag: XmlTagAt, xml: string): Record<string, string> {
  if (local === "restriction") return restriction(tag, xml);
  if (local === "meta") return robots(tag, xml);
  if (tag.name === "media:status") return { "media:status": attributeOf(xml, tag, "state")?.value ?? "" };
  if (READERSHIP.test(tag.name)) return {};
  const isRead = PERIODS.has(local) || FEED_FIELDS.has(folded(local)) || (meaningOf(local) !== undefined && !READ.has(folded(local)));
  const text = tag.kind === "open" && isRead ? textAt(xml, tag.end) : "";
  if (local === "accessrights") return { [local]: text.replace(/^.*\//su, "").replace(/[\s,;].*$/su, "") };
  // Atom 0.3 calls the date of publication so; libraries give only the year in dcterms:issued.
  const isDate = local === "issued" && (local === tag.name || instantOf(text, "UTC") === undefined);
  return isDate ? {} : fieldsOf(local, text);
}

/** `<xhtml:meta name="robots" content="noindex"/>`. In a feed it is about the feed's own file, in an item about its page. */
function robots(tag: XmlTagAt, xml: string): Record<string, string> {
  const name = attributeOf(xml, tag, "name")?.value.toLowerCase() ?? "";
  return /^(?:robots|googlebot|bingbot)/u.test(name) ? { robots: attributeOf(xml, tag, "content")?.value ?? "" } : {};
}

/** Who may see it (Media RSS 1.5.1, media:restriction), or that it may not be syndicated (access:restriction): "allow country us gb". */
function restriction(tag: XmlTagAt, xml: string): Record<string, string> {
  const type = attributeOf(xml, tag, "type")?.value ?? "";
  // It says whether others may embed the video, not who may see it.
  if (type.toLowerCase() === "sharing") return {};
  const relationship = attributeOf(xml, tag, "relationship")?.value.toLowerCase() ?? "deny";
  const who = tag.kind === "open" ? textAt(xml, tag.end) : "";
  const isOpen = relationship === "allow" ? /^(?:all)?$/iu.test(who) : /^none$/iu.test(who);
  return isOpen ? {} : { restriction: [relationship, type, who].filter((part) => part !== "").join(" ") };
}

/** Whom it was written for, not who may see it (Dublin Core terms, schema.org). */
const READERSHIP = /^(?:dc\w*|schema|s):audience$/iu;

/** The date of publication, which is read elsewhere. */
const READ = new Set(["pubdate", "date", "published"]);

/** Dublin Core elements that hold a period. */
const PERIODS = new Set(["available", "valid"]);

/** Dublin Core writes a period as "start=2030-04-22; end=2030-05-01" (DCMI Period) or as "2030-04-22/2030-05-01" (ISO 8601). */
function fieldsOf(name: string, text: string): Record<string, string> {
  const part = (of: string): string | undefined => new RegExp(`(?:^|;)\\s*${of}=([^;]+)`, "iu").exec(text)?.[1]?.trim();
  const [start, end] = [part("start"), part("end")];
  if (start !== undefined || end !== undefined) return { [`${name}From`]: start ?? "", [`${name}Until`]: end ?? "" };
  if (!PERIODS.has(name)) return { [name]: text };
  const [from = "", until] = text.split("/");
  // Of a single date of validity nobody can tell which end it is.
  return { [`${name}From`]: from, [`${name}Until`]: until ?? (name === "valid" ? from : "") };
}

function textAt(xml: string, start: number): string {
  const end = xml.indexOf("</", start);
  return xml
    .slice(start, end === -1 ? start : end)
    .replace(/<!\[CDATA\[|\]\]>/gu, "")
    .trim();
}
