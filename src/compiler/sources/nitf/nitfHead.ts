import type { XmlElement } from "../../xml/xmlElement.ts";
import { kid, kids, wordsOf } from "../elements.ts";

/** What a NITF document says above its text; "" for whatever is missing. */
export type NitfHead = { headline: string; subheading: string; byline: string; place: string; abstract: string };

export function nitfHead(nitf: XmlElement | undefined): NitfHead {
  const head = kid(nitf, "body", "body.head");
  const headline = kid(head, "hedline");
  const byline = kid(head, "byline");
  const title = kid(byline, "byttl");
  const written = byline && { ...byline, nodes: byline.nodes.filter((node) => node !== title) };
  return {
    headline: wordsOf(kid(headline, "hl1")) || wordsOf(kid(nitf, "head", "title")),
    // In the New York Times archive, some of these are second headlines.
    subheading: wordsOf(kids(headline, "hl2").find(({ attributes }) => attributes["class"] !== "online_headline")),
    byline: wordsOf(kid(byline, "person")) || wordsOf(written) || wordsOf(title),
    place: wordsOf(kid(head, "dateline", "location")),
    abstract: wordsOf(kid(head, "abstract")),
  };
}

/** What a NITF document's `docdata` says about when it may be published. */
export function releaseFields(nitf: XmlElement | undefined): Record<string, string> {
  const data = kid(nitf, "head", "docdata");
  const date = (name: string) => kid(data, name)?.attributes["norm"] ?? "";
  return {
    "management-status": data?.attributes["management-status"] ?? "",
    "date.release": date("date.release"),
    "date.expire": date("date.expire"),
  };
}
