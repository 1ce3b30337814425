import { folded, meaningOf } from "../../draft/release/fields.ts";
import { attributeOf, type XmlTagAt, xmlTags } from "./xmlTags.ts";

/** All values of each field, any of which may keep an item back: two namespaces may share a name. */
export type FieldValues = Record<string, string[]>;

/** What a feed says about the release of all its items, and what each item that is not empty says about its own, in order. */
export type ReleaseFields = { all: FieldValues; items: FieldValues[] };

/**
 * What elements of any namespace say about release (PRISM, Dublin Core terms,
 * Media RSS, podcasts, a program's own), which the parser does not pass on.
 */
export function releaseFields(xml: string): ReleaseFields {
  const all: FieldValues = {};
  const items: FieldValues[] = [];
  let inItem: FieldValues | undefined;
  let isEmpty = true;
  for (const tag of xmlTags(xml)) {
    const local = tag.name.slice(tag.name.indexOf(":") + 1);
    if (local === "item" || local === "entry") {
      if (inItem && !isEmpty) items.push(inItem);
      inItem = tag.kind === "open" ? {} : undefined;
      isEmpty = true;
    } else if (tag.kind !== "close") {
      if (tag.kind === "open") isEmpty = false;
      const isOfFeed = local === "restriction" || (local === "block" && tag.kind === "open");
      const fields = inItem ?? all;
      if (inItem || isOfFeed) for (const [name, value] of Object.entries(fieldsAt(local, tag, xml))) (fields[name] ??= []).push(value);
    }
  }
  return { all, items };
}

function fieldsAt(local: string, tag: XmlTagAt, xml: string): Record<string, string> {
  if (local === "restriction") return restriction(tag, xml);
  if (READERSHIP.test(tag.name)) return {};
  const isRead = (PERIODS.has(local) || meaningOf(local) !== undefined) && !READ.has(folded(local));
  return tag.kind === "open" && isRead ? fieldsOf(local, textAt(xml, tag.end)) : {};
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

/** The date of publication and app:draft, which are read elsewhere. */
const READ = new Set(["pubdate", "date", "published", "issued", "draft"]);

/** Dublin Core elements that hold a period. */
const PERIODS = new Set(["available", "valid"]);

/** Dublin Core writes a period as "start=2030-04-22; end=2030-05-01" (DCMI Period). */
function fieldsOf(name: string, text: string): Record<string, string> {
  const part = (of: string): string | undefined => new RegExp(`(?:^|;)\\s*${of}=([^;]+)`, "iu").exec(text)?.[1]?.trim();
  const [start, end] = [part("start"), part("end")];
  if (start === undefined && end === undefined) return { [PERIODS.has(name) ? `${name}From` : name]: text };
  return { ...(start !== undefined && { [`${name}From`]: start }), ...(end !== undefined && { [`${name}Until`]: end }) };
}

function textAt(xml: string, start: number): string {
  const end = xml.indexOf("</", start);
  return xml
    .slice(start, end === -1 ? start : end)
    .replace(/<!\[CDATA\[|\]\]>/gu, "")
    .trim();
}
