import { slug } from "#content/slug.ts";
import type { XmlElement } from "../../xml/xmlElement.ts";
import type { ArchiveContext } from "../archive.ts";
import type { Blog } from "./blog.ts";
import { field } from "./field.ts";

/** The page of a file of the media library leads to the post that it was uploaded to, or to the file. */
export function noteAliases(item: XmlElement, { url }: Blog, { alias }: ArchiveContext): void {
  if (alias === undefined || url === "" || field(item, "post_type") !== "attachment") return;
  const post = field(item, "post_parent");
  const to = /^[1-9]\d*$/u.test(post) ? `${url}/?p=${post}` : field(item, "attachment_url");
  if (to === "") return;
  for (const from of [field(item, "link"), `${url}/?attachment_id=${field(item, "post_id")}`]) alias(from, to);
}

/** Lists by number are those by name; an account's list has the name that readers see. */
export function noteListAliases(element: XmlElement, { url, names }: Blog, { alias }: ArchiveContext): void {
  if (alias === undefined || url === "") return;
  if (element.local === "author") {
    const login = field(element, "author_login");
    const name = names.get(login);
    if (name === undefined) return;
    for (const from of [`/author/${slug(login)}`, `/?author=${field(element, "author_id")}`]) {
      if (from !== `/author/${slug(name)}`) alias(url + from, `${url}/author/${slug(name)}`);
    }
  }
  if (element.local === "category")
    alias(`${url}/?cat=${field(element, "term_id")}`, `${url}/category/${field(element, "category_nicename")}`);
}
