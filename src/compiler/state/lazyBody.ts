import type { Block } from "#content/block.ts";
import type { BodyRef, BodyStore } from "./BodyStore.ts";
import { digest } from "./digest.ts";

/** By what an article or a part of a page is known again. */
const digests = new WeakMap<object, string>();

/** Lets the body of a draft or an article lie in the store, and be read when it is asked for. */
export function storedBody<T extends { body: Block[] }>(owner: T, store: BodyStore, ref: BodyRef): T {
  return Object.defineProperty(owner, "body", { get: () => store.read(ref), enumerable: true, configurable: true });
}

/** Where the links in a stored body lead. */
const links = new WeakMap<object, string[]>();

/**
 * An article whose body lies in the store. It is known by its fields and by what its body is known by.
 * @param to where the links in its body lead
 */
export function storedArticle<T extends { body: Block[] }>(article: T, store: BodyStore, ref: BodyRef, to: string[]): T {
  article.body = [];
  links.set(article, to);
  digests.set(article, digestInStore(article, ref.digest));
  return storedBody(article, store, ref);
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
