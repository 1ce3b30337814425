import type { Block } from "#content/blocks/block.ts";
import type { Image } from "#content/image.ts";
import { htmlToBlocks, htmlToInlines } from "../../body/htmlToBlocks.ts";
import type { Draft } from "../../draft/draft.ts";
import type { XmlElement } from "../../xml/xmlElement.ts";
import type { ArchiveContext, ArchivePlace } from "../archiveFormat.ts";
import { datelineOf } from "../../body/datelineOf.ts";
import { childAt, childrenNamed, wordsOf } from "../../xml/childrenNamed.ts";
import { escapeHtml } from "../../text/escaped.ts";
import { figuresAfterText, leadPicture } from "../fields/leadPicture.ts";
import { oneLine } from "../../text/cleanText.ts";
import { nitfHead } from "../nitf/nitfHead.ts";
import { withoutHeadline } from "../../body/withoutHeadline.ts";
import { assertedNames } from "./concepts.ts";
import { type Content, contentOf, remoteText } from "./content.ts";
import type { KnownItems } from "./knownItems.ts";
import { languageOf, namesOf } from "./namesOf.ts";
import { type Picture, pictureOf } from "./pictureOf.ts";

/** One usable item as a draft. */
export function newsItemDraft(item: XmlElement, known: KnownItems, where: ArchivePlace, context: ArchiveContext): Draft {
  const [itemMeta, meta] = [childAt(item, "itemMeta"), childAt(item, "contentMeta")];
  const content = contentOf(item);
  const head = nitfHead(content.nitf);
  const language = languageOf(item);
  const headline = oneLine(byRole(meta, "headline", /main|^$/iu) || head.headline || wordsOf(childAt(itemMeta, "title")));
  const summary = byRole(meta, "description", /summary|abstract|lead|standfirst|^$/iu) || byRole(meta, "headline", /sub/iu, true);
  const date = (name: string) => wordsOf(childAt(itemMeta, name)) || wordsOf(childAt(meta, name)) || undefined;
  const guid = (item.attributes["guid"] ?? "").trim();
  const { image, blocks } = withPictures(item, content, known, where, context);
  const body = [...withoutHeadline(htmlToBlocks(content.html, context.body(where)), headline), ...blocks];
  const names = namesOf(item, assertedNames(item, language), head);
  return {
    ...where,
    id: guid || undefined,
    headline: headline || undefined,
    standfirst: oneLine(summary || head.abstract || head.subheading) || undefined,
    ...names,
    dateline: datelineOf(names.dateline, body),
    datePublished: date("firstCreated") ?? date("versionCreated") ?? date("contentCreated"),
    dateModified: date("versionCreated") ?? date("contentModified"),
    image,
    inLanguage: language || undefined,
    urgency: urgencyOf(meta, where, context),
    corrections: [],
    citations: [],
    oldUrls: addressesOf(guid, itemMeta, meta),
    body,
    empty: body.length > 0 || image !== undefined ? undefined : withoutText(item),
  };
}

/** The words of the first property with a matching role; unless `strict`, else of the first of all. */
function byRole(meta: XmlElement | undefined, name: string, role: RegExp, strict = false): string {
  const all = childrenNamed(meta, name);
  const found = all.find(({ attributes }) => role.test((attributes["role"] ?? "").replace(/^.*:/u, "")));
  return wordsOf(found ?? (strict ? undefined : all[0]));
}

/** The item's own picture, then those that belong to it by a package or link, without those that the text shows. */
function withPictures(
  item: XmlElement,
  { html }: Content,
  known: KnownItems,
  where: ArchivePlace,
  context: ArchiveContext,
): { image?: Image; blocks: Block[] } {
  const own = pictureOf(item);
  const joined = (known.picturesOf.get(item.attributes["guid"] ?? "") ?? []).flatMap((guid) => known.pictures.get(guid) ?? []);
  const body = context.body(where);
  const shown = (picture: Picture) => !html.includes(escapeHtml(picture.reference));
  const images = [...(own ? [own] : []), ...joined]
    .filter(shown)
    .flatMap((picture) => leadPicture({ ...picture, caption: htmlToInlines(escapeHtml(picture.caption), body) }, where, context) ?? []);
  const [image, ...more] = images;
  return { ...(image && { image }), blocks: figuresAfterText(more) };
}

function urgencyOf(meta: XmlElement | undefined, where: ArchivePlace, { report }: ArchiveContext): number | undefined {
  const written = wordsOf(childAt(meta, "urgency"));
  const urgency = Number(written);
  if (written === "" || (Number.isInteger(urgency) && urgency >= 1 && urgency <= 9)) return written === "" ? undefined : urgency;
  report({ severity: "warning", ...where, message: "Its urgency is not a number from 1 to 9; it was left out." });
  return undefined;
}

/** Identifiers and links that are addresses: the item may have been published there. */
function addressesOf(guid: string, itemMeta: XmlElement | undefined, meta: XmlElement | undefined): string[] {
  const links = childrenNamed(itemMeta, "link").filter(({ attributes }) => /permalink|alternate|web/iu.test(attributes["rel"] ?? ""));
  const all = [guid, ...links.map(({ attributes }) => attributes["href"] ?? ""), ...childrenNamed(meta, "altId").map(wordsOf)];
  return [...new Set(all.filter((url) => /^https?:\/\/\S+$/iu.test(url) && URL.canParse(url)))];
}

function withoutText(item: XmlElement): string {
  const address = remoteText(item);
  return address === undefined ? "It has no text." : `Its text is not in the file but at ${address}.`;
}
