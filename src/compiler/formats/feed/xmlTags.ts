/** A tag in an XML text. Names are in lower case. */
export type XmlTagAt = {
  name: string;
  kind: "open" | "close" | "empty";
  /** The offset after the tag's name; `end` is the one after the tag. */
  nameEnd: number;
  end: number;
};

/**
 * The tags of an XML text in their order, without those in comments and CDATA.
 * Reads any text once and never throws: anything that is not a tag is skipped.
 */
export function* xmlTags(xml: string): Generator<XmlTagAt> {
  let at = xml.indexOf("<");
  while (at !== -1) {
    const special = SPECIAL.find(([start]) => xml.startsWith(start, at));
    if (special) {
      const end = xml.indexOf(special[1], at + special[0].length);
      if (end === -1) return;
      at = xml.indexOf("<", end + special[1].length);
      continue;
    }
    const tag = tagAt(xml, at);
    if (tag) yield tag;
    at = xml.indexOf("<", tag?.end ?? at + 1);
  }
}

/** An attribute of a tag: its value, and where it starts and ends, name and quotation marks included. */
export function attributeOf(xml: string, tag: XmlTagAt, name: string): { value: string; start: number; end: number } | undefined {
  const written = xml.slice(tag.nameEnd, tag.end);
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "iu").exec(written);
  const value = found?.[1] ?? found?.[2];
  if (!found || value === undefined) return undefined;
  const start = tag.nameEnd + found.index;
  return { value: value.replaceAll("&amp;", "&").trim(), start, end: start + found[0].length };
}

const SPECIAL: [string, string][] = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
  ["<!", ">"],
];

/** In characters. Tags are seldom longer, and one without its closing quotation mark would never end. */
const LONGEST_TAG = 20_000;

const NAME = /<(\/?)([^\s<>/="']+)/uy;

function tagAt(xml: string, at: number): XmlTagAt | undefined {
  NAME.lastIndex = at;
  const found = NAME.exec(xml);
  if (!found) return undefined;
  const [start, slash = "", name = ""] = found;
  const nameEnd = at + start.length;
  let quote = "";
  for (let place = nameEnd; place < Math.min(xml.length, nameEnd + LONGEST_TAG); place += 1) {
    const sign = xml.charAt(place);
    if (quote !== "") quote = sign === quote ? "" : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === "<") return undefined;
    else if (sign === ">") {
      const kind = slash === "/" ? "close" : xml.charAt(place - 1) === "/" ? "empty" : "open";
      return { name: name.toLowerCase(), kind, nameEnd, end: place + 1 };
    }
  }
  return undefined;
}
