import { embedOf } from "../../body/embeds.ts";
import { isRecord, type Raw, recordIn, recordsOf, scalarText } from "../../text/jsonRecord.ts";
import { escapeHtml } from "../../text/escaped.ts";
import { frameHtml } from "../../text/figureHtml.ts";

/** The first of the fields that is not empty, as text; "" if all are. */
export const text = (card: Raw, ...keys: string[]): string =>
  keys.map((key) => scalarText(card[key])).find((value) => value.trim() !== "") ?? "";

/** `caption` is HTML in all versions, `alt` is text. */
export function image(card: Raw): string {
  const src = text(card, "src");
  if (src === "") return "";
  const picture = `<img src="${escapeHtml(src)}" alt="${escapeHtml(text(card, "alt", "altText", "title"))}">`;
  const href = text(card, "href");
  return figure(href === "" ? picture : `<a href="${escapeHtml(href)}">${picture}</a>`, text(card, "caption"));
}

export function gallery(card: Raw): string {
  const images = recordsOf(card["images"]).map(image).join("");
  return `<div class="gallery">${images}</div>${captionLine(text(card, "caption"))}`;
}

/** An embed from a known service by its address, anything else by the HTML that its site gave Ghost. */
export function embed(card: Raw): string {
  const url = text(card, "url");
  const html = text(card, "html");
  const metadata = recordIn(card, "metadata");
  const title = text(metadata, "title");
  const known = embedOf(url) !== undefined;
  const link = url === "" ? "" : `<p><a href="${escapeHtml(url)}">${escapeHtml(title || url)}</a></p>`;
  return `${known ? frameHtml(url, title) : html || link}${captionLine(text(card, "caption"))}`;
}

export function bookmark(card: Raw): string {
  const metadata: Raw = isRecord(card["metadata"]) ? card["metadata"] : card;
  const url = text(card, "url") || text(metadata, "url");
  const title = text(metadata, "title") || url;
  const lines = [
    url === "" ? escapeHtml(title) : `<a href="${escapeHtml(url)}">${escapeHtml(title)}</a>`,
    escapeHtml(text(metadata, "description")),
    escapeHtml([text(metadata, "author"), text(metadata, "publisher")].filter(Boolean).join(", ")),
  ];
  return `<p>${lines.filter(Boolean).join("<br>")}</p>${captionLine(text(card, "caption"))}`;
}

/** A recording with its caption. */
export function media(kind: "video" | "audio", card: Raw): string {
  const src = text(card, "src");
  const title = text(card, "title", "fileName");
  const player = `<${kind} src="${escapeHtml(src)}" title="${escapeHtml(title)}"></${kind}>`;
  return src === "" ? "" : figure(player, text(card, "caption"));
}

const figure = (html: string, caption: string): string =>
  caption === "" ? html : `<figure>${html}<figcaption>${caption}</figcaption></figure>`;

const captionLine = (caption: string): string => (caption === "" ? "" : `<p>${caption}</p>`);
