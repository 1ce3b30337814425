import type { Piece, ParagraphChange } from "./changes.ts";

/** A paragraph of two versions: what was taken out is struck through, and what was put in underlined. @param without what only the other version has */
export function Changed({ pieces, without }: { pieces: ParagraphChange; without?: Piece<string>["type"] }) {
  return pieces.map(({ type, value }, at) => {
    if (type === without) return null;
    if (type === "same") return value;
    return type === "added" ? <ins key={at}>{value}</ins> : <del key={at}>{value}</del>;
  });
}
