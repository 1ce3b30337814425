import type { Piece, ParagraphChange } from "./paragraphChanges.ts";

/** A paragraph of two versions: deletions are struck through, insertions underlined. @param without the type of piece to leave out */
export function Changed({ pieces, without }: { pieces: ParagraphChange; without?: Piece<string>["type"] }) {
  return pieces.map(({ type, value }, at) => {
    if (type === without) return null;
    if (type === "same") return value;
    return type === "added" ? <ins key={at}>{value}</ins> : <del key={at}>{value}</del>;
  });
}
