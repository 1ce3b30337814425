import type { Inline } from "#content/blocks/inline.ts";
import { inlineText } from "#content/blocks/plainText.ts";
import { htmlToBlocks, htmlToInlines } from "../../body/htmlToBlocks.ts";
import type { Draft, DraftRef } from "../../draft/draft.ts";
import { isRecord, type Raw, recordIn, recordsOf, scalarText } from "../../text/jsonRecord.ts";
import type { ArchiveContext, ArchivePlace } from "../archiveFormat.ts";
import { datelineOf } from "../fields/datelineOf.ts";
import { isBeginning } from "../fields/isBeginning.ts";
import { leadPicture } from "../fields/leadPicture.ts";
import { oneLine } from "../../text/cleanText.ts";
import { withoutHeadline } from "../fields/withoutHeadline.ts";
import { creditOf, elementsHtml, namesOf } from "./elementHtml.ts";

/** A story as a draft. */
export function arcDraft(story: Raw, where: ArchivePlace, context: ArchiveContext): Draft {
  const addresses = addressesOf(story);
  const base = addresses.find((address) => URL.canParse(address));
  const reader = context.body(where, base);
  const words = (html: string): string | undefined =>
    oneLine(inlineText(htmlToInlines(html, { ...reader, report: () => {} }))) || undefined;
  const basic = (name: string): string | undefined => words(scalarText(recordIn(story, name)["basic"]));
  const headline = basic("headlines");
  const warn = (message: string) => context.report({ severity: "warning", ...where, message });
  const html = elementsHtml(recordsOf(story["content_elements"]), warn);
  const body = withoutHeadline(htmlToBlocks(html, reader), headline);
  const standfirst = basic("subheadlines") ?? basic("description");
  const image = leadOf(story, { html, where, context, base });
  const label = recordIn(recordIn(story, "label"), "basic");
  const text = (...names: string[]) => names.map((name) => scalarText(story[name])).find(Boolean);
  return {
    ...where,
    id: text("_id"),
    slug: slugOf(addresses[0]),
    headline,
    standfirst: standfirst === undefined || isBeginning(standfirst, body) ? undefined : standfirst,
    body,
    ...subjectsOf(story),
    authors: authorsOf(story),
    datePublished: text("display_date", "first_publish_date", "publish_date", "created_date"),
    dateModified: text("last_updated_date"),
    dateline: datelineOf(words(scalarText(story["location"])), body),
    places: [],
    image,
    inLanguage: text("language", "locale"),
    genre: label["display"] === false ? undefined : words(scalarText(label["text"])),
    corrections: correctionsOf(story, (html) => htmlToInlines(html, reader)),
    citations: [],
    oldUrls: addresses,
    held: body.length === 0 && image === undefined ? "It has no text." : undefined,
  };
}

/** A byline set by hand replaces the authors. */
function authorsOf(story: Raw): Draft["authors"] {
  const vanity = recordIn(story, "vanity_credits")["by"];
  return namesOf(Array.isArray(vanity) ? vanity : recordIn(story, "credits")["by"]).map((name) => ({ name }));
}

/** The primary section; the other sections and the tags become topics. Entities that software found in the text are left out. */
function subjectsOf(story: Raw): Pick<Draft, "section" | "topics"> {
  const taxonomy = recordIn(story, "taxonomy");
  const ofWebsites = Object.values(recordIn(story, "websites")).flatMap((website) =>
    isRecord(website) ? [recordIn(website, "website_section")] : [],
  );
  const sections = [
    recordIn(taxonomy, "primary_section"),
    recordIn(taxonomy, "primary_site"),
    ...ofWebsites,
    ...recordsOf(taxonomy["sections"]),
    ...recordsOf(taxonomy["sites"]),
  ];
  const refs = sections.flatMap((section): DraftRef[] => {
    const name = oneLine(scalarText(section["name"]));
    const slug = scalarText(section["path"] ?? section["_id"])
      .split("/")
      .findLast(Boolean);
    return name === "" ? [] : [{ name, ...(slug !== undefined && /^[a-z][\w-]*$/u.test(slug) && { slug }) }];
  });
  const tags = recordsOf(taxonomy["tags"]).flatMap((tag): DraftRef[] => {
    const name = oneLine(scalarText(tag["text"]) || scalarText(tag["name"]));
    const slug = scalarText(tag["slug"]);
    return name === "" ? [] : [{ name, ...(slug !== "" && { slug }) }];
  });
  const [section] = refs;
  const topics = [...new Map([...tags, ...refs].map((ref) => [ref.name, ref])).values()].filter(({ name }) => name !== section?.name);
  return { section, topics };
}

type Around = { html: string; where: ArchivePlace; context: ArchiveContext; base: string | undefined };

/** The picture that leads or promotes the story: the first of a gallery, the still of a video. None if the text shows it too. */
function leadOf(story: Raw, { html, where, context, base }: Around): Draft["image"] {
  const promo = recordIn(story, "promo_items");
  const picture = pictureIn(promo["lead_art"]) ?? pictureIn(promo["basic"]);
  const reference = scalarText(picture?.["url"]);
  if (picture === undefined || html.includes(reference)) return undefined;
  const caption = htmlToInlines(scalarText(picture["caption"]), context.body(where, base));
  return leadPicture({ reference, alt: scalarText(picture["alt_text"]), caption, credit: creditOf(picture) }, where, context, base);
}

function pictureIn(item: unknown, depth = 0): Raw | undefined {
  if (!isRecord(item) || depth > 4) return undefined;
  if (item["type"] === "image") return scalarText(item["url"]) === "" ? undefined : item;
  const inner = [...recordsOf(item["content_elements"]), ...Object.values(recordIn(item, "promo_items"))];
  return inner.map((each) => pictureIn(each, depth + 1)).find((found) => found !== undefined);
}

/** The story's own corrections, then those in its text. */
function correctionsOf(story: Raw, read: (html: string) => Inline[]): Draft["corrections"] {
  const inText = recordsOf(story["content_elements"]).filter(({ type }) => type === "correction");
  return [...recordsOf(story["corrections"]), ...inText].flatMap((each) => {
    const children = read(scalarText(each["text"]));
    return children.length === 0 ? [] : [{ children }];
  });
}

/** Paths are kept as written, since a document does not name its host. The addresses on other websites follow. */
function addressesOf(story: Raw): string[] {
  const ofWebsites = Object.values(recordIn(story, "websites")).map((website) => (isRecord(website) ? website["website_url"] : ""));
  const all = [story["canonical_url"], story["website_url"], ...ofWebsites, story["short_url"]].map((url) => scalarText(url).trim());
  return [...new Set(all.filter((url) => /^\/[^/]/u.test(url) || (/^https?:\/\/\S+$/iu.test(url) && URL.canParse(url))))];
}

/** The last part of the address, if it consists of words rather than a system id. */
function slugOf(address: string | undefined): string | undefined {
  const name = address
    ?.replace(/[?#].*$/u, "")
    .split("/")
    .findLast(Boolean);
  return name !== undefined && /^[a-z0-9]+(?:-[a-z0-9]+)+$/u.test(name) && !/[0-9a-f]{8}-[0-9a-f]{4}-/u.test(name) ? name : undefined;
}
