import type { XmlElement } from "../../xml/xmlElement.ts";
import { codeOf } from "./concepts.ts";
import type { Draft } from "../../draft/draft.ts";
import { readXml } from "../../xml/readXml.ts";
import { type ArchiveFormat, type ArchiveContext, type ArchiveFile, type ArchivePlace, archiveTime } from "../archiveFormat.ts";
import { childAt } from "../../xml/childrenNamed.ts";
import { contentOf } from "./content.ts";
import { newsItemDraft } from "./newsItemDraft.ts";
import { itemPaths, knownItems } from "./knownItems.ts";
import { newsmlRelease } from "./newsmlRelease.ts";

/** IPTC NewsML-G2: a news item, a package of items, or a message of any number of both (https://iptc.org/standards/newsml-g2/). */
export const newsmlArchive: ArchiveFormat = { name: "newsml", title: "IPTC NewsML-G2", detects, read };

function detects({ head }: Pick<ArchiveFile, "head">): boolean {
  const start = head.replace(/^\uFEFF?\s*(?:<\?[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>|\s)*/u, "");
  return (
    /^<(?:[\w.-]+:)?(?:newsMessage|newsItem|packageItem)\b/u.test(start) ||
    (/^<[\w:.-]+/u.test(start) && head.includes("http://iptc.org/std/nar/2006-10-01/"))
  );
}

/**
 * Reads the file twice: a picture may come after the story that it belongs to, and
 * the package that joins them after both. The first pass keeps only small data.
 */
async function* read(file: ArchiveFile, context: ArchiveContext): AsyncGenerator<Draft> {
  const known = await knownItems(file);
  let count = 0;
  for await (const item of readXml(file, { paths: itemPaths("newsItem"), report: context.report })) {
    count += 1;
    const where: ArchivePlace = { file: file.path, place: `newsItem ${count}, line ${item.line}` };
    const meta = childAt(item, "itemMeta");
    const { guid = "" } = item.attributes;
    const kind = heldBy(meta, context.options.types, known.shown.has(guid));
    const { held = kind, moments } = newsmlRelease(meta, contentOf(item).nitf, archiveTime(context, "UTC"));
    if (held === undefined) yield { ...newsItemDraft(item, known, where, context), moments };
    else context.skip(where, held, kind === undefined ? { id: guid.trim() } : undefined);
  }
  if (count === 0 && known.packages === 0) {
    const message = "There is no news item in the file.";
    context.report({ severity: "error", file: file.path, place: "newsItem", message });
    context.skip({ file: file.path, place: "newsItem" }, message);
  }
  if (count === 0 && known.packages > 0)
    context.skip(
      { file: file.path, place: "packageItem" },
      "It is a package that refers to items in other files and has no text of its own.",
    );
}

/**
 * Why an item is not a story, as a full sentence; undefined if it is one.
 * @param isShown whether it is a picture shown in a story of the same file
 */
export function heldBy(itemMeta: XmlElement | undefined, types: string[], isShown: boolean): string | undefined {
  const kind = codeOf(childAt(itemMeta, "itemClass")).toLowerCase();
  if (["", "text", "composite"].includes(kind) || types.includes(kind)) return undefined;
  return isShown
    ? `It is of the class "${kind}" and is shown in the story that it belongs to.`
    : `It is of the class "${kind}" and not a story; --types ${kind} imports such items too.`;
}
