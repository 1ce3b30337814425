import type { Media } from "./wxrMedia.ts";

/** A piece of a text. Classic text has no paragraph elements. */
export type Piece = { text: string; classic: boolean };

type Options = { media: Pick<Media, "sharedBlock">; notice: (message: string) => void };

/** A comment of the block editor: `<!-- wp:name {"json"} /-->`. WordPress writes no "--" into the JSON. */
const COMMENT = /<!--\s+(\/?)wp:([a-z][a-z0-9_-]*(?:\/[a-z][a-z0-9_-]*)?)\s+(?:(\{(?:[^<>]|<(?!!--)){0,20000}?\})\s+)?(\/?)-->/gu;

/** Text of the block editor is HTML between comments; anything outside blocks, or in a classic block, is classic text. */
export function editorBlocks(content: string, options: Options, depth = 0): Piece[] {
  const pieces: Piece[] = [];
  const open: string[] = [];
  let from = 0;
  const take = (to: number) => {
    const text = content.slice(from, to);
    if (text.trim() !== "") pieces.push({ text, classic: open.length === 0 || open.at(-1) === "freeform" || open.at(-1) === "shortcode" });
  };
  for (const match of content.matchAll(COMMENT)) {
    const [comment, end = "", name = "", json, single = ""] = match;
    take(match.index);
    from = match.index + comment.length;
    if (single !== "") pieces.push(...dynamic(name, json, options, depth));
    else if (end === "") open.push(name);
    else if (open.includes(name)) open.splice(open.lastIndexOf(name));
  }
  take(content.length);
  return together(pieces);
}

/** Joins neighbours of the same kind: a block's HTML may begin in one piece and end in another. */
function together(pieces: Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && last.classic === piece.classic) last.text += piece.text;
    else joined.push({ ...piece });
  }
  return joined;
}

/** Blocks without text: a shared one is inserted; others show what only a running WordPress can generate, or parts of the theme. */
function dynamic(name: string, json: string | undefined, options: Options, depth: number): Piece[] {
  const ref = /"ref":\s*(\d+)/u.exec(json ?? "")?.[1];
  const shared = name === "block" && ref !== undefined && depth < 5 ? options.media.sharedBlock(ref) : undefined;
  if (shared !== undefined) return editorBlocks(shared, options, depth + 1);
  options.notice(`A block (${name}) that holds no text of its own was left out.`);
  return [];
}
