import { folded, meaningOf } from "../../draft/release/fields.ts";
import { xmlTags } from "./xmlTags.ts";

/**
 * What the items of a feed say of their release in elements of any namespace
 * (PRISM, Dublin Core's terms, a program's own), which the parser does not hand
 * on: for each item that holds anything, in their order.
 */
export function releaseFields(xml: string): Record<string, string>[] {
  const items: Record<string, string>[] = [];
  let inItem: Record<string, string> | undefined;
  let isEmpty = true;
  for (const { name, kind, end } of xmlTags(xml)) {
    const local = name.slice(name.indexOf(":") + 1);
    if (local === "item" || local === "entry") {
      if (inItem && !isEmpty) items.push(inItem);
      inItem = kind === "open" ? {} : undefined;
      isEmpty = true;
    } else if (inItem && kind === "open") {
      isEmpty = false;
      if ((PERIODS.has(local) || meaningOf(local) !== undefined) && !READ.has(folded(local)))
        Object.assign(inItem, fieldsOf(local, textAt(xml, end)));
    }
  }
  return items;
}

/** The date of publication and app:draft, which are read on their own. */
const READ = new Set(["pubdate", "date", "published", "issued", "draft"]);

/** Elements of Dublin Core's terms that say from when to when. */
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
