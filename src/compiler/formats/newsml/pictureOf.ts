import type { XmlElement } from "../../xml/xmlElement.ts";
import { childAt, childrenNamed, wordsOf } from "../../xml/childrenNamed.ts";
import { largestPicture, type Rendition } from "../iptc/rendition.ts";

/** What is kept of a picture: the address of its largest rendition, and its words as plain text. */
export type Picture = { reference: string; alt: string; caption: string; credit: string };

/** The picture of an item; undefined if it has no file that browsers can show. */
export function pictureOf(item: XmlElement): Picture | undefined {
  const meta = childAt(item, "contentMeta");
  const rendition = largestPicture(renditionsIn(childAt(item, "contentSet")));
  if (rendition === undefined) return undefined;
  const descriptions = childrenNamed(meta, "description");
  const caption = descriptions.find(({ attributes }) => /caption/iu.test(attributes["role"] ?? "")) ?? descriptions[0];
  const credit = wordsOf(childAt(meta, "creditline"));
  const by = wordsOf(childAt(meta, "by")) || wordsOf(childAt(meta, "creator", "name"));
  return {
    reference: rendition.href,
    alt: wordsOf(childAt(meta, "headline")) || wordsOf(childAt(item, "itemMeta", "title")),
    caption: wordsOf(caption),
    credit: by === "" || credit.toLowerCase().includes(by.toLowerCase()) ? credit || by : [by, credit].filter(Boolean).join("/"),
  };
}

/** The renditions of an item, one for each `remoteContent`. Sizes are taken to be in pixels. */
export function renditionsIn(contentSet: XmlElement | undefined): Rendition[] {
  return childrenNamed(contentSet, "remoteContent").flatMap((content) => {
    const { attributes } = content;
    const href = (attributes["href"] ?? wordsOf(childAt(content, "altLoc"))).trim();
    const area = (Number(attributes["width"]) || 0) * (Number(attributes["height"]) || 0);
    const type = (attributes["contenttype"] ?? "").toLowerCase();
    return href === "" ? [] : [{ name: attributes["rendition"] ?? attributes["renditionuri"] ?? "", href, type, area }];
  });
}
