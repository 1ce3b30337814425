import type { XmlElement } from "../../xml/xmlElement.ts";
import type { ArchiveContext } from "../archiveFormat.ts";
import { oneLine } from "../../text/cleanText.ts";
import { plainWords } from "../fields/plainWords.ts";
import { field } from "./field.ts";
import type { Media } from "./wxrMedia.ts";

/** What is known about the blog when an item is read: all of it comes before the items. */
export type Blog = {
  media: Media;
  /** Its address; "" until it is known. */
  url: string;
  /** Display names by login. E-mail addresses are never read. */
  names: Map<string, string>;
  /** Names of categories by their number. */
  categories: Map<string, { name: string; slug: string }>;
};

export const blogOf = (media: Media): Blog => ({ media, url: "", names: new Map(), categories: new Map() });

/** Reads what an element of the channel says about the blog. */
export function readHeader(element: XmlElement, blog: Blog, file: string, context: ArchiveContext): void {
  const text = element.text.trim();
  const words = () => plainWords(text, context.body({ file, place: element.name }));
  if (element.local === "title") context.publication({ name: words() });
  else if (element.local === "description") context.publication({ tagline: words() });
  else if (element.local === "language" && text !== "") context.publication({ language: languageTag(text) });
  else if (element.local === "base_blog_url" || (element.local === "link" && blog.url === "")) readUrl(text, blog, context);
  else if (element.local === "author") readAuthor(element, blog);
  else if (element.local === "category") readCategory(element, blog, file, context);
}

function readUrl(text: string, blog: Blog, context: ArchiveContext): void {
  if (!/^https?:/iu.test(text) || !URL.canParse(text)) return;
  blog.url = text.replace(/\/$/u, "");
  context.publication({ url: `${blog.url}/` });
}

function readAuthor(element: XmlElement, { names }: Blog): void {
  const login = field(element, "author_login");
  const full = `${field(element, "author_first_name")} ${field(element, "author_last_name")}`.trim();
  const name = oneLine(field(element, "author_display_name")) || oneLine(full);
  if (login !== "" && name !== "" && !names.has(login)) names.set(login, name);
}

function readCategory(element: XmlElement, { categories }: Blog, file: string, context: ArchiveContext): void {
  const name = plainWords(field(element, "cat_name"), context.body({ file, place: element.name }));
  if (name !== "") categories.set(field(element, "term_id"), { name, slug: field(element, "category_nicename") });
}

/** The tag may also be written "en_US". */
const languageTag = (written: string): string => written.replaceAll("_", "-");
