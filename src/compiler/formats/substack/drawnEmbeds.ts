import { defaultTreeAdapter, serialize } from "parse5";
import { decoded } from "#content/decoded.ts";
import { attribute, type Element, find, hasClass, type Node, replaceElements, textOf } from "../../body/dom.ts";
import { embedOf } from "../../body/embeds.ts";
import { releaseOf } from "../../draft/release/release.ts";
import { isRecord, type Raw, recordIn, recordsOf, scalarText } from "../../text/jsonRecord.ts";
import { escapeHtml } from "../../text/escaped.ts";
import { parseJson } from "../../text/parseJson.ts";
import { frameHtml } from "../../text/figureHtml.ts";
import { SUBSTACK_FIELDS } from "./substackFields.ts";

/**
 * Replaces the elements that Substack's pages draw from `data-attrs`, a JSON object, with what they show. Only those are left as they
 * are that have content of their own, such as the frame of a video.
 * @param lost is called with the name of each element that shows something that is not in an export
 */
export function drawEmbeds(nodes: Node[], lost: (name: string) => void): void {
  for (const each of find(nodes, (element) => hasClass(element, "hide-text", "image-link-expand"))) defaultTreeAdapter.detachNode(each);
  const withClass = (...names: string[]) => find(nodes, (element) => hasClass(element, ...names));
  replaceElements(withClass("callout-block", "pullquote"), boxed);
  replaceElements(withClass("file-embed-wrapper"), file);
  for (const element of find(nodes, (each) => attribute(each, "data-attrs") !== undefined && each.tagName !== "img")) {
    const name = attribute(element, "class")?.split(/\s+/u)[0] ?? "";
    const html = drawn(name, attributesOf(element), element);
    if (html !== undefined) replaceElements([element], () => html);
    else if (isEmpty(element)) lost([name, text(attributesOf(element), "label", "title")].filter(Boolean).join(": "));
  }
}

/** The address of the original of a picture, of which Substack's network delivers copies in other sizes. */
export const originalOf = (address: string): string =>
  decoded(
    /^https:\/\/(?:substackcdn\.com|cdn\.substack\.com)\/image\/fetch\/(?:[^/]*\/)?(https?(?::|%3A).+)$/u.exec(address)?.[1] ?? address,
  );

function attributesOf(element: Element): Raw {
  const json = parseJson(attribute(element, "data-attrs") ?? "");
  return "value" in json && isRecord(json.value) ? json.value : {};
}

const isEmpty = (element: Element): boolean =>
  !SHOWN.has(element.tagName) &&
  textOf(element.childNodes).trim() === "" &&
  find(element.childNodes, (inner) => SHOWN.has(inner.tagName)).length === 0;

const SHOWN = new Set(["iframe", "img", "audio", "video", "a"]);

const boxed = (element: Element): string => {
  const inner = serialize(element);
  return hasClass(element, "pullquote") ? `<aside class="pullquote">${inner}</aside>` : `<div class="callout">${inner}</div>`;
};

/** A file to download, with its name and size. */
function file(element: Element): string {
  const [link] = find(element.childNodes, (inner) => inner.tagName === "a");
  const [title = "", details = ""] = ["file-embed-details-h1", "file-embed-details-h2"].map((name) =>
    find(element.childNodes, (inner) => hasClass(inner, name))
      .map(({ childNodes }) => textOf(childNodes).trim())
      .join(" "),
  );
  return card((link && attribute(link, "href")) ?? "", { title, details }, "details") ?? "";
}

/** What an element shows, as HTML; undefined if its own content is all there is. */
function drawn(name: string, attrs: Raw, element: Element): string | undefined {
  if (Object.hasOwn(DRAWN, name)) return DRAWN[name]?.(attrs, element);
  const url = text(attrs, "url");
  if (!isEmpty(element) || url === "") return undefined;
  return embedOf(url) ? frameHtml(url, text(attrs, "title")) : card(url, attrs, "description");
}

const DRAWN: Record<string, (attrs: Raw, element: Element) => string | undefined> = {
  "image-gallery-embed": ({ gallery }) => {
    const pictures = isRecord(gallery) ? gallery : {};
    const alt = escapeHtml(text(pictures, "alt"));
    const images = recordsOf(pictures["images"]).map((image) => `<img src="${escapeHtml(text(image, "src"))}" alt="${alt}">`);
    const caption = text(pictures, "caption");
    return `<div class="gallery">${images.join("")}</div>${caption === "" ? "" : `<p>${escapeHtml(caption)}</p>`}`;
  },
  image3: (attrs) => `<img src="${escapeHtml(text(attrs, "src"))}" alt="${escapeHtml(text(attrs, "alt", "title"))}">`,
  tweet: (attrs, element) => tweet(attrs, element),
  instagram: (attrs) => {
    const id = text(attrs, "instagram_id");
    return id === "" ? undefined : frameHtml(`https://www.instagram.com/p/${id}/`, text(attrs, "title"));
  },
  "youtube-wrap": (attrs, element) => player("https://www.youtube.com/watch?v=", attrs, element),
  "vimeo-wrap": (attrs, element) => player("https://vimeo.com/", attrs, element),
  "mention-wrap": (attrs) => escapeHtml(text(attrs, "name")) || undefined,
  "latex-rendered": (attrs) => {
    const tex = text(attrs, "persistentExpression");
    return tex === "" ? undefined : `<p>\\[${escapeHtml(tex)}\\]</p>`;
  },
  "digest-post-embed": (attrs) => card(text(attrs, "canonical_url", "url"), attrs, "caption"),
  "embedded-post-wrap": (attrs) => card(text(attrs, "url", "canonical_url"), attrs, "truncated_body_text"),
  comment: (attrs) => {
    const comment = recordIn(attrs, "comment");
    return card(text(attrs, "url"), { ...comment, title: text(comment, "name") }, "body");
  },
};

/** The first of the fields that is not empty. */
const text = (attrs: Raw, ...names: string[]): string =>
  names.map((name) => scalarText(attrs[name]).trim()).find((value) => value !== "") ?? "";

const player = (base: string, attrs: Raw, element: Element): string | undefined =>
  isEmpty(element) && text(attrs, "videoId") !== "" ? frameHtml(base + text(attrs, "videoId"), "") : undefined;

/** The text of a post is in the element in old exports, and among its attributes in others. */
function tweet(attrs: Raw, element: Element): string | undefined {
  const [own] = find(element.childNodes, (inner) => hasClass(inner, "tweet-text"));
  const links = find(element.childNodes, (inner) => inner.tagName === "a").map((link) => attribute(link, "href") ?? "");
  const url = text(attrs, "url") || (links.find((href) => href.includes("/status")) ?? "");
  const words = text(attrs, "full_text") || (own ? textOf(own.childNodes).trim() : "");
  if (url === "" && words === "") return undefined;
  const author = [text(attrs, "name"), text(attrs, "username") && `(@${text(attrs, "username")})`].filter(Boolean).join(" ");
  const address = escapeHtml(url.replace(/\?.*$/su, ""));
  return `<blockquote class="twitter-tweet"><p>${escapeHtml(words)}</p>${author === "" ? "" : `— ${escapeHtml(author)} `}<a href="${address}">${escapeHtml(text(attrs, "date").slice(0, 10) || url)}</a></blockquote>`;
}

/** A box that leads to another page: its title, what it says about the page if everybody may read that, and the publication. */
function card(url: string, attrs: Raw, about: string): string | undefined {
  const title = text(attrs, "title", "name", "author_name") || url;
  if (title === "") return undefined;
  const link = url === "" ? escapeHtml(title) : `<a href="${escapeHtml(url)}">${escapeHtml(title)}</a>`;
  const isOpen = releaseOf(attrs, { timeZone: "UTC", certain: SUBSTACK_FIELDS }).held === undefined;
  if (!isOpen) return `<p>${link}</p>`;
  return `<p>${[link, ...[text(attrs, about), text(attrs, "publication_name", "subtitle")].filter(Boolean).map(escapeHtml)].join("<br>")}</p>`;
}
