import type { Article } from "#content/article.ts";
import type { Block } from "#content/block.ts";
import type { BodyRef, BodyStore } from "./BodyStore.ts";
import { digest } from "./digest.ts";

/** By what an article or a part of a page is known again. */
const digests = new WeakMap<object, string>();

/** Where the body of a draft or an article lies. */
const places = new WeakMap<object, { store: BodyStore; ref: BodyRef }>();

/** One for all: with a getter of its own, each object would be a table, which is several times larger and slower. */
const BODY = {
  get(this: object): Block[] {
    const place = places.get(this);
    if (!place) throw new Error("This is no body that lies in a store.");
    return place.store.read(place.ref);
  },
  enumerable: true,
  configurable: true,
};

/** Gives a draft a body that lies in the store, and is read when it is asked for. */
export function storedBody<T extends object>(owner: T, store: BodyStore, ref: BodyRef): T & { body: Block[] } {
  Object.defineProperty(owner, "body", BODY);
  moveBody(owner, store, ref);
  if (!hasBody(owner)) throw new Error("A body was defined, and is not there.");
  return owner;
}

/** Says where the body of a draft lies now. */
export function moveBody(owner: object, store: BodyStore, ref: BodyRef): void {
  places.set(owner, { store, ref });
}

const hasBody = <T extends object>(owner: T): owner is T & { body: Block[] } => "body" in owner;

/** Where the links in a stored body lead. */
const links = new WeakMap<object, string[]>();

/**
 * An article whose body lies in the store. It is known by its fields and by what its body is known by.
 * @param article without its body
 * @param to where the links in its body lead
 */
export function storedArticle(article: Article, store: BodyStore, ref: BodyRef, to: string[]): Article {
  const { id, slug, headline, standfirst, body: _, ...rest } = article;
  const stored = Object.assign(storedBody({ id, slug, headline, standfirst }, store, ref), rest);
  links.set(stored, to);
  digests.set(stored, digestInStore(article, ref.digest));
  return stored;
}

/** Where the links in an article's body lead, if its body lies in a store. */
export function linksInStored(article: object): string[] | undefined {
  return links.get(article);
}

/** By what a value that never changes is known again; a body in a store need not be read for it. */
export function digestOf(value: object): string {
  const known = digests.get(value) ?? digest(JSON.stringify(value));
  digests.set(value, known);
  return known;
}

/** Whether an article, with its body, is the one that was known so; then its body may have lain in a store. */
export function isKnownBy(article: { body: Block[] }, known: string): boolean {
  const text = JSON.stringify(article);
  return digest(text) === known || digestInStore({ ...article, body: [] }, digest(JSON.stringify(article.body))) === known;
}

/** @param body the digest of its body, in whose place nothing stands */
function digestInStore(article: object, body: string): string {
  return digest(JSON.stringify(article) + body);
}
