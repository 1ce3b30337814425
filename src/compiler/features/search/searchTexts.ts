import type { Article } from "#content/article.ts";
import { type Block, BLOCKS } from "#content/blocks/block.ts";
import { captionText, inlineText, joinLines } from "#content/blocks/plainText.ts";
import { eachPart } from "#content/blocks/visitBlocks.ts";

/** The searched texts of a story, by weight: `aside` has captions, names and other words beside the text. */
export type SearchTexts = { headline: string; standfirst: string; aside: string[]; body: string[] };

type Searched = Pick<Article, "headline" | "standfirst" | "body" | "topics" | "places" | "authors" | "image" | "genre" | "dateline">;

/** The searched texts of a story. Each block is a separate text, so that no phrase matches across two of them. */
export function searchTexts(article: Searched): SearchTexts {
  const texts: SearchTexts = {
    headline: article.headline,
    standfirst: article.standfirst ?? "",
    aside: [...article.topics, ...article.places, ...article.authors].map(({ name }) => name),
    body: article.dateline === undefined ? [] : [article.dateline],
  };
  if (article.image?.caption) texts.aside.push(captionText(article.image));
  if (article.genre !== undefined) texts.aside.push(article.genre);
  addBlocks(texts, article.body);
  return texts;
}

function addBlocks(texts: SearchTexts, blocks: Block[]): void {
  for (const block of blocks) {
    const { words } = BLOCKS[block.type];
    if (words === "repeated") continue;
    const lines: string[] = [];
    eachPart(block, {
      line: (inlines) => void lines.push(inlineText(inlines)),
      image: (image) => void texts.aside.push(captionText(image)),
      blocks: (inner) => addBlocks(texts, inner),
    });
    if (lines.length > 0) texts[words === "aside" ? "aside" : "body"].push(joinLines(lines));
  }
}
