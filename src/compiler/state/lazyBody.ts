import type { Article } from "#content/article.ts";
import type { Block } from "#content/blocks/block.ts";
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

/** The fields of an article besides its body, which comes last: an object to which many are added after it would be a table too. */
export type Fields = Omit<Article, "body">;

/**
 * An article whose body lies in the store. It is known by its fields and by what its body is known by.
 * @param to where the links in its body lead
 */
export function storedArticle(fields: Fields, store: BodyStore, ref: BodyRef, to: string[]): Article {
  const known = digestInStore(fields, ref.digest);
  const stored = storedBody(fields, store, ref);
  links.set(stored, to);
  digests.set(stored, known);
  return stored;
}

/**
 * An article with another body, made when it is asked for. It is known by the article and by what that body is known by.
 * @param body reads the article's own body no sooner than it is called
 */
export function withBody(article: Article, body: () => Block[], known: string): Article {
  const fields = { ...Object.getOwnPropertyDescriptors(article), body: { get: body, enumerable: true, configurable: true } };
  const made: Article = Object.create(Object.prototype, fields);
  digests.set(made, digest(`${digestOf(article)} ${known}`));
  return made;
}

/** Gives an article a recording that was made of it. From then on it is known by that too. */
export function setAudio(article: Article, audio: Article["audio"]): void {
  article.audio = audio;
  digests.delete(article);
  const place = places.get(article);
  if (!place) return;
  // Field by field, since a copy would read the body.
  const fields = Object.keys(article).flatMap((key): [string, unknown][] => (key === "body" ? [] : [[key, Reflect.get(article, key)]]));
  digests.set(article, digestInStore(Object.fromEntries(fields), place.ref.digest));
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
export function isKnownBy(article: Article, known: string): boolean {
  const { body, ...fields } = article;
  return digest(JSON.stringify(article)) === known || digestInStore(fields, digest(JSON.stringify(body))) === known;
}

/** @param body the digest of its body */
const digestInStore = (fields: object, body: string): string => digest(JSON.stringify([fields, body]));
