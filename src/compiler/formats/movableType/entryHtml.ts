import { renderMarkdown } from "../../reading/markdown/renderMarkdown.ts";
import type { ArchiveContext, ArchivePlace } from "../archiveFormat.ts";
import { autoParagraphs } from "../wxr/autoParagraphs.ts";
import type { Entry } from "./entries.ts";

/** The text of an entry and its continuation as HTML, by its text filter (`CONVERT BREAKS`). */
export function entryHtml({ fields, sections }: Entry, where: ArchivePlace, context: ArchiveContext): string {
  const filter = (fields.get("CONVERT BREAKS")?.[0] ?? "").toLowerCase();
  const text = [sections.get("BODY"), sections.get("EXTENDED BODY")].filter(Boolean).join("\n\n");
  if (filter.startsWith("textile"))
    context.once(`textile in ${where.file}`, {
      severity: "warning",
      ...where,
      message: "Texts in Textile keep its marks, such as *bold* and h2. (reported once for the file).",
      remedy: "Export again with “Convert Line Breaks” as their format, if they are many.",
    });
  const shown = context.publicText(text, where);
  if (filter.startsWith("markdown")) return renderMarkdown(shown).html;
  return AS_IT_IS.has(filter) ? shown : autoParagraphs(shown);
}

/** HTML that has its paragraphs. */
const AS_IT_IS = new Set(["0", "richtext", "tinymce", "block_editor"]);
