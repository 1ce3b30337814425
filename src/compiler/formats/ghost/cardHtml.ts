import { isMissing, isRecord, numberIn, type Raw, wordsIn } from "../../text/jsonRecord.ts";
import { escapeHtml } from "../../text/escaped.ts";
import { renderMarkdown } from "../../reading/markdown/renderMarkdown.ts";
import { codeHtml } from "../../text/figureHtml.ts";
import { bookmark, embed, gallery, image, media, text } from "./mediaCards.ts";
import type { Warn } from "./postParts.ts";

/**
 * A card of Ghost's editors as HTML, which is then read like any other HTML. The
 * two editors name some cards differently; their fields are the same.
 */
export function cardHtml(name: string, card: Raw, warn: Warn): string {
  if (isHidden(card)) {
    warn(`A card (${name}) that only members or readers of email see was left out.`);
    return "";
  }
  const toHtml = Object.hasOwn(CARDS, name) ? CARDS[name] : undefined;
  if (toHtml !== undefined) return toHtml(card);
  if (WITHOUT_MEANING.has(name)) {
    warn(`A card (${name}) that means nothing here was left out.`, "notice");
    return "";
  }
  const words = wordsIn(card);
  warn(
    words === ""
      ? `A card of an unknown kind (${name}) was left out, since it has no words.`
      : `Only the words of a card of an unknown kind (${name}) were kept.`,
  );
  return words === "" ? "" : `<p>${escapeHtml(words)}</p>`;
}

const CARDS: Record<string, (card: Raw) => string> = {
  image,
  gallery,
  embed,
  bookmark,
  video: (card) => media("video", card),
  audio: (card) => media("audio", card),
  file,
  markdown: (card) => renderMarkdown(text(card, "markdown")).html,
  "card-markdown": (card) => renderMarkdown(text(card, "markdown")).html,
  html: (card) => text(card, "html"),
  code,
  codeblock: code,
  hr: () => "<hr>",
  horizontalrule: () => "<hr>",
  callout: (card) => {
    const emoji = text(card, "calloutEmoji");
    return `<div class="callout"><p>${emoji === "" ? "" : `${escapeHtml(emoji)} `}${withoutParagraphs(text(card, "calloutText"))}</p></div>`;
  },
  toggle: (card) => `<details><summary>${text(card, "heading")}</summary>${text(card, "content")}</details>`,
  button: (card) => buttonHtml(text(card, "buttonUrl"), text(card, "buttonText")),
  product,
  header: (card) =>
    `${picture(card, "backgroundImageSrc")}<h2>${text(card, "header")}</h2><p>${text(card, "subheader")}</p>${card["buttonEnabled"] === true ? buttonHtml(text(card, "buttonUrl"), text(card, "buttonText")) : ""}`,
  // The label says that the card is an advertisement.
  "call-to-action": (card) =>
    `${card["hasSponsorLabel"] === true ? `<div>${text(card, "sponsorLabel")}</div>` : ""}${picture(card, "imageUrl")}<div>${text(card, "textValue")}</div>${card["showButton"] === false ? "" : buttonHtml(text(card, "buttonUrl"), text(card, "buttonText"))}`,
};

/** Cards that ask readers to sign up or pay, or mark where the free part ends. */
const WITHOUT_MEANING = new Set(["paywall", "signup", "email", "email-cta", "members-only", "at-link-search", "collection"]);

/**
 * Whether a card is for some readers only, which it can be since version 5: `visibility.web.nonMember`, before that `visibility.showOnWeb`,
 * and at first `visibility.emailOnly`. One that says nothing of this is not known to be for all.
 */
export function isHidden({ visibility }: Raw): boolean {
  if (isMissing(visibility)) return false;
  if (!isRecord(visibility)) return true;
  const { web, emailOnly, showOnWeb } = visibility;
  const nonMember = isRecord(web) ? (web["nonMember"] ?? "") : web;
  const shown = [nonMember, showOnWeb, emailOnly === undefined ? undefined : emailOnly === false].filter((each) => each !== undefined);
  return shown.length === 0 || shown.some((each) => each !== true);
}

/** Whether a node of this name is a card, also if it holds a nested editor besides its fields. */
export const isCard = (name: string): boolean => Object.hasOwn(CARDS, name) || WITHOUT_MEANING.has(name);

/** A paragraph cannot contain paragraphs; a line break separates them instead. */
const withoutParagraphs = (html: string): string => html.replace(/<\/p>\s*<p\b[^>]*>/giu, "<br>").replace(/<\/?p\b[^>]*>/giu, "");

const buttonHtml = (url: string, label: string): string =>
  url === "" ? "" : `<p><a href="${escapeHtml(url)}">${escapeHtml(label || url)}</a></p>`;

function picture(card: Raw, field: string): string {
  const src = text(card, field);
  return src === "" ? "" : `<img src="${escapeHtml(src)}" alt="">`;
}

function code(card: Raw): string {
  const caption = text(card, "caption");
  const pre = codeHtml(text(card, "code"), text(card, "language"));
  return caption === "" ? pre : `<figure>${pre}<figcaption>${caption}</figcaption></figure>`;
}

function file(card: Raw): string {
  const src = text(card, "src");
  const name = text(card, "fileTitle", "fileName") || src;
  const caption = text(card, "fileCaption");
  const link = src === "" ? escapeHtml(name) : `<a href="${escapeHtml(src)}">${escapeHtml(name)}</a>`;
  return `<p>${link}${caption === "" ? "" : `<br>${escapeHtml(caption)}`}</p>`;
}

function product(card: Raw): string {
  const stars = card["productRatingEnabled"] === true ? numberIn(card["productStarRating"]) : Number.NaN;
  const rating = stars >= 0 && stars <= 5 ? `<br>${"★".repeat(stars)}${"☆".repeat(5 - Math.floor(stars))}` : "";
  return [
    picture(card, "productImageSrc"),
    `<p><strong>${withoutParagraphs(text(card, "productTitle"))}</strong>${rating}</p>`,
    `<div>${text(card, "productDescription")}</div>`,
    card["productButtonEnabled"] === true ? buttonHtml(text(card, "productUrl"), text(card, "productButton")) : "",
  ].join("");
}
