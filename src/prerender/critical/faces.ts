import type { Part } from "./sheet.ts";
import { declarationsIn, usedTokens } from "./tokens.ts";

/** Elements that browsers set in italics. */
const ITALIC = ["em", "i", "cite", "dfn", "address"];

/** Languages that are written in Arabic letters. */
const ARABIC = [":ar", ":fa", ":ur"];

/** By what of a page its faces are chosen. */
export const FACE_NAMES = [...ITALIC, ...ARABIC];

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
  return (face) => text.includes(familyOf(face)) && hasCommonLetters(face, names) && (hasItalics || !face.includes("font-style:italic"));
}

function familyOf(face: string): string {
  return /font-family:"?([^";]+)/u.exec(face)?.[1] ?? "";
}

/** From the space on, or those of Arabic; a face without a range has all that it has. */
function hasCommonLetters(face: string, names: ReadonlySet<string>): boolean {
  const [, range] = /unicode-range:([^;}]*)/iu.exec(face) ?? [];
  if (range === undefined || /^U\+20\b/iu.test(range)) return true;
  return /\bU\+621\b/iu.test(range) && ARABIC.some((language) => names.has(language));
}
