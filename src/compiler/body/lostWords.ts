import { parseFragment } from "parse5";
import type { Block } from "#content/blocks/block.ts";
import { inlineText } from "#content/blocks/plainText.ts";
import { eachPart } from "#content/blocks/visitBlocks.ts";
import type { Problem } from "../draft/problem.ts";

/**
 * Compares the words of a source with those of the blocks made from it, without the parser that made them: whatever a fault
 * swallowed is found, whatever its cause.
 * @param source HTML, or a text that `withoutMarks` has reduced to words and HTML
 * @param leftOut texts of the source that were left out on purpose, and reported
 * @returns the problem if more than two percent of the words are missing
 */
export function lostWords(source: string, blocks: Block[], leftOut: string[]): Omit<Problem, "file"> | undefined {
  const words = wordsIn(textOfHtml(source));
  const kept = new Map<string, number>();
  for (const word of wordsIn([...textsOf(blocks), ...leftOut].join("\n"))) kept.set(word, (kept.get(word) ?? 0) + 1);
  const lost = words.map((word) => {
    const left = kept.get(word) ?? 0;
    if (left > 0) kept.set(word, left - 1);
    return left === 0;
  });
  const count = lost.filter(Boolean).length;
  if (count <= Math.max(FEWEST, words.length * SHARE)) return undefined;
  const isRun = (at: number) => lost.slice(at, at + SHOWN).filter(Boolean).length > SHOWN / 2;
  const start = Math.max(
    lost.findIndex((isLost, at) => isLost && isRun(at)),
    lost.indexOf(true),
  );
  return {
    severity: "warning",
    message: `${count} of ${words.length} words of the source are not in the text, the first near “${words.slice(start, start + SHOWN).join(" ")}”.`,
    remedy: "Look for a tag or a comment (<!--) that is not closed there.",
  };
}

/** Whether a message is about lost words. */
export const isLostWords = (message: string): boolean => /^(?:\d+|…) of (?:\d+|…) words of the source/u.test(message);

const SHARE = 0.02;
/** Below this number of words, differences are those of marks: "1." in a list, "x" in a box. */
const FEWEST = 4;
/** How many words a message quotes. */
const SHOWN = 8;

/**
 * Where words are not separated by spaces, each character counts as one. Marks within a word, such as `*` and brackets, do not split it.
 * Addresses are no words.
 */
const wordsIn = (text: string): string[] =>
  text
    .replace(/https?:\/\/[^\s<>"]+|[*~`[\]\\’'\u00AD\u200B-\u200D\u2060]/gu, "")
    .match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}ー々]|[\p{L}\p{N}\p{M}]+/gu) ?? [];

const textsOf = (blocks: Block[]): string[] =>
  blocks.flatMap((block) => [
    ...eachPart(block, {
      line: inlineText,
      image: ({ alt, caption = [], credit = "" }) => `${inlineText(caption)}\n${credit}\n${alt}`,
      blocks: (inner) => textsOf(inner).join("\n"),
    }),
    ...(block.type === "custom" ? [JSON.stringify(block.fields)] : []),
    ...(block.type === "audio" || block.type === "video" ? [block.title ?? ""] : []),
  ]);

/** What is between the tags, without what no reader sees. Does not pair the tags of other elements, so that one that is not closed hides nothing. */
function textOfHtml(html: string): string {
  const text = MEANT.reduce((rest, pattern) => rest.replace(pattern, " "), html)
    .replace(INLINE_TAG, "")
    .replace(TAG, " ");
  if (!text.includes("&")) return text;
  // Without tags, all that the parser does is to decode character references.
  const [node] = parseFragment(text.replaceAll("<", "&lt;")).childNodes;
  return node && "value" in node ? node.value : text;
}

/**
 * What is left out of every text on purpose, from start to end. Fallbacks of players and frames are short. No pattern reads beyond the
 * next start of its kind, so that the time grows with the length of a text, whatever does not end in it.
 */
const MEANT = [
  /<!--(?:-?>|(?:(?!<!--|--!?>)[^])*--!?>)/gu,
  /<(script|style|template|noscript|noframes|datalist|head|svg|math|textarea|select|custom-block)\b[^<>]*>(?:(?!<\/?\1\b)[^])*<\/\1\s*>/giu,
  /<(audio|video|iframe|object|canvas|title)\b[^<>]*>[^]{0,600}?<\/\1\s*>/giu,
  /<[?!][^<>]*>/gu,
];

const INLINE_TAG = /<\/?(?:a|abbr|b|bdi|bdo|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|tt|u|wbr)\b(?:"[^"<]*"|'[^'<]*'|[^<>"'])*>/giu; // prettier-ignore
const TAG = /<\/?[a-z](?:"[^"<]*"|'[^'<]*'|[^<>"'])*>/giu;
