import { type Block, BLOCKS } from "./block.ts";
import type { Image } from "../image.ts";
import type { Inline } from "./inline.ts";
import { eachPart } from "./visitBlocks.ts";

/** The text of inlines, without marks. A break is a space; a note reference has no text. */
export function inlineText(inlines: Inline[]): string {
  return inlines.map(textOfInline).join("");
}

function textOfInline(inline: Inline): string {
  switch (inline.type) {
    case "text":
    case "code":
    case "math":
      return inline.text;
    case "break":
      return " ";
    case "noteRef":
      return "";
    case "checkbox":
      return checkboxCharacter(inline);
    case "strong":
    case "emphasis":
    case "sub":
    case "sup":
    case "mark":
    case "del":
    case "ins":
    case "abbr":
    case "link":
    case "lang":
      return inlineText(inline.children);
  }
}

/** The checkbox of a task list item, as a character. */
export const checkboxCharacter = ({ checked }: { checked: boolean }): string => (checked ? "☑ " : "☐ ");

/** The text of a body in reading order, a line per block. A pull quote repeats the text and is left out. */
export function plainText(blocks: Block[]): string {
  return joinLines(blocks.flatMap((block) => (BLOCKS[block.type].words === "repeated" ? [] : eachPart(block, TEXT))));
}

const TEXT = { line: inlineText, image: captionText, blocks: plainText };

/** The text of a picture's caption. */
export function captionText({ caption = [] }: Image): string {
  return inlineText(caption);
}

/** Joins texts as lines, without the empty ones. */
export const joinLines = (texts: string[]): string => texts.filter(Boolean).join("\n");
