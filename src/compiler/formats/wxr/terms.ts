import { decoded } from "#content/decoded.ts";
import type { DraftRef } from "../../draft/draft.ts";
import type { XmlElement } from "../../xml/xmlElement.ts";
import type { ArchiveContext, ArchivePlace } from "../archiveFormat.ts";
import { plainWords } from "../fields/plainWords.ts";
import type { Blog } from "./blog.ts";
import { creator, meta } from "./field.ts";

/** What an item is filed under. */
export type Terms = { section?: DraftRef; topics: DraftRef[]; places: DraftRef[]; authors: DraftRef[]; language?: string };

type Term = DraftRef & { taxonomy: string };

/**
 * The section is the category that an SEO plugin marks as primary, else the first.
 * The others, tags and terms of custom taxonomies are topics; terms of taxonomies
 * for places are places.
 */
export function termsOf(item: XmlElement, where: ArchivePlace, blog: Blog, context: ArchiveContext): Terms {
  const terms = distinct(item.children.filter(({ local }) => local === "category").flatMap((each) => termOf(each, where, context)));
  const of = (fits: (taxonomy: string) => boolean): DraftRef[] => terms.filter(({ taxonomy }) => fits(taxonomy)).map(asRef);
  const categories = of((taxonomy) => taxonomy === "category").filter(
    ({ slug, name }) => slug !== "uncategorized" && name !== "Uncategorized",
  );
  const primary = blog.categories.get(meta(item, "_yoast_wpseo_primary_category"));
  const section = categories.find(({ name }) => name === primary?.name) ?? categories[0];
  const language = terms.find(({ taxonomy }) => taxonomy === "language")?.slug;
  return {
    ...(section && { section }),
    topics: [...categories.filter((each) => each !== section), ...of(isTopic)],
    places: of((taxonomy) => PLACES.test(taxonomy)),
    authors: authorsOf(item, terms, blog),
    ...(language !== undefined && /^[a-z]{2,3}(?:[-_][a-z]+)?$/iu.test(language) && { language }),
  };
}

const asRef = ({ name, slug }: Term): DraftRef => (slug === undefined ? { name } : { name, slug });

const PLACES = /^(?:places?|locations?|regions?|countr(?:y|ies)|cit(?:y|ies)|geo)$/iu;

/** Taxonomies that say how a post is shown or works, not what it is about. */
const INTERNAL = /^(?:category|author|language|post_format|nav_menu|link_category|post_translations|wp_|yst_|_)/u;

const isTopic = (taxonomy: string): boolean => !INTERNAL.test(taxonomy) && !PLACES.test(taxonomy);

/** Version 1.0 wrote each term twice, once without its taxonomy; a category in plain RSS never has one. */
function termOf(element: XmlElement, where: ArchivePlace, context: ArchiveContext): Term[] {
  const taxonomy = element.attributes["domain"];
  const nicename = element.attributes["nicename"];
  if (taxonomy === undefined || element.text.trim() === "") return [];
  const name = plainWords(element.text, context.body(where));
  return name === "" ? [] : [{ name, taxonomy, ...(nicename !== undefined && nicename !== "" && { slug: decoded(nicename) }) }];
}

function distinct(terms: Term[]): Term[] {
  const byName = new Map<string, Term>();
  for (const term of terms) {
    const key = `${term.taxonomy === "tag" ? "post_tag" : term.taxonomy} ${term.name}`;
    const known = byName.get(key);
    if (!known || known.slug === undefined) byName.set(key, term);
  }
  return [...byName.values()];
}

/** A plugin for several authors keeps them as terms; otherwise the author is the account that wrote the post. */
function authorsOf(item: XmlElement, terms: Term[], { names }: Blog): DraftRef[] {
  const several = terms.filter(({ taxonomy }) => taxonomy === "author").map(({ name }) => ({ name: names.get(name) ?? name }));
  if (several.length > 0) return several;
  const login = creator(item);
  const name = names.get(login) ?? login;
  // An account may be named by its email address, which must not be published.
  return name === "" || /\S@\S/u.test(name) ? [] : [{ name }];
}
