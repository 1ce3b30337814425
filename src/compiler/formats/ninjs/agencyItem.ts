import { isRecord, type Raw, recordsOf, scalarText } from "../../text/jsonRecord.ts";
import { withLowercaseNames } from "./withLowercaseNames.ts";

/**
 * Converts an item of AP's Media API or of Reuters Connect to ninjs, which both
 * nearly are without claiming to be; undefined for any other item.
 * @param around the response that holds it, which may hold its text
 */
export function agencyItem(raw: Raw, around: Raw): Raw | undefined {
  if ("versionedGuid" in raw || "bodyXhtml" in raw || "bodyXhtmlRich" in raw) return ofReuters(withLowercaseNames(raw));
  const ids = raw["altids"];
  const isAp = isRecord(ids) && "itemid" in ids && ("etag" in ids || "friendlykey" in ids || "bylines" in raw);
  return isAp ? ofAp(withLowercaseNames(raw), isRecord(ids) ? ids : {}, around["nitf"] ?? raw["nitf"]) : undefined;
}

/** The texts of Reuters are whole XHTML documents. */
function ofReuters(item: Raw): Raw {
  const html = scalarText(item["bodyxhtmlrich"]) || scalarText(item["bodyxhtml"]);
  const guid = scalarText(item["versionedguid"]) || scalarText(item["usn"]);
  return {
    ...item,
    ...(guid !== "" && item["uri"] === undefined && { guid }),
    body_html: /<body\b[^>]*>([^]*)<\/body>/iu.exec(html)?.[1] ?? html,
    description_summary: scalarText(item["intro"]) || scalarText(item["fragment"]),
    slugline: item["slugline"] ?? item["slug"],
  };
}

/** The text of an AP story is a separate NITF document, which programs that fetch it store beside the item. */
function ofAp(item: Raw, ids: Raw, nitf: unknown): Raw {
  const text = isRecord(nitf) ? scalarText(nitf["body_html"]) : scalarText(nitf);
  // What those programs call HTML is the content of NITF's `body.content`.
  const document = /^\s*<(?:\?xml|!DOCTYPE|nitf)/u.test(text) ? text : `<nitf><body><body.content>${text}</body.content></body></nitf>`;
  const byline = recordsOf(item["bylines"]).map((line) => scalarText(line["by"]) || scalarText(line["name"]));
  const located = isRecord(item["datelinelocation"]) ? scalarText(item["datelinelocation"]["city"]) : "";
  const isChosen = ({ rels }: Raw) => !Array.isArray(rels) || rels.includes("direct");
  return {
    ...item,
    uri: ids["itemid"],
    ...(text !== "" && { body_nitf: document }),
    ...(byline.length > 0 && { byline: byline.filter(Boolean).join(", ") }),
    ...(located !== "" && { located }),
    description_summary: item["description_summary"] ?? item["headline_extended"],
    subject: recordsOf(item["subject"]).filter(isChosen),
  };
}
