import type { Article } from "#content/article.ts";
import type { Block, BlockOf } from "#content/blocks/block.ts";
import type { Inline, PlainMark } from "#content/blocks/inline.ts";
import { inlineText } from "#content/blocks/plainText.ts";
import { visitBlocks } from "#content/blocks/visitBlocks.ts";
import { digest } from "../state/digest.ts";
import { withBody } from "../state/lazyBody.ts";
import type { NameMemory } from "../state/NameMemory.ts";
import { type FindNames, type FoundName, type KnownName, nameFinder } from "./nameFinder.ts";

/** The maximum number of linked names in a story: more would add over half a kilobyte and distract from the text. */
const MOST = 10;

/**
 * Returns the function that makes the version of an article for its page, with a link
 * at the first mention of each place, topic or person of the edition. Feeds, books,
 * search and the record use the article itself.
 * @param memory remembers what was found in the previous build
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
 * Adds links to the names in a body: in the running text of paragraphs, lists, quotes,
 * callouts and details. Headings, captions, tables, code, notes and credits are left
 * unchanged; so are the posts of a live blog, since each new post would move the first
 * mention. A page that the body already links to gets no other link.
 * @returns the body, and in `found` the links added
 */
export function linkedBody(body: Block[], find: FindNames): { body: Block[]; found: [at: number, length: number, url: string][] } {
  const found: [number, number, string][] = [];
  const seen = urlsIn(body);
  let before = 0;
  const isTaken = ({ at, length, url }: FoundName): boolean => {
    if (found.length === MOST || seen.has(url)) return false;
    seen.add(url);
    found.push([before + at, length, url]);
    return true;
  };
  const inLine = (line: Inline[]): Inline[] => {
    // Searches the whole line, since the words beside a name may have other marks.
    const names = find(inlineText(line));
    let end = 0;
    const linked = (inlines: Inline[]): Inline[] =>
      inlines.flatMap((inline) => {
        if (isRunning(inline)) return [{ ...inline, children: linked(inline.children) }];
        const start = end;
        end += inlineText([inline]).length;
        if (inline.type !== "text") return [inline];
        const within = names.filter(({ at, length }) => at >= start && at + length <= end).filter(isTaken);
        return withLinks(inline.text, start, within);
      });
    const result = linked(line);
    before += end;
    return result;
  };
  return { body: inLines(body, inLine), found };
}

/** Removes the links at names from a body. */
export function unlinkedBody(body: Block[]): Block[] {
  const unlinked = (inlines: Inline[]): Inline[] => {
    const line: Inline[] = [];
    let isAfterName = false;
    for (const inline of inlines) {
      const isName = inline.type === "link" && inline.card === true;
      const last = line.at(-1);
      if (!isName && inline.type !== "text") line.push(isRunning(inline) ? { ...inline, children: unlinked(inline.children) } : inline);
      else if (last?.type === "text" && (isName || isAfterName)) line.splice(-1, 1, text(last.text + inlineText([inline])));
      else line.push(text(inlineText([inline])));
      isAfterName = isName;
    }
    return line;
  };
  return inLines(body, unlinked);
}

/** Transforms the lines in which names are linked. */
function inLines(blocks: Block[], make: (line: Inline[]) => Inline[]): Block[] {
  return blocks.map((block) => {
    if (block.type === "paragraph") return { ...block, children: make(block.children) };
    if (block.type === "list") return { ...block, items: block.items.map((item) => inLines(item, make)) };
    return isOfBlocks(block) ? { ...block, children: inLines(block.children, make) } : block;
  });
}

/** @param start where the text starts in its line */
function withLinks(words: string, start: number, names: FoundName[]): Inline[] {
  const parts: Inline[] = [];
  let done = 0;
  for (const { at, length, url } of names) {
    const from = at - start;
    if (from > done) parts.push(text(words.slice(done, from)));
    done = from + length;
    parts.push({ type: "link", url, card: true, children: [text(words.slice(from, done))] });
  }
  if (done < words.length) parts.push(text(words.slice(done)));
  return parts;
}

const text = (words: string): Inline => ({ type: "text", text: words });

const isRunning = (inline: Inline): inline is Extract<Inline, { type: PlainMark }> =>
  inline.type === "strong" || inline.type === "emphasis" || inline.type === "mark" || inline.type === "ins";

const isOfBlocks = (block: Block): block is BlockOf<"quote" | "callout" | "details"> =>
  block.type === "quote" || block.type === "callout" || block.type === "details";

function urlsIn(body: Block[]): Set<string> {
  const urls = new Set<string>();
  visitBlocks(body, { inline: (inline) => void (inline.type === "link" && urls.add(inline.url)) });
  return urls;
}
