import { defaultTreeAdapter, parseFragment, serialize } from "parse5";
import { escapeHtml } from "../../text/escaped.ts";
import { attribute, type Element, find, hasClass } from "../../body/dom.ts";
import type { BodyContext } from "../../body/bodyContext.ts";
import { htmlToBlocks } from "../../body/htmlToBlocks.ts";
import type { Draft } from "../../draft/draft.ts";
import { releaseOf } from "../../draft/release/release.ts";
import { type ArchiveFormat, type ArchiveContext, type ArchiveFile, archiveTime } from "../archiveFormat.ts";
import { notAnArticle } from "../../text/notAnArticle.ts";
import { isBeginning } from "../../body/isBeginning.ts";
import { oneLine } from "../../text/cleanText.ts";
import { drawEmbeds, originalOf } from "./drawnEmbeds.ts";
import { SUBSTACK_FIELDS } from "./substackFields.ts";

/** Substack's export: `posts.csv`, and the text of each post in `posts/`. */
export const substackArchive: ArchiveFormat = {
  name: "substack",
  title: "Substack export",
  detects: ({ head }) => /^\uFEFF?(?=[^\n]*\bpost_id\b)(?=[^\n]*\bpost_date\b)(?=[^\n]*\bis_published\b)(?=[^\n]*\baudience\b)/u.test(head),
  // The texts, who received and opened each email, and who subscribes; the last two are private.
  owns: (path) => /^(?:posts\/[^/]+\.(?:html|csv)|(?:email_list|subscriber)[^/]*\.csv)$/u.test(path),
  read,
};

const KINDS = ["", "newsletter", "podcast", "video"];

async function* read(file: ArchiveFile, context: ArchiveContext): AsyncGenerator<Draft> {
  for (const row of csvRows(await file.text())) {
    const { post_id: id = "", type = "" } = row;
    const where = { file: file.path, place: `post ${id}` };
    if (!KINDS.includes(type) && !context.options.types.includes(type)) {
      context.skip(where, notAnArticle(type));
      continue;
    }
    const fields = { is_published: "", audience: "", ...row };
    const { held, moments } = releaseOf(fields, { ...archiveTime(context, "UTC"), dateField: "post_date", certain: SUBSTACK_FIELDS });
    const html = held === undefined && !/[/\\]/u.test(id) ? await file.beside?.(`posts/${id}.html`) : undefined;
    if (held !== undefined) context.skip(where, held, { id });
    else if (html === undefined) context.skip(where, `Its text is missing: posts/${id}.html, beside posts.csv.`);
    else yield { ...draftOf(row, html, where, context), moments };
  }
}

function draftOf(row: Record<string, string>, html: string, where: { file: string; place: string }, context: ArchiveContext): Draft {
  const { post_id: id = "", title = "", subtitle = "", post_date, podcast_url: podcast = "" } = row;
  const slug = id.slice(id.indexOf(".") + 1);
  const lost = (what: string) =>
    context.report({ severity: "warning", ...where, message: `What “${what}” showed is not in the export, and was left out.` });
  const sound = URL.canParse(podcast) ? `<audio src="${escapeHtml(podcast)}"></audio>` : "";
  const body = htmlToBlocks(`${sound}${textIn(context.publicText(withMarks(html), where), lost)}`, withOriginals(context.body(where)));
  const standfirst = oneLine(subtitle);
  return {
    ...where,
    id: id || undefined,
    slug: slug || undefined,
    headline: oneLine(title) || undefined,
    standfirst: standfirst === "" || isBeginning(standfirst, body) ? undefined : standfirst,
    body,
    authors: [],
    datePublished: post_date || undefined,
    topics: [],
    places: [],
    corrections: [],
    citations: [],
    oldUrls: slug === "" ? [] : [`/p/${slug}`],
    empty: body.length === 0 ? "It has no text." : undefined,
  };
}

/** The text with marks that are known elsewhere at what is not for everybody: parts for subscribers, and all that follows a paywall. */
function withMarks(html: string): string {
  const fragment = parseFragment(html);
  for (const each of find(fragment.childNodes, (element) => attribute(element, "data-dynamic-audiences") !== undefined)) {
    const audiences = attribute(each, "data-dynamic-audiences") ?? "";
    if (!audiences.split(/[\s,]+/u).includes("non_sub")) each.attrs = [{ name: "class", value: "subscribers-only" }];
  }
  for (const each of find(fragment.childNodes, isPaywall)) {
    if (each.parentNode) defaultTreeAdapter.insertBefore(each.parentNode, defaultTreeAdapter.createCommentNode("paywall"), each);
  }
  return serialize(fragment);
}

const isPaywall = (element: Element): boolean =>
  hasClass(element, "paywall-jump", "paywall") || attribute(element, "data-component-name") === "PaywallToDOM";

/** The text without calls to subscribe, and with footnotes in the form that other programs use. */
function textIn(html: string, lost: (what: string) => void): string {
  const fragment = parseFragment(html);
  for (const each of find(fragment.childNodes, callFinder())) defaultTreeAdapter.detachNode(each);
  drawEmbeds(fragment.childNodes, lost);
  const notes = find(fragment.childNodes, (each) => hasClass(each, "footnote")).map((note) => {
    defaultTreeAdapter.detachNode(note);
    const [number] = find(note.childNodes, (each) => hasClass(each, "footnote-number"));
    const [content] = find(note.childNodes, (each) => hasClass(each, "footnote-content"));
    const id = number === undefined ? undefined : attribute(number, "id");
    return `<li id="${escapeHtml(id ?? "")}">${serialize(content ?? note)}</li>`;
  });
  const text = serialize(fragment).replace(/(<a\b[^>]*class=")footnote-anchor(?=[" ])/gu, "$1footnote-ref");
  return notes.length === 0 ? text : `${text}<section class="footnotes"><ol>${notes.join("")}</ol></section>`;
}

/** Finds calls, of elements in the order of the document. Within an element without a call there is none. */
function callFinder(): (element: Element) => boolean {
  const others = new Set<unknown>();
  return (element) => {
    if (hasClass(element, "subscription-widget-wrap", "subscription-widget-wrap-editor", "paywall-jump", ...CALLS)) return true;
    const isOther = others.has(element.parentNode) || others.has(element);
    if (!isOther && !hasClass(element, "button-wrapper", "captioned-button-wrap")) return false;
    if (!isOther && CALL.test(serialize(element))) return true;
    others.add(element);
    return false;
  };
}

const CALLS = ["install-substack-app-embed", "install-substack-app-embed-web", "community-chat", "directMessage"];

const CALL = /\/subscribe\b|action=share|gift=true|\/comments\b|\/survey\/|%%(?:checkout|share|half_magic_comments)_url%%/u;

/** Pictures at the address of their original, in an export and in links around them. */
const withOriginals = (body: BodyContext): BodyContext => ({
  ...body,
  picture: (reference) => body.picture(originalOf(reference)),
  link: (href) => body.link(originalOf(href)),
});

/** The rows of a CSV table (RFC 4180), each by the names in the first row. Missing cells are empty. */
export function csvRows(text: string): Record<string, string>[] {
  const [names = [], ...rows] = cellsOf(text.replace(/^\uFEFF/u, ""));
  return rows
    .filter((row) => row.some((cell) => cell !== ""))
    .map((row) => Object.fromEntries(names.map((name, at) => [name.trim(), row[at] ?? ""])));
}

function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)(?:"|$)|([^",\r\n]*))[^,\r\n]*(,|\r?\n|$)/guy;
  for (let match = cell.exec(text); match !== null && match[0] !== ""; match = cell.exec(text)) {
    const [, quoted, plain = "", end] = match;
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== "," && end !== "") rows.push([]);
  }
  return rows;
}
