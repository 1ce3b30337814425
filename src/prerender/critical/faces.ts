import type { Part } from "./sheet.ts";
import { declarationsIn, usedTokens } from "./tokens.ts";

/** Elements that browsers set in italics. */
export const ITALIC = ["em", "i", "cite", "dfn", "address"];

/**
 * Which faces a page's first text is set in: those that its fonts name, of each
 * the cut with the common letters, and italics where something is in italics.
 * Those that a reader may have chosen are among them: no browser fetches one that it does not use.
 * @param parts what of the styles the page needs
 */
export function facesFor(parts: Part[], names: ReadonlySet<string>): (face: string) => boolean {
  const declarations = declarationsIn(parts);
  const used = usedTokens(declarations);
  const text = declarations
    .filter(({ property }) => !property.startsWith("--") || used.has(property))
    .map((declaration) => declaration.text)
    .join();
  const hasItalics = ITALIC.some((name) => names.has(name)) || text.includes("font-style:italic");
  return (face) => text.includes(familyOf(face)) && hasCommonLetters(face) && (hasItalics || !face.includes("font-style:italic"));
}

function familyOf(face: string): string {
  return /font-family:"?([^";]+)/u.exec(face)?.[1] ?? "";
}

/** From the space on; a face without a range has all that it has. */
function hasCommonLetters(face: string): boolean {
  return !face.includes("unicode-range") || /unicode-range:U\+20\b/iu.test(face);
}
