import type { Article } from "#content/article.ts";
import type { Block, BlockOf } from "#content/blocks/block.ts";
import { sealedQuiz } from "#content/blocks/quiz.ts";
import { mapBlocks } from "#content/blocks/mapBlocks.ts";
import { digest } from "../state/digest.ts";
import type { Say } from "../text/say.ts";
import { sayInStories } from "../features/words/sayInStories.ts";
import { labelledImage } from "./labels.ts";
import { codeColors } from "./codeColors.ts";

/**
 * Prepares blocks for readers: a callout of a kind gets a title, code in a known language its colours, a picture made with AI a label,
 * and a quiz its id, while its solutions are sealed.
 * @param slug of the story, or the path of the page
 * @param inLanguage the language of the story
 * @param whenSet called for each block that is changed
 * @param say gives the words of titles
 */
export function typeset(
  blocks: Block[],
  { slug, inLanguage }: Pick<Article, "slug" | "inLanguage">,
  whenSet: () => void = () => {},
  say: Say = OWN,
): Block[] {
  return mapBlocks(blocks, {
    block: (block) => {
      const set = block.type === "quiz" ? quizOf(block, slug, inLanguage, say) : typesetBlock(block, inLanguage, say);
      if (set !== block) whenSet();
      return set;
    },
    image: (image) => {
      const set = labelledImage(image, inLanguage, say);
      if (set !== image) whenSet();
      return set;
    },
  });
}

/** The product's own words, if the paper has none. */
const OWN = sayInStories();

function typesetBlock(block: Block, inLanguage: string, say: Say): Block {
  if (block.type === "callout" && !block.title && block.kind)
    return { ...block, title: [{ type: "text", text: say(inLanguage, "callout", block.kind) }] };
  if (block.type === "code" && block.language !== undefined) {
    const colors = codeColors(block.text, block.language);
    return colors ? { ...block, colors } : block;
  }
  return block;
}

/**
 * Its id is made of its answers and its story, since many quizzes have the same answers (true or false). Whoever has played it finds that
 * again when a word of a question is corrected.
 */
function quizOf(quiz: BlockOf<"quiz">, slug: string, inLanguage: string, say: Say): Block {
  const id = digest(JSON.stringify([slug, quiz.questions.map(({ answers }) => answers)])).slice(0, 8);
  const title = quiz.title ?? [{ type: "text", text: say(inLanguage, "game", "quiz") }];
  return { ...sealedQuiz({ ...quiz, title }), id, elsewhere: say(inLanguage, "game", "elsewhere") };
}
