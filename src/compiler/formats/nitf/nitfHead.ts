import type { XmlElement } from "../../xml/xmlElement.ts";
import { childAt, childrenNamed, wordsOf } from "../../xml/childrenNamed.ts";

/** What a NITF document says above its text; "" for whatever is missing. */
export type NitfHead = { headline: string; subheading: string; byline: string; place: string; abstract: string };

export function nitfHead(nitf: XmlElement | undefined): NitfHead {
  const head = childAt(nitf, "body", "body.head");
  const headline = childAt(head, "hedline");
  // Newspaper archives repeat a byline in the form of an index.
  const bylines = childrenNamed(head, "byline").filter(({ attributes }) => attributes["class"] !== "normalized_byline");
  return {
    headline: wordsOf(childAt(headline, "hl1")) || wordsOf(childAt(nitf, "head", "title")),
    // In the New York Times archive, some of these are second headlines.
    subheading: wordsOf(childrenNamed(headline, "hl2").find(({ attributes }) => attributes["class"] !== "online_headline")),
    byline: bylines
      .map(bylineOf)
      .map((line, index) => (index === 0 ? line : line.replace(/^by\s+/iu, "")))
      .filter(Boolean)
      .join(", "),
    place: wordsOf(childAt(head, "dateline", "location")),
    abstract: wordsOf(childAt(head, "abstract")),
  };
}

function bylineOf(byline: XmlElement): string {
  const title = childAt(byline, "byttl");
  const written = { ...byline, nodes: byline.nodes.filter((node) => node !== title) };
  return childrenNamed(byline, "person").map(wordsOf).filter(Boolean).join(" and ") || wordsOf(written) || wordsOf(title);
}
