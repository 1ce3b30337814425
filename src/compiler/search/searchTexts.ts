import type { Article } from "#content/article.ts";
import type { Block } from "#content/block.ts";
import { inlineText, plainText } from "#content/plainText.ts";

/** What of a story is searched, by how much it says: captions and names stand beside the text. */
export type SearchTexts = { headline: string; standfirst: string; aside: string[]; body: string[] };

/** The texts of a story. A block is a text of its own, so that no phrase goes across two of them. */
export function searchTexts(article: Article): SearchTexts {
  const texts: SearchTexts = {
    headline: article.headline,
    standfirst: article.standfirst ?? "",
    aside: [...article.topics, ...article.places, ...article.authors].map(({ name }) => name),
    body: article.dateline === undefined ? [] : [article.dateline],
  };
  if (article.image?.caption) texts.aside.push(inlineText(article.image.caption));
  if (article.genre !== undefined) texts.aside.push(article.genre);
  for (const block of article.body) addBlock(texts, block);
  return texts;
}

function addBlock(texts: SearchTexts, block: Block): void {
  switch (block.type) {
    case "figure":
      texts.aside.push(inlineText(block.image.caption ?? []));
      break;
    case "gallery":
      for (const image of block.images) texts.aside.push(inlineText(image.caption ?? []));
      break;
    case "embed":
      texts.aside.push(block.title ?? "");
      break;
    case "list":
      for (const item of block.items) for (const inner of item) addBlock(texts, inner);
      break;
    case "quote":
    case "note":
      for (const inner of block.children) addBlock(texts, inner);
      if (block.type === "quote" && block.attribution) texts.body.push(inlineText(block.attribution));
      break;
    case "paragraph":
    case "heading":
    case "correction":
    case "table":
    case "code":
    case "unknown":
      texts.body.push(plainText([block]));
      break;
    case "pullQuote":
    case "divider":
      break;
  }
}
