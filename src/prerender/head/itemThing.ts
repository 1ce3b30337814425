import * as v from "valibot";
import type { Block } from "#content/blocks/block.ts";
import { eventStatus, InCollectionSchema, type ItemValue, type StatedItem, StatedItemSchema } from "#content/collection.ts";
import { plainText } from "#content/blocks/plainText.ts";
import type { StaticPage } from "#content/pages/staticPage.ts";
import { absolute, absolutePage, type Site } from "#content/site.ts";
import type { Description } from "./description.ts";
import type { Thing } from "./newsArticle.ts";

/** The types of what is inside an item. */
const INNER: Record<string, string> = {
  location: "Place",
  organizer: "Organization",
  performer: "PerformingGroup",
  offers: "Offer",
  nutrition: "NutritionInformation",
  reviewRating: "Rating",
  hiringOrganization: "Organization",
  jobLocation: "Place",
  baseSalary: "MonetaryAmount",
};

/** The types that have a publisher and authors. */
const WORKS = new Set(["Recipe", "Review"]);

/** Durations are numbers of minutes. */
const DURATIONS = new Set(["prepTime", "cookTime", "totalTime"]);

/** The schema.org description of a page of a collection; undefined for any other page, and for an item without a type. */
export function itemThing(page: StaticPage, { site, url, publisher }: { site: Site; url: string; publisher: Thing }): Thing | undefined {
  if (page.collection === undefined) return undefined;
  const { list } = v.parse(InCollectionSchema, page.collection);
  if (list)
    return {
      "@type": "CollectionPage",
      "@id": url,
      url,
      name: page.title,
      description: page.standfirst,
      mainEntity: {
        "@type": "ItemList",
        itemListElement: list.groups
          .flatMap(({ items }) => items)
          .map(({ path }, at) => ({ "@type": "ListItem", position: at + 1, url: absolutePage(site, path) })),
      },
    };
  const { stated } = v.parse(v.object({ stated: StatedItemSchema }), page.collection);
  if (!stated.schema) return undefined;
  return {
    ...described(page, stated.schema.type, { stated, site, url }),
    ...properties(stated.schema, site),
    publisher: WORKS.has(stated.schema.type) ? publisher : undefined,
  };
}

function described(
  { title, standfirst, body, image, inLanguage }: StaticPage,
  type: string,
  { stated, site, url }: { stated: StatedItem; site: Site; url: string },
): Thing {
  const text = plainText(body);
  const { datePublished, dateModified } = stated;
  const authors = stated.authors.map((name) => ({ "@type": "Person", name }));
  const isWork = WORKS.has(type);
  const isJob = type === "JobPosting";
  return {
    "@type": type,
    "@id": url,
    url,
    [isJob ? "title" : "name"]: title,
    description: isJob ? text || standfirst : (standfirst ?? (text.slice(0, 300) || undefined)),
    image: image && absolute(site, image.url),
    ...(isWork && { inLanguage, datePublished, dateModified, author: authors.length > 0 ? authors : undefined }),
    ...(isJob && { datePosted: datePublished }),
    ...(type === "Recipe" && { recipeInstructions: steps(body) }),
    ...(type === "Review" && { reviewBody: text || undefined }),
  };
}

/** The steps of a recipe: its numbered list, or else its paragraphs. */
function steps(body: Block[]): Thing[] {
  const numbered = body.flatMap((block) => (block.type === "list" && block.ordered ? block.items.map((item) => plainText(item)) : []));
  const texts = numbered.length > 0 ? numbered : body.flatMap((block) => (block.type === "paragraph" ? [plainText([block])] : []));
  return texts.map((text) => ({ "@type": "HowToStep", text: text.trim() }));
}

function properties({ type, reviewed, currency, properties: all }: NonNullable<StatedItem["schema"]>, site: Site): Thing {
  const thing: Thing = {};
  const inner = new Map<string, Thing>();
  for (const [name, value] of Object.entries(all)) {
    const [outer = "", part] = name.split(".");
    const said = valueOf(outer, value, site);
    if (part === undefined) thing[outer] = said;
    else inner.set(outer, { ...inner.get(outer), [part]: said });
  }
  for (const [name, fields] of inner) {
    const own = name === "itemReviewed" ? (reviewed ?? "CreativeWork") : (INNER[name] ?? "Thing");
    const money = name === "offers" ? { priceCurrency: currency } : name === "baseSalary" ? { currency } : {};
    thing[name] = { "@type": own, ...fields, ...money };
  }
  const status = "eventStatus" in all ? eventStatus(all["eventStatus"]) : "Scheduled";
  return { ...thing, ...(type === "Event" && { eventStatus: status && `https://schema.org/Event${status}` }) };
}

const valueOf = (name: string, value: ItemValue, site: Site): unknown => {
  if (typeof value === "number" && DURATIONS.has(name)) return `PT${value}M`;
  return typeof value === "object" && !Array.isArray(value) ? absolute(site, value.url) : value;
};

/** The feed of a collection, which the pages of its list name. */
export function itemFeeds(collection: unknown): Partial<Pick<Description, "feeds">> {
  const read = v.safeParse(InCollectionSchema, collection);
  if (!read.success || read.output.list?.feed === undefined) return {};
  return { feeds: [{ format: "rss", path: read.output.list.feed, name: read.output.name }] };
}
