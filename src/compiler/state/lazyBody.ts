import type { Article } from "#content/article.ts";
import type { Block } from "#content/blocks/block.ts";
import type { BodyRef, BodyStore } from "./BodyStore.ts";
import { digest } from "./digest.ts";

/** The digests of articles and parts of pages. */
const digests = new WeakMap<object, string>();

/** The place of the body of each draft or article in its store. */
const places = new WeakMap<object, { store: BodyStore; ref: BodyRef }>();

/** Shared by all objects: V8 would make an object with its own getter a hash table, which is several times larger and slower. */
const BODY = {
  get(this: object): Block[] {
    const place = places.get(this);
    if (!place) throw new Error("This object has no stored body.");
    return place.store.read(place.ref);
  },
  enumerable: true,
  configurable: true,
};

/** Gives a draft a body that is in the store, and is read when it is asked for. */
export function storedBody<T extends object>(owner: T, store: BodyStore, ref: BodyRef): T & { body: Block[] } {
  Object.defineProperty(owner, "body", BODY);
  moveBody(owner, store, ref);
  if (!hasBody(owner)) throw new Error("The body was not defined.");
  return owner;
}

/** Sets the new place of a draft's body. */
export function moveBody(owner: object, store: BodyStore, ref: BodyRef): void {
  places.set(owner, { store, ref });
}

const hasBody = <T extends object>(owner: T): owner is T & { body: Block[] } => "body" in owner;

/** The addresses of the links in each stored body. */
const links = new WeakMap<object, string[]>();

/** The fields of an article without its body, which is added last: adding many fields after it would make the object a hash table too. */
export type Fields = Omit<Article, "body">;

/**
 * An article whose body is in the store. Its digest is made of its fields and the digest of its body.
 * @param to the addresses of the links in its body
 */
export function storedArticle(fields: Fields, store: BodyStore, ref: BodyRef, to: string[]): Article {
  const found = digestInStore(fields, ref.digest);
  const stored = storedBody(fields, store, ref);
  links.set(stored, to);
  digests.set(stored, found);
  return stored;
}

/**
 * An article with another body, which is made when it is asked for.
 * @param body makes that body; the article's own is read only then
 * @param key identifies that body: the digest of the result is made of it and the digest of the article
 */
export function withBody(article: Article, body: () => Block[], key: string): Article {
  const fields = { ...Object.getOwnPropertyDescriptors(article), body: { get: body, enumerable: true, configurable: true } };
  const made: Article = Object.create(Object.prototype, fields);
  digests.set(made, digest(`${digestOf(article)} ${key}`));
  return made;
}

/** Gives an article a recording that was made of it, and updates its digest. */
export function setAudio(article: Article, audio: Article["audio"]): void {
  article.audio = audio;
  digests.delete(article);
  const place = places.get(article);
  if (!place) return;
  // Field by field, since a copy would read the body.
  const fields = Object.keys(article).flatMap((key): [string, unknown][] => (key === "body" ? [] : [[key, Reflect.get(article, key)]]));
  digests.set(article, digestInStore(Object.fromEntries(fields), place.ref.digest));
}

/** The addresses of the links in an article's body, if that is in a store. */
export function linksInStored(article: object): string[] | undefined {
  return links.get(article);
}

/** The digest of a value that never changes. A body in a store need not be read for it. */
export function digestOf(value: object): string {
  const found = digests.get(value) ?? digest(JSON.stringify(value));
  digests.set(value, found);
  return found;
}

/** Whether an article with its body in memory is the one with the digest `wanted`, which may be that of an article with a stored body. */
export function hasDigest(article: Article, wanted: string): boolean {
  const { body, ...fields } = article;
  return digest(JSON.stringify(article)) === wanted || digestInStore(fields, digest(JSON.stringify(body))) === wanted;
}

/** The digest of an article whose body is in a store. @param body the digest of the body */
const digestInStore = (fields: object, body: string): string => digest(JSON.stringify([fields, body]));
