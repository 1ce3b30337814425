import type { Html, SourceItem, Story } from "#extend/extend.js";
import { oneLine } from "../../text/cleanText.ts";
import { isBlankHtml } from "../../text/isBlankHtml.ts";
import { isRecord, type Raw, recordIn, recordsOf, scalarText } from "../../text/jsonRecord.ts";
import { creditOf, elementsHtml, imageHtml, namesOf } from "./elementHtml.ts";

/** A document as a story. Its texts hold HTML. */
export function arcStory(document: Raw, warn: (message: string) => void): Pick<SourceItem, "story" | "base" | "firstFigureLeads"> {
  const addresses = addressesOf(document);
  const html = elementsHtml(recordsOf(document["content_elements"]), warn);
  const picture = leadOf(document, html);
  const label = recordIn(recordIn(document, "label"), "basic");
  const basic = (...names: string[]) => firstHtml(names.map((name) => recordIn(document, name)["basic"]));
  const text = (...names: string[]) => names.map((name) => scalarText(document[name])).find(Boolean);
  const isPictureAlone = picture !== undefined && isBlankHtml(html);
  const story = {
    id: text("_id"),
    slug: slugOf(addresses[0]),
    headline: basic("headlines"),
    standfirst: basic("subheadlines", "description"),
    html: isPictureAlone ? imageHtml(picture) : html,
    ...subjectsOf(document),
    authors: authorsOf(document),
    datePublished: text("display_date", "first_publish_date", "publish_date", "created_date"),
    dateModified: text("last_updated_date"),
    dateline: firstHtml([document["location"]]),
    image: isPictureAlone || picture === undefined ? undefined : imageOf(picture),
    inLanguage: text("language", "locale"),
    genre: label["display"] === false ? undefined : firstHtml([label["text"]]),
    corrections: correctionsOf(document),
    oldUrls: addresses,
  };
  return { story, base: addresses.find((address) => URL.canParse(address)), firstFigureLeads: isPictureAlone };
}

const htmlOf = (html: string): Html => ({ type: "html", html });

/** The first text that has words. */
function firstHtml(values: unknown[]): Html | undefined {
  const found = values.map(scalarText).find((html) => !isBlankHtml(html));
  return found === undefined ? undefined : htmlOf(found);
}

/** A byline set by hand replaces the authors. */
function authorsOf(story: Raw): Story[] {
  const vanity = recordIn(story, "vanity_credits")["by"];
  return namesOf(Array.isArray(vanity) ? vanity : recordIn(story, "credits")["by"]).map((name) => ({ name }));
}

type Ref = { name: string; slug?: string };

/** The primary section; the other sections and the tags become topics. Entities that software found in the text are left out. */
function subjectsOf(story: Raw): { section: Ref | undefined; topics: Ref[] } {
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
  const refs = sections.flatMap((section): Ref[] => {
    const name = oneLine(scalarText(section["name"]));
    const slug = scalarText(section["path"] ?? section["_id"])
      .split("/")
      .findLast(Boolean);
    return name === "" ? [] : [{ name, ...(slug !== undefined && /^[a-z][\w-]*$/u.test(slug) && { slug }) }];
  });
  const tags = recordsOf(taxonomy["tags"]).flatMap((tag): Ref[] => {
    const name = oneLine(scalarText(tag["text"]) || scalarText(tag["name"]));
    const slug = scalarText(tag["slug"]);
    return name === "" ? [] : [{ name, ...(slug !== "" && { slug }) }];
  });
  const [section] = refs;
  const topics = [...new Map([...tags, ...refs].map((ref) => [ref.name, ref])).values()].filter(({ name }) => name !== section?.name);
  return { section, topics };
}

/** The picture that leads or promotes the story: the first of a gallery, the still of a video. None if the text shows it too. */
function leadOf(story: Raw, html: string): Raw | undefined {
  const promo = recordIn(story, "promo_items");
  const picture = pictureIn(promo["lead_art"]) ?? pictureIn(promo["basic"]);
  return picture === undefined || html.includes(scalarText(picture["url"])) ? undefined : picture;
}

const imageOf = (picture: Raw): Story => ({
  url: scalarText(picture["url"]),
  alt: scalarText(picture["alt_text"]),
  caption: htmlOf(scalarText(picture["caption"])),
  credit: creditOf(picture),
});

function pictureIn(item: unknown, depth = 0): Raw | undefined {
  if (!isRecord(item) || depth > 4) return undefined;
  if (item["type"] === "image") return scalarText(item["url"]) === "" ? undefined : item;
  const inner = [...recordsOf(item["content_elements"]), ...Object.values(recordIn(item, "promo_items"))];
  return inner.map((each) => pictureIn(each, depth + 1)).find((found) => found !== undefined);
}

/** The story's own corrections, then those in its text. */
function correctionsOf(story: Raw): Story[] {
  const inText = recordsOf(story["content_elements"]).filter(({ type }) => type === "correction");
  const texts = [...recordsOf(story["corrections"]), ...inText].map((each) => scalarText(each["text"]));
  return texts.filter((html) => !isBlankHtml(html)).map((html) => ({ children: htmlOf(html) }));
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
