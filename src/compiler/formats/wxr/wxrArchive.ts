import type { Draft } from "../../draft/draft.ts";
import { releaseOf } from "../../draft/release/release.ts";
import { readXml } from "../../xml/readXml.ts";
import { type ArchiveFormat, type ArchiveContext, type ArchiveFile, archiveTime } from "../archiveFormat.ts";
import { notAnArticle } from "../../text/notAnArticle.ts";
import { type Blog, blogOf, readHeader } from "./blog.ts";
import { accessFields, lockOf, WORDPRESS_FIELDS } from "./accessFields.ts";
import { field, meta, wpChildren } from "./field.ts";
import type { Raw } from "../../text/jsonRecord.ts";
import { idOf, itemDraft } from "./itemDraft.ts";
import { type Media, mediaIn } from "./wxrMedia.ts";
import { slug } from "#content/slug.ts";
import type { XmlElement } from "../../xml/xmlElement.ts";
import { publishedAt } from "./wxrDates.ts";

/**
 * WordPress eXtended RSS, versions 1.0 to 1.2: what WordPress writes under
 * Tools, Export. The file is read twice, an item at a time: pictures often
 * come after the posts that show them.
 */
export const wxrArchive: ArchiveFormat = { name: "wxr", title: "WordPress export", detects, read };

function detects({ head }: Pick<ArchiveFile, "head">): boolean {
  return /<rss\b/u.test(head) && (/http:\/\/wordpress\.org\/export\/\d/u.test(head) || /<wp:wxr_version>/u.test(head));
}

async function* read(file: ArchiveFile, context: ArchiveContext): AsyncGenerator<Draft> {
  const media = await mediaIn(file);
  try {
    yield* items(file, blogOf(media), context);
  } finally {
    media.close();
  }
}

async function* items(file: ArchiveFile, blog: Blog, context: ArchiveContext): AsyncGenerator<Draft> {
  let versioned = false;
  for await (const element of readXml(file, { paths: ["rss/channel/*"], report: context.report })) {
    if (element.local === "wxr_version") versioned = true;
    if (element.local !== "item") {
      readHeader(element, blog, file.path, context);
      noteListAliases(element, blog, context);
      continue;
    }
    if (!versioned) reportVersion(file.path, context);
    const where = { file: file.path, place: `line ${element.line}, ${placeName(field(element, "post_id"))}` };
    const kind = heldBy(element, context.options.types);
    const { held = kind, moments } =
      kind === undefined ? releaseOf(releaseFields(element, blog.media), { ...archiveTime(context), certain: WORDPRESS_FIELDS }) : {};
    noteAliases(element, blog, context);
    if (held === undefined) yield { ...itemDraft(element, where, blog, context), moments };
    else context.skip(where, held, kind === undefined ? { id: idOf(element, blog) } : undefined);
  }
}

const placeName = (id: string): string => (id === "" ? "an item without a number" : `post ${id}`);

function reportVersion(file: string, { once }: ArchiveContext): void {
  const message = "The file does not say which version of WordPress's export it is (wp:wxr_version); it was read as 1.2.";
  once(`wxr version of ${file}`, { severity: "notice", file, message });
}

/** Maps the page of a file in the media library to the post that it was uploaded to, or to the file. */
function noteAliases(item: XmlElement, { url }: Blog, { alias }: ArchiveContext): void {
  if (alias === undefined || url === "" || field(item, "post_type") !== "attachment") return;
  const post = field(item, "post_parent");
  const to = /^[1-9]\d*$/u.test(post) ? `${url}/?p=${post}` : field(item, "attachment_url");
  if (to === "") return;
  for (const from of [field(item, "link"), `${url}/?attachment_id=${field(item, "post_id")}`]) alias(from, to);
}

/** Maps lists addressed by number to those by name, and an account's list to the one with the name that readers see. */
function noteListAliases(element: XmlElement, { url, names }: Blog, { alias }: ArchiveContext): void {
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

/** Why an item is not an article, as a full sentence; undefined if it is one. */
function heldBy(item: XmlElement, types: string[]): string | undefined {
  const type = field(item, "post_type") || "post";
  if (type === "attachment") return "It is a file of the media library, which is imported with the articles that show it.";
  if (type === "nav_menu_item") return "It is an entry of a menu.";
  if (type === "wp_block") return "It is a block that posts share, which is imported as part of each of them.";
  if (type === "revision") return "It is an earlier version of a post.";
  return type === "post" || types.includes(type) ? undefined : notAnArticle(type);
}

/** What an item says about who may read it, and when. A published post is out whatever its date: its blog's clock may have been wrong. */
function releaseFields(item: XmlElement, { rules }: Media): Raw {
  const statuses = wpChildren(item, "status").map(({ text }) => text.trim());
  const isFree = meta(item, "_wc_memberships_force_public") === "yes";
  return {
    ...accessFields(wpChildren(item, "postmeta").map((each) => [field(each, "meta_key"), field(each, "meta_value")])),
    post_password: lockOf(field(item, "post_password")),
    // Nobody knows whether an item without a status is public.
    status: statuses.length > 0 ? statuses : "",
    ...(statuses.includes("future") && { post_date: publishedAt(item) ?? "" }),
    rules: [...rules].filter((type) => type !== "wc_membership_plan" || !isFree),
  };
}
