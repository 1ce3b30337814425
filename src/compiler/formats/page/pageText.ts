import { isProbablyReaderable, Readability } from "@mozilla/readability";
import { EMBED_HOSTS } from "../../body/embeds.ts";
import { errorMessage } from "../../text/errorMessage.ts";

/** The article of a page, as HTML. */
export type PageText = { html: string; title?: string | undefined; byline?: string | undefined };

/** In characters. A shorter text is not an article. */
const SHORTEST = 140;

/** A text with a larger share in links is a list of other pages. */
const MOST_LINKS = 0.6;

/**
 * Finds the article in a page, which destroys the document.
 * @param isArticle whether the page says that it is one
 * @param isDated whether it says when it was published, as few other pages do
 * @returns the article, or why there is none, as a full sentence
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
    // The library changes the document as it walks through it, so it may fail on a broken one.
    return { reason: `The page cannot be read: ${errorMessage(error)}.` };
  }
}

/** Embedded social media posts belong to the text, whatever the class of the element around them: Readability drops "social". */
function keepPosts(document: Document): void {
  for (const post of document.querySelectorAll(POSTS)) {
    let box: Element = post;
    while (box.parentElement !== null && box.parentElement.textContent.trim() === post.textContent.trim()) box = box.parentElement;
    if (box !== post) box.replaceWith(post);
  }
}

const POSTS = ["twitter", "instagram", "tiktok", "bluesky"].map((name) => `blockquote[class*="${name}"]`).join(", ");

/** Players that stay in the text, to be judged when its HTML is read. */
const PLAYERS = new RegExp(
  String.raw`\/\/(?:[\w-]+\.)*(?:${EMBED_HOSTS.map((host) => host.replaceAll(".", String.raw`\.`)).join("|")})\b`,
  "iu",
);

const lengthOf = (text: string): number => text.replace(/\s+/gu, " ").trim().length;

function linked(html: string): number {
  return lengthOf([...html.matchAll(/<a\s[^>]*>([^]*?)<\/a>/giu)].map(([, inner = ""]) => inner.replace(/<[^>]*>/gu, "")).join(" "));
}
