import { isProbablyReaderable, Readability } from "@mozilla/readability";
import { errorMessage } from "../../draft/errorMessage.ts";

/** The article of a page, as HTML. */
export type PageText = { html: string; title?: string | undefined; byline?: string | undefined };

/** Fewer characters are no article. */
const SHORTEST = 140;

/** Above this share of a text in links, it is a list of other pages. */
const MOST_LINKS = 0.6;

/**
 * Finds the article in a page; the document is used up.
 * @param isArticle whether the page says that it is one
 * @param isDated whether it says when it came out, as few others do
 * @returns why there is none, as a full sentence
 */
export function pageText(document: Document, isArticle: boolean, isDated: boolean): PageText | { reason: string } {
  try {
    if (!isArticle && !isDated && !isProbablyReaderable(document, { minContentLength: 60 }))
      return { reason: "The page holds no article that could be found." };
    keepPosts(document);
    const found = new Readability(document, { keepClasses: true, disableJSONLD: true, allowedVideoRegex: PLAYERS }).parse();
    const { content, textContent, title, byline } = found ?? {};
    const length = lengthOf(textContent ?? "");
    if (typeof content !== "string" || length < SHORTEST) return { reason: "The page holds no article that could be found." };
    if (!isArticle && linked(content) / length > MOST_LINKS) return { reason: "The page is a list of links to other pages." };
    return { html: content, title: title ?? undefined, byline: byline ?? undefined };
  } catch (error) {
    // The library walks a document that it changes; what it makes of a broken one is not ours to know.
    return { reason: `The page cannot be read: ${errorMessage(error)}.` };
  }
}

/** Posts of networks that a text shows are a part of it, whatever the box around them is called: Readability drops "social". */
function keepPosts(document: Document): void {
  for (const post of document.querySelectorAll(POSTS)) {
    let box: Element = post;
    while (box.parentElement !== null && box.parentElement.textContent.trim() === post.textContent.trim()) box = box.parentElement;
    if (box !== post) box.replaceWith(post);
  }
}

const POSTS = ["twitter", "instagram", "tiktok", "bluesky"].map((name) => `blockquote[class*="${name}"]`).join(", ");

/** Players that stay with the text; the door decides what becomes of them. */
const PLAYERS =
  /\/\/(?:[\w-]+\.)*(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|twitter\.com|x\.com|instagram\.com|tiktok\.com|facebook\.com|soundcloud\.com|spotify\.com|dwcdn\.net|google\.com\/maps|openstreetmap\.org)/iu;

const lengthOf = (text: string): number => text.replace(/\s+/gu, " ").trim().length;

function linked(html: string): number {
  return lengthOf([...html.matchAll(/<a\s[^>]*>([^]*?)<\/a>/giu)].map(([, inner = ""]) => inner.replace(/<[^>]*>/gu, "")).join(" "));
}
