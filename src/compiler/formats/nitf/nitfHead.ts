import type { XmlElement } from "../../xml/xmlElement.ts";
import { childAt, childrenNamed, wordsOf } from "../../xml/childrenNamed.ts";

/** What a NITF document says above its text; "" for whatever is missing. */
export type NitfHead = { headline: string; subheading: string; byline: string; place: string; abstract: string };

export function nitfHead(nitf: XmlElement | undefined): NitfHead {
  const head = childAt(nitf, "body", "body.head");
  const headline = childAt(head, "hedline");
  const byline = childAt(head, "byline");
  const title = childAt(byline, "byttl");
  const written = byline && { ...byline, nodes: byline.nodes.filter((node) => node !== title) };
  return {
    headline: wordsOf(childAt(headline, "hl1")) || wordsOf(childAt(nitf, "head", "title")),
    // In the New York Times archive, some of these are second headlines.
    subheading: wordsOf(childrenNamed(headline, "hl2").find(({ attributes }) => attributes["class"] !== "online_headline")),
    byline: childrenNamed(byline, "person").map(wordsOf).filter(Boolean).join(" and ") || wordsOf(written) || wordsOf(title),
    place: wordsOf(childAt(head, "dateline", "location")),
    abstract: wordsOf(childAt(head, "abstract")),
  };
}
