import type { Block } from "#content/blocks/block.ts";
import type { Image } from "#content/image.ts";
import type { BodyContext } from "../../body/bodyContext.ts";
import { htmlToInlines } from "../../body/htmlToBlocks.ts";
import type { Loss } from "../../body/bodyLosses.ts";
import { recordingBlock, recordingWords } from "../../body/recordingBlock.ts";
import { isRecord, numberIn, type Raw, recordIn, scalarText } from "../../text/jsonRecord.ts";
import { type ArchiveContext, type ArchivePlace, archiveTime } from "../archiveFormat.ts";
import { escapeHtml } from "../../text/escaped.ts";
import { recordingType } from "../../text/recordingName.ts";
import { keptBack } from "../../draft/release/keptBack.ts";
import { bothReleases, type Release } from "../../draft/release/release.ts";
import { focusAt } from "../../draft/focus.ts";
import { figuresAfterText, leadPicture } from "../fields/leadPicture.ts";
import { oneLine } from "../../text/cleanText.ts";
import { isPicture, largestPicture, type Rendition } from "../iptc/rendition.ts";
import { ninjsRelease } from "./ninjsRelease.ts";
import { recordsIn } from "./withLowercaseNames.ts";
import { byRole, isHtml, textsOf } from "./texts.ts";

type Reading = { where: ArchivePlace; context: ArchiveContext; body: BodyContext };

/** An item that belongs to another: its place there, and when readers may see it, also considering the packages that it is in. */
export type Association = { item: Raw; place: string; release: Release };

/**
 * The items that belong to an item: since version 2 a list, before that an object. A nested package is replaced by its
 * items, unless it is `whole`, and the recordings that belong to a picture follow it. Items in a withheld package are withheld.
 */
export function associationsOf(item: Raw, context: ArchiveContext, whole: (item: Raw) => boolean = () => false, depth = 0): Association[] {
  const held = item["associations"];
  const all = Object.entries(isRecord(held) || Array.isArray(held) ? held : {});
  return all.flatMap(([key, each]): Association[] => {
    if (!isRecord(each)) return [];
    const own = { item: each, place: `associations.${key}`, release: ninjsRelease(each, archiveTime(context, "UTC")) };
    const type = scalarText(each["type"]);
    // What belongs to another text belongs to that story.
    if (type === "text" || whole(each) || depth > 4) return [own];
    const inside = associationsOf(each, context, whole, depth + 1).map((inner) => nestedAssociation(own, inner));
    return type === "composite" ? inside : [own, ...inside.filter(({ item: { type: kind } }) => kind === "video" || kind === "audio")];
  });
}

/** An item in a package, with its place and release combined with those of the package. */
export const nestedAssociation = (outer: Association, inner: Association): Association => ({
  item: inner.item,
  place: `${outer.place}.${inner.place}`,
  release: bothReleases(outer.release, inner.release),
});

/**
 * Of the items that belong to an item, those that readers may see when they may see the item itself. The others are
 * reported, and `words` removes their addresses from the text's HTML, which may show them.
 */
export function publicAssociations(
  all: Association[],
  release: Release,
  where: ArchivePlace,
  context: ArchiveContext,
): { items: Raw[]; words: (html: string) => string } {
  const now = keptBack(release, { now: Date.now() })?.due ?? Date.now();
  const hidden = new Set<string>();
  const items = all.flatMap(({ item, place, release: own }) => {
    const back = keptBack(own, { now });
    if (back === undefined) return [item];
    const message = `An item that belongs to it was left out. ${back.reason}`;
    context.report({ severity: "notice", file: where.file, place: `${where.place}, ${place}`, message });
    for (const { href } of renditionsOf(item)) hidden.add(href);
    return [];
  });
  // A value may also be a list of addresses, such as srcset.
  const isHidden = (value: string): boolean =>
    [value.trim(), ...value.split(/[\s,]+/u)].some((part) => hidden.has(part.replaceAll("&amp;", "&")));
  const words = (html: string): string =>
    hidden.size === 0
      ? html
      : html.replace(/=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gu, (written, one = "", two = "", three = "") =>
          isHidden(one || two || three) ? '=""' : written,
        );
  return { items, words };
}

export const hasPicture = (item: Raw): boolean => largestPicture(renditionsOf(item)) !== undefined;

/** An item's picture with caption and credit; undefined if there is none that can be shown. */
export function imageOf(item: Raw, { where, context, body }: Reading): Image | undefined {
  const rendition = largestPicture(renditionsOf(item));
  if (rendition === undefined) return undefined;
  const description = byRole(textsOf(item, "descriptions", "description"), "caption", "main", "text");
  const caption =
    description === undefined ? [] : htmlToInlines(isHtml(description) ? description.value : escapeHtml(description.value), body);
  const by = oneLine(scalarText(item["by"]) || scalarText(item["byline"]));
  const holder = oneLine(scalarText(item["copyrightholder"]));
  const credit = by.toLowerCase().includes(holder.toLowerCase()) ? by : [by, holder].filter(Boolean).join("/");
  // Superdesk describes a picture in its body_text; elsewhere, the headline does that best.
  const alt = scalarText(item["body_text"]) || (byRole(textsOf(item, "headlines", "headline"), "main", "")?.value ?? "");
  const image = leadPicture({ reference: rendition.href, alt, caption, credit }, where, context);
  // Superdesk's point of interest.
  const { x, y } = recordIn(item, "poi");
  const focus = focusAt(numberIn(x), numberIn(y));
  return image && focus !== undefined ? { ...image, focus } : image;
}

/**
 * The pictures that belong to a story and are not in its text: the first leads,
 * the others follow the text. So do recordings, as links if their format is unknown.
 * @param associated the items that belong to it and that readers may see
 */
export function mediaOutsideText(item: Raw, associated: Raw[], html: string, reading: Reading): { image?: Image; blocks: Block[] } {
  const others = associated.filter((each) => !renditionsOf(each).some(({ href }) => html.includes(href)));
  const shown = others.filter((each) => PICTURES.has(scalarText(each["type"])) && hasPicture(each));
  const images = shown.flatMap((each) => imageOf(each, reading) ?? []);
  const [image, ...more] = images;
  const blocks = [...figuresAfterText(more), ...[item, ...others].flatMap((each) => recordingOf(each, reading))];
  const stories = others.filter((each) => ["text", "composite"].includes(scalarText(each["type"]))).length;
  if (stories > 0) {
    const message = `${stories} other ${stories === 1 ? "story belongs" : "stories belong"} to it by reference; the ${stories === 1 ? "reference was" : "references were"} left out.`;
    reading.context.report({ severity: "notice", ...reading.where, message });
  }
  return { ...(image && { image }), blocks };
}

const PICTURES = new Set(["", "picture", "graphic"]);

/** A video or audio recording: the first rendition with such a type or file name, else the first that is not a picture. */
function recordingOf(item: Raw, { where, context, body }: Reading): Block[] {
  if (!["video", "audio"].includes(scalarText(item["type"]))) return [];
  const all = renditionsOf(item);
  const others = all.filter((each) => !isPicture(each) && /^https?:\/\//iu.test(each.href) && URL.canParse(each.href));
  const rendition = others.find((each) => mediaTypeOf(each) !== undefined) ?? others[0];
  if (rendition === undefined) return [];
  const reference = rendition.href;
  const title = oneLine(byRole(textsOf(item, "headlines", "headline"), "main", "")?.value ?? scalarText(item["title"]));
  const mediaType = mediaTypeOf(rendition);
  const type = mediaType?.startsWith("video/") ? "video" : "audio";
  const credit = oneLine(scalarText(item["by"]) || scalarText(item["byline"]) || scalarText(item["copyrightholder"]));
  const poster = type === "video" ? largestPicture(all)?.href : undefined;
  const written = { type, reference, mediaType, title, credit, poster } as const;
  const warn = ({ message }: Loss) => context.report({ severity: "warning", ...where, message });
  const block = mediaType === undefined ? undefined : recordingBlock(written, body, warn);
  return block ? [block] : recordingWords(written, body);
}

const mediaTypeOf = ({ type, href }: Rendition): string | undefined =>
  /^(?:audio|video)\//u.test(type) ? type : type === "" ? recordingType(href) : undefined;

/** The renditions of an item that have an address: since version 2 a list, before that an object. */
function renditionsOf(item: Raw): Rendition[] {
  const held = item["renditions"];
  const entries: [string, unknown][] = isRecord(held)
    ? Object.entries(held)
    : recordsIn(item, "renditions").map((each): [string, unknown] => [scalarText(each["name"]), each]);
  return entries.flatMap(([name, each]) => {
    if (!isRecord(each)) return [];
    const href = scalarText(each["href"]).trim();
    const type = (scalarText(each["contenttype"]) || scalarText(each["mimetype"])).toLowerCase();
    const area = (numberIn(each["width"]) || 0) * (numberIn(each["height"]) || 0);
    return href === "" ? [] : [{ name: name.toLowerCase(), href, type, area }];
  });
}
