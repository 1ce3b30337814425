import type { Block } from "#content/blocks/block.ts";
import type { BodyContext } from "../../body/bodyContext.ts";
import { headingIds } from "../../body/headingIds.ts";
import { htmlToBlocks } from "../../body/htmlToBlocks.ts";
import type { Report } from "../../draft/problem.ts";
import { isRecord, type Raw, scalarText } from "../../text/jsonRecord.ts";
import type { ArchivePlace } from "../archiveFormat.ts";
import { renderMarkdown } from "../../reading/markdown/renderMarkdown.ts";
import { parseJson } from "../../text/parseJson.ts";
import { lexicalHtml } from "./lexicalHtml.ts";
import { mobiledocHtml } from "./mobiledocHtml.ts";
import type { PostParts, Warn } from "./postParts.ts";
import { rootRelative } from "./rootRelative.ts";

/**
 * The body of a post from the richest form that it has and that can be read:
 * Lexical (since version 5), Mobiledoc (since 1), HTML, Markdown (before 1).
 * Each part is read separately, so that a tag left open in one card cannot swallow what follows.
 */
export function postBody(fields: Raw, body: BodyContext, where: ArchivePlace, report: Report): Block[] {
  const warn: Warn = (message, severity = "warning") => report({ severity, ...where, message });
  const headingId = headingIds();
  for (const form of FORMS) {
    const written = scalarText(fields[form.field]);
    if (written.trim() === "") continue;
    if (form.field === "mobiledoc" && isMarkdownOnly(written) && scalarText(fields["html"]).trim() !== "") continue;
    const parts = form.read(written, warn);
    if ("error" in parts) warn(`Its ${form.name} cannot be read (${parts.error}); another form of the text was used if there is one.`);
    const blocks = "error" in parts ? [] : parts.html.flatMap((html) => htmlToBlocks(rootRelative(html), body, headingId));
    if (blocks.length > 0) return blocks;
  }
  return [];
}

/** A post from Ghost's Markdown editor (version 1). Ghost's own HTML is better: its Markdown has marks that other readers do not know. */
function isMarkdownOnly(written: string): boolean {
  const json = parseJson(written);
  if ("error" in json || !isRecord(json.value) || !Array.isArray(json.value["cards"]) || !Array.isArray(json.value["sections"]))
    return false;
  const [card, ...others]: unknown[] = json.value["cards"];
  const isCard = Array.isArray(card) && ["markdown", "card-markdown"].includes(scalarText(card[0]));
  // The editor leaves an empty paragraph below the card.
  const isEmpty = (section: unknown) =>
    Array.isArray(section) && (section[0] === 10 || (section[0] === 1 && Array.isArray(section[2]) && section[2].length === 0));
  return isCard && others.length === 0 && json.value["sections"].every(isEmpty);
}

type Form = { field: string; name: string; read: (written: string, warn: Warn) => PostParts };

const FORMS: Form[] = [
  { field: "lexical", name: "Lexical document", read: (written, warn) => ofJson(written, (json) => lexicalHtml(json, warn)) },
  { field: "mobiledoc", name: "Mobiledoc document", read: (written, warn) => ofJson(written, (json) => mobiledocHtml(json, warn)) },
  { field: "html", name: "HTML", read: (html) => ({ html: [html] }) },
  { field: "markdown", name: "Markdown", read: (markdown) => ({ html: [renderMarkdown(markdown).html] }) },
];

function ofJson(written: string, read: (json: unknown) => PostParts): PostParts {
  const json = parseJson(written);
  return "error" in json ? { error: `${json.error} at ${json.place}` } : read(json.value);
}
