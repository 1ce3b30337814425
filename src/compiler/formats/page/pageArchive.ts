import { decode } from "../../text/decode.ts";
import { defaultTreeAdapter, parseFragment, type DefaultTreeAdapterTypes, parse, serialize } from "parse5";
import { bothReleases, releaseOf } from "../../draft/release/release.ts";
import { type ArchiveFormat, type ArchiveContext, type ArchiveFile, archiveTime } from "../archiveFormat.ts";
import { oneLine } from "../../text/cleanText.ts";
import { EXPORTED, isExportedPage } from "../tumblr/tumblrSource.ts";
import { schemaOrgRelease } from "../schemaOrg/schemaOrgRelease.ts";
import { pageJsonLd } from "./pageJsonLd.ts";
import { pageDraft } from "./pageDraft.ts";
import { PAGE_FIELDS, pageRelease } from "./pageRelease.ts";
import { parseHTML } from "linkedom";

/** Saved web pages, with one article each, which Mozilla's Readability finds among menus and advertisements. */
export const pageArchive: ArchiveFormat = {
  name: "page",
  title: "Saved web pages",
  fallback: true,
  detects: ({ path, head }) =>
    /\.(?:x?html?|php|aspx?)$/iu.test(path)
      ? /<[a-z!]/iu.test(head)
      : /^\s*(?:<!--[^]{0,500}?-->\s*)?<(?:!doctype\s+html|html[\s>])/iu.test(head),
  titleOf,
  read,
};

/** The title as shown in a browser tab, in which most sites name themselves. */
function titleOf(head: string): string | undefined {
  const [, title] = /<title\b[^>]*>([^<]*)<\/title>/iu.exec(head) ?? [];
  const [text] = parseFragment(title ?? "").childNodes;
  return text !== undefined && defaultTreeAdapter.isTextNode(text) ? oneLine(text.value) || undefined : undefined;
}

async function* read(file: ArchiveFile, context: ArchiveContext) {
  const where = { file: file.path, place: "page" };
  if (file.size > LARGEST) return context.skip(where, "The page is larger than 8 MB, which no article is.");
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.bytes()) chunks.push(chunk);
  const html = decodeHtml(Buffer.concat(chunks));
  // In a long post, what tells Tumblr's export from other pages is below all that is read to recognise it.
  if (isExportedPage(html)) return context.skip(where, EXPORTED, {});
  const page = pageDocument(html);
  if ("reason" in page) return context.skip(where, page.reason);
  const time = archiveTime(context);
  const ofPage = releaseOf(pageRelease(page.document), { ...time, certain: PAGE_FIELDS });
  const { held, moments } = bothReleases(ofPage, schemaOrgRelease(pageJsonLd(page.document)?.article ?? {}, time));
  if (held !== undefined) return context.skip(where, held, {});
  const draft = pageDraft(page.document, where, context);
  if ("reason" in draft) return context.skip(where, draft.reason);
  yield { ...draft, moments };
}

/** In bytes. */
const LARGEST = 8_000_000;

/** The text of a page: decoded by its byte order mark, else by its `meta`, else as UTF-8 or Windows-1252 (WHATWG HTML, 13.2.3.2). */
function decodeHtml(bytes: Uint8Array): string {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const named = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)/iu.exec(start)?.[1]?.toLowerCase();
  const hasMark = /^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)/u.test(start);
  // A declaration that could be read byte by byte is not UTF-16, whatever it says.
  if (hasMark || named === undefined || /^utf-?(?:8|16)/u.test(named)) return decode(bytes).text;
  try {
    return new TextDecoder(named).decode(bytes).replace(/\r\n?/gu, "\n");
  } catch {
    return decode(bytes).text;
  }
}

/**
 * A page as a document. It is first parsed as browsers do and made well formed: the
 * document's own parser is fast but does not correct errors.
 * @returns the document, or why it cannot be read, as a full sentence
 */
function pageDocument(html: string): { document: Document } | { reason: string } {
  const tree = parse(html);
  const reason = tooLarge(tree.childNodes);
  if (reason !== undefined) return { reason };
  const { document } = parseHTML(serialize(tree));
  return { document };
}

/** How deep elements may be nested, and how many there may be: finding the article takes quadratic time. */
const DEEPEST = 250;
const MOST = 40_000;

function tooLarge(nodes: DefaultTreeAdapterTypes.ChildNode[]): string | undefined {
  const waiting = nodes.map((node) => ({ node, depth: 1 }));
  let count = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!defaultTreeAdapter.isElementNode(next.node)) continue;
    count += 1;
    if (next.depth > DEEPEST) return `Elements of the page are nested more than ${DEEPEST} deep.`;
    if (count > MOST) return `The page has more than ${MOST} elements, which no article has.`;
    for (const child of next.node.childNodes) waiting.push({ node: child, depth: next.depth + 1 });
  }
  return undefined;
}
