import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, serialize } from "parse5";
import { attribute, type Element, find, hasClass, textOf } from "../../body/dom.ts";
import { htmlToBlocks } from "../../body/htmlToBlocks.ts";
import type { Draft } from "../../draft/draft.ts";
import type { ArchiveFormat, ArchiveContext, ArchiveFile, ArchivePlace } from "../archiveFormat.ts";
import { isBeginning } from "../../body/isBeginning.ts";
import { decoded } from "#content/decoded.ts";
import { foldedText } from "../../text/foldedText.ts";
import { oneLine } from "../../text/cleanText.ts";
import { withoutHeadline } from "../../body/withoutHeadline.ts";

/** Medium's export: `posts/*.html`, a story each as an h-entry (microformats.org/wiki/h-entry). */
export const mediumArchive: ArchiveFormat = {
  name: "medium",
  title: "Medium export",
  detects: ({ path, head }) =>
    /\.html?$/iu.test(path) &&
    /<article class="h-entry">/u.test(head) &&
    /class="p-name"/u.test(head) &&
    /class="(?:p-summary|e-content)"|data-field="body"/u.test(head),
  read,
};

async function* read(file: ArchiveFile, context: ArchiveContext): AsyncGenerator<Draft> {
  const where = { file: file.path, place: "story" };
  const nodes = parse(await file.text()).childNodes;
  const content = byClass(nodes, "e-content") ?? find(nodes, (each) => attribute(each, "data-field") === "body")[0];
  const published = byClass(nodes, "dt-published");
  if (published === undefined || /(?:^|\/)draft_[^/]*$/u.test(file.path))
    return context.skip(where, "It is a draft: its file name says so, or it has no date of publication.", { id: numberOf(nodes) });
  if (content === undefined) return context.skip(where, "It has no text.");
  yield draftOf(nodes, { content, published }, where, context);
}

/** The address of a story by its number, which a draft has too: a story that was out may have become one. */
function numberOf(nodes: Nodes): string | undefined {
  const links = find(nodes, (each) => /^https:\/\/medium\.com\/p\/[\da-f]+$/u.test(attribute(each, "href") ?? ""));
  const last = links.at(-1);
  return last && attribute(last, "href");
}

type Nodes = DefaultTreeAdapterTypes.ChildNode[];

const byClass = (nodes: Nodes, name: string): Element | undefined => find(nodes, (each) => hasClass(each, name))[0];

function draftOf(nodes: Nodes, parts: { content: Element; published: Element }, where: ArchivePlace, context: ArchiveContext): Draft {
  const line = (element: Element | undefined): string | undefined => (element && oneLine(textOf(element.childNodes))) || undefined;
  const canonical = attribute(byClass(nodes, "p-canonical") ?? parts.content, "href");
  const number = find(nodes, ({ childNodes }) => childNodes.includes(parts.published))[0];
  const urls = [canonical, number && attribute(number, "href")].flatMap((url) => (url !== undefined && URL.canParse(url) ? [url] : []));
  const title = line(byClass(parts.content.childNodes, "graf--title"));
  const name = line(byClass(nodes, "p-name"));
  const isRepeated = title !== undefined && (name === undefined || foldedText(title).startsWith(foldedText(name.replace(/…$/u, ""))));
  // Medium cuts long names.
  const headline = isRepeated ? title : name;
  const standfirst = line(byClass(nodes, "p-summary"));
  dropHead(parts.content, isRepeated, standfirst);
  const body = withoutHeadline(htmlToBlocks(serialize(parts.content), context.body(where, urls[0])), headline);
  const author = line(byClass(nodes, "p-author"));
  return {
    ...where,
    id: urls.at(-1),
    slug: slugOf(urls[0]),
    headline,
    standfirst: standfirst === undefined || isBeginning(standfirst, body) ? undefined : standfirst,
    body,
    authors: author === undefined ? [] : [{ name: author }],
    datePublished: attribute(parts.published, "datetime"),
    topics: [],
    places: [],
    corrections: [],
    citations: [],
    oldUrls: urls,
  };
}

/** Removes title and subtitle, where the text repeats them, and its first rule: Medium puts one before each section. */
function dropHead(content: Element, hasTitle: boolean, standfirst: string | undefined): void {
  const isHead = (each: Element) =>
    (hasTitle && hasClass(each, "graf--title")) || (hasClass(each, "graf--subtitle") && oneLine(textOf(each.childNodes)) === standfirst);
  const [rule] = find(content.childNodes, (each) => hasClass(each, "section-divider"));
  for (const each of [...find(content.childNodes, isHead), ...(rule === undefined ? [] : [rule])]) defaultTreeAdapter.detachNode(each);
}

/** "the-crane-moves-0a1b2c3d4e5f" without Medium's id. */
function slugOf(url: string | undefined): string | undefined {
  const name = url === undefined ? "" : (new URL(url).pathname.split("/").findLast((part) => part !== "") ?? "");
  return decoded(name).replace(/-[\da-f]{8,12}$/u, "") || undefined;
}
