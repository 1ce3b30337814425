import type { XmlElement } from "../../xml/xmlElement.ts";
import { kid, kids, wordsOf } from "../elements.ts";
import { escapeHtml } from "../../draft/escaped.ts";
import { isPicture, largestPicture } from "../rendition.ts";

/** `media`: a picture with its caption and who made it; of a film or sound a link. */
export function mediaHtml(media: XmlElement, inner: (element: XmlElement) => string): string {
  const references = kids(media, "media-reference").map(({ attributes }) => ({
    name: attributes["name"] ?? "",
    href: (attributes["source"] ?? attributes["data-location"] ?? "").trim(),
    type: (attributes["mime-type"] ?? "").toLowerCase(),
    area: (Number(attributes["width"]) || 0) * (Number(attributes["height"]) || 0),
    alt: attributes["alternate-text"] ?? "",
  }));
  const caption = kids(media, "media-caption").map(inner).join(" ");
  const producer = wordsOf(kid(media, "media-producer"));
  const isImage = /^(?:image|photo|picture|graphic|)$/iu.test(media.attributes["media-type"] ?? "");
  const found = references.filter(({ href }) => href !== "");
  const picture = isImage ? largestPicture(found) : undefined;
  if (picture !== undefined) {
    const alt = found.find(({ alt: text }) => text !== "")?.alt ?? "";
    const credit = producer === "" ? "" : `<small>${escapeHtml(producer)}</small>`;
    return `<figure><img src="${escapeHtml(picture.href)}" alt="${escapeHtml(alt)}"><figcaption>${caption}${credit}</figcaption></figure>`;
  }
  const [recording] = found.filter((each) => !isPicture(each));
  if (recording === undefined) return caption === "" ? "" : `<p>${caption}</p>`;
  return `<p><a href="${escapeHtml(recording.href)}">${escapeHtml(wordsOf(kid(media, "media-caption")) || recording.href)}</a></p>`;
}
