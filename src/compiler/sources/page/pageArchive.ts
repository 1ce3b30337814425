import { defaultTreeAdapter, parseFragment } from "parse5";
import { releaseOf } from "../../draft/release/release.ts";
import { type Archive, type ArchiveContext, type ArchiveFile, archiveTime } from "../archive.ts";
import { oneLine } from "../oneLine.ts";
import { decodeHtml } from "./decodeHtml.ts";
import { pageDocument } from "./pageDocument.ts";
import { pageDraft } from "./pageDraft.ts";
import { releaseFields } from "./releaseFields.ts";

/** Web pages that were saved: an article each, found among menus and advertisements by Mozilla's Readability. */
export const pageArchive: Archive = {
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

/** As it is shown in a tab of the browser: there most sites name themselves. */
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
  const page = pageDocument(decodeHtml(Buffer.concat(chunks)));
  if ("reason" in page) return context.skip(where, page.reason);
  const { held, moments } = releaseOf(releaseFields(page.document), archiveTime(context));
  if (held !== undefined) return context.skip(where, held);
  const draft = pageDraft(page.document, where, context);
  if ("reason" in draft) return context.skip(where, draft.reason);
  yield { ...draft, moments };
}

/** In bytes. */
const LARGEST = 8_000_000;
