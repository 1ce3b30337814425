import type { XmlElement } from "../../xml/xmlElement.ts";
import type { Blog } from "./blog.ts";
import { field, metas } from "./field.ts";

/** The address at which an item was published. */
export function permalink(item: XmlElement): string | undefined {
  const link = field(item, "link");
  return isWeb(link) ? link : undefined;
}

/** Every address at which an item could be found: its permalink, its number, and the names that it had before. */
export function oldAddresses(item: XmlElement, blog: Blog): string[] {
  const link = permalink(item);
  const id = field(item, "post_id");
  const guid = field(item, "guid");
  const key = field(item, "post_type") === "page" ? "page_id" : "p";
  const numbered = blog.url !== "" && /^\d+$/u.test(id) ? [`${blog.url}/?${key}=${id}`] : [];
  const name = field(item, "post_name");
  const before = link === undefined || name === "" ? [] : metas(item, "_wp_old_slug").map((old) => renamed(link, name, old));
  const all = [link, isWeb(guid) ? guid : undefined, ...numbered, ...before].filter((each) => each !== undefined);
  return [...new Set(all)].filter((address) => !isHome(address, blog));
}

const isWeb = (text: string): boolean => /^https?:\/\//iu.test(text) && URL.canParse(text);

/** A post that was never given an address may have that of the blog. */
const isHome = (address: string, { url }: Blog): boolean => address.replace(/\/$/u, "") === url || /^https?:\/\/[^/]+\/?$/iu.test(address);

/** The permalink with another last part. */
function renamed(link: string, name: string, old: string): string | undefined {
  const at = link.lastIndexOf(name);
  return at === -1 ? undefined : `${link.slice(0, at)}${old}${link.slice(at + name.length)}`;
}
