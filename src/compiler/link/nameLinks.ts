import type { Article } from "#content/article.ts";
import type { Block, BlockOf } from "#content/block.ts";
import type { Inline, PlainMark } from "#content/inline.ts";
import { visitBlocks } from "#content/visitBlocks.ts";
import { digest } from "../state/digest.ts";
import { withBody } from "../state/lazyBody.ts";
import type { NameMemory } from "../state/NameMemory.ts";
import { type FindNames, type KnownName, nameFinder } from "./nameFinder.ts";

/** So many names of a story are links, the first: more would cost it more than half a kilobyte, and its quiet. */
const MOST = 10;

/**
 * Gives the function that makes of an article the one that its page shows: with a
 * link where it first names a place, topic or person of the edition. Feeds, books,
 * the search and the record have the article itself.
 * @param memory of what was found in the build before
 */
export function nameLinks(names: KnownName[], memory: NameMemory | undefined): (article: Article) => Article {
  if (names.length === 0) return (article) => article;
  const find = nameFinder(names);
  const set = digest(JSON.stringify(names));
  let last: { of: Article; body: Block[] } | undefined;
  const look = (article: Article): string => {
    const { body, found } = linkedBody(article.body, find);
    last = { of: article, body };
    return found.length === 0 ? "" : digest(JSON.stringify(found));
  };
  return (article) => {
    const found = memory ? memory.of(article, set, look) : look(article);
    if (found === "") return article;
    return withBody(article, () => (last?.of === article ? last.body : linkedBody(article.body, find).body), found);
  };
}

/**
 * A body with links at the names in it: in paragraphs, lists, quotations, callouts
 * and what is folded, and there in running words alone. Headings, captions, tables,
 * code, notes and credits stay as they are; so do the posts of a live blog, of which
 * another is the first with each that comes. What a link of the body leads to already gets no other.
 * @returns `found` tells, with the body, all that was found
 */
export function linkedBody(body: Block[], find: FindNames): { body: Block[]; found: [at: number, length: number, url: string][] } {
  const found: [number, number, string][] = [];
  const seen = urlsIn(body);
  let before = 0;
  const linkedText = (text: string): Inline[] => {
    const parts: Inline[] = [];
    let done = 0;
    for (const { at, length, url } of find(text)) {
      if (found.length === MOST) break;
      if (seen.has(url)) continue;
      seen.add(url);
      found.push([before + at, length, url]);
      if (at > done) parts.push({ type: "text", text: text.slice(done, at) });
      done = at + length;
      parts.push({ type: "link", url, card: true, children: [{ type: "text", text: text.slice(at, done) }] });
    }
    before += text.length;
    if (done < text.length) parts.push({ type: "text", text: text.slice(done) });
    return parts;
  };
  const inLine = (inlines: Inline[]): Inline[] =>
    inlines.flatMap((inline) => {
      if (inline.type === "text") return linkedText(inline.text);
      return isRunning(inline) ? [{ ...inline, children: inLine(inline.children) }] : [inline];
    });
  const inBlocks = (blocks: Block[]): Block[] =>
    blocks.map((block) => {
      if (block.type === "paragraph") return { ...block, children: inLine(block.children) };
      if (block.type === "list") return { ...block, items: block.items.map(inBlocks) };
      return isOfBlocks(block) ? { ...block, children: inBlocks(block.children) } : block;
    });
  return { body: inBlocks(body), found };
}

const isRunning = (inline: Inline): inline is Extract<Inline, { type: PlainMark }> =>
  inline.type === "strong" || inline.type === "emphasis" || inline.type === "mark" || inline.type === "ins";

const isOfBlocks = (block: Block): block is BlockOf<"quote" | "callout" | "details"> =>
  block.type === "quote" || block.type === "callout" || block.type === "details";

function urlsIn(body: Block[]): Set<string> {
  const urls = new Set<string>();
  visitBlocks(body, { inline: (inline) => void (inline.type === "link" && urls.add(inline.url)) });
  return urls;
}
