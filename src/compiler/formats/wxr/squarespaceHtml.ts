import { defaultTreeAdapter, parseFragment, serialize } from "parse5";
import { attribute, type Element, find, hasClass, replaceElements } from "../../body/dom.ts";
import { escapeHtml } from "../../text/escaped.ts";

/** Whether a text is from Squarespace, whose export has the form of WordPress' and its own HTML, with all paragraphs. */
export const isSquarespace = (html: string): boolean => /\bclass="[^"]*\bsqs-/u.test(html);

/** The HTML of Squarespace with what its scripts would draw: videos that are HTML in an attribute, recordings, and galleries. */
export function squarespaceHtml(html: string): string {
  if (!isSquarespace(html)) return html;
  const fragment = parseFragment(html);
  replaceElements(find(fragment.childNodes, isDrawn), drawn);
  for (const element of find(fragment.childNodes, (each) => hasClass(each, "sqs-gallery")))
    element.attrs = [{ name: "class", value: "gallery" }];
  // Each picture is there a second time for browsers without scripts.
  for (const element of find(fragment.childNodes, (each) => each.tagName === "noscript")) defaultTreeAdapter.detachNode(element);
  return serialize(fragment);
}

/** The address of the original of a picture, of which Squarespace delivers copies in other sizes. */
export const squarespaceOriginal = (address: string): string =>
  address.replace(/^(https?:\/\/(?:[\w-]+\.)*squarespace(?:-cdn)?\.com\/[^?#]*)\?format=\w+$/u, "$1");

const isDrawn = (element: Element): boolean =>
  (hasClass(element, "sqs-video-wrapper") && attribute(element, "data-html") !== undefined) ||
  (hasClass(element, "sqs-audio-embed") && attribute(element, "data-url") !== undefined);

const drawn = (element: Element): string =>
  attribute(element, "data-html") ??
  `<audio src="${escapeHtml(attribute(element, "data-url") ?? "")}" title="${escapeHtml(attribute(element, "data-title") ?? "")}"></audio>`;
