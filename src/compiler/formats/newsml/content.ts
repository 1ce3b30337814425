import { innerMarkup } from "../../xml/innerMarkup.ts";
import type { XmlElement } from "../../xml/xmlElement.ts";
import { childAt, childrenNamed, wordsOf } from "../../xml/childrenNamed.ts";
import { nitfHtml } from "../nitf/nitfHtml.ts";
import { plainTextHtml } from "../../text/plainTextHtml.ts";

/** The text of an item as HTML, and the NITF document that it comes from, if any. */
export type Content = { html: string; nitf?: XmlElement };

/** The richest of the texts that an item holds: XHTML, NITF, HTML as data, plain text. */
export function contentOf(item: XmlElement): Content {
  const set = childAt(item, "contentSet");
  const inline = childrenNamed(set, "inlineXML");
  const nitf = inline.flatMap((each) => childrenNamed(each, "nitf"))[0];
  const xhtml = inline.flatMap((each) => childrenNamed(each, "html"))[0];
  if (xhtml !== undefined) return { html: innerMarkup(childAt(xhtml, "body") ?? xhtml), ...(nitf && { nitf }) };
  if (nitf !== undefined) return { html: nitfHtml(nitf), nitf };
  const loose = inline.find(({ nodes }) => nodes.length > 0);
  if (loose !== undefined) return { html: innerMarkup(loose) };
  return { html: dataHtml(childrenNamed(set, "inlineData")) };
}

/** Data in base64 is a picture or a video, not text. */
function dataHtml(data: XmlElement[]): string {
  const texts = data.filter(({ attributes }) => !/base64/iu.test(attributes["encoding"] ?? ""));
  const html = texts.find(({ attributes }) => /html/iu.test(attributes["contenttype"] ?? ""));
  if (html !== undefined) return html.children.length > 0 ? innerMarkup(html) : html.text;
  const plain = texts.find(({ attributes }) => /^text\/plain|^$/iu.test(attributes["contenttype"] ?? "")) ?? texts[0];
  return plain === undefined ? "" : plainTextHtml(plain.children.length > 0 ? wordsOf(plain) : plain.text);
}

/** The address of a text that is not in the item. */
export const remoteText = (item: XmlElement): string | undefined =>
  childrenNamed(childAt(item, "contentSet"), "remoteContent").find(({ attributes }) =>
    /text|xml|html/iu.test(attributes["contenttype"] ?? ""),
  )?.attributes["href"];
