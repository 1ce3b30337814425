import type { Block } from "#content/block.ts";
import { htmlToBlocks } from "../../body/htmlToBlocks.ts";
import type { XmlElement } from "../../xml/xmlElement.ts";
import type { ArchiveContext, ArchivePlace } from "../archive.ts";
import { oneLine } from "../oneLine.ts";
import { field, own } from "./field.ts";
import { paragraphs } from "./paragraphs.ts";

/**
 * The approved comments of an item: counted, and where they are asked for a
 * part of its text. Of those who wrote them only the name is read.
 */
export function commentsOf(item: XmlElement, where: ArchivePlace, context: ArchiveContext, base: string | undefined): Block[] {
  const all = own(item, "comment").filter((each) => ["", "1", "approve", "approved"].includes(field(each, "comment_approved")));
  const written = all.filter((each) => ["", "comment"].includes(field(each, "comment_type")));
  if (all.length > written.length) context.tally?.("pingbacks", all.length - written.length);
  if (written.length === 0) return [];
  if (!context.options.comments) {
    context.tally?.("comments", written.length);
    return [];
  }
  const quotes = written.flatMap((each): Block[] => {
    const children = htmlToBlocks(paragraphs(field(each, "comment_content")), context.body(where, base));
    const name = oneLine(field(each, "comment_author"));
    const attribution = name === "" || /\S@\S/u.test(name) ? undefined : [{ type: "text" as const, text: name }];
    return children.length === 0 ? [] : [{ type: "quote", children, ...(attribution && { attribution }) }];
  });
  const [language = "en"] = context.settings.language.split("-");
  return [{ type: "heading", level: 2, id: "comments", children: [{ type: "text", text: HEADINGS[language] ?? "Comments" }] }, ...quotes];
}

const HEADINGS: Record<string, string> = { de: "Kommentare", fr: "Commentaires", es: "Comentarios", ar: "التعليقات" };
