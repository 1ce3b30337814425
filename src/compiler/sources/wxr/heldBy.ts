import type { XmlElement } from "../../xml/xmlElement.ts";
import { ofKind } from "../archive.ts";
import { publishedAt } from "./dates.ts";
import { field, meta } from "./field.ts";

/** Why an item is no article, as a full sentence; undefined for one that is. */
export function heldBy(item: XmlElement, types: string[]): string | undefined {
  const type = field(item, "post_type") || "post";
  if (type === "attachment") return "It is a file of the media library, which comes along with the articles that show it.";
  if (type === "nav_menu_item") return "It is an entry of a menu.";
  if (type === "wp_block") return "It is a block that posts share, which stands in each of them.";
  if (type === "revision") return "It is an earlier version of a post.";
  return type === "post" || types.includes(type) ? undefined : ofKind(type);
}

/** What an item says of who may read it, and when: WordPress itself, then its best-known plugins for it. */
export function releaseFields(item: XmlElement): Record<string, string> {
  const status = field(item, "status") || "publish";
  const expires = meta(item, "_expiration-date");
  return {
    status,
    post_password: field(item, "post_password"),
    // The date of a post that is out is that of its publication, however its blog's clock went.
    ...(status === "future" && { post_date: publishedAt(item) ?? "" }),
    // Yoast's 2 is "index".
    ...(meta(item, "_yoast_wpseo_meta-robots-noindex") === "1" && { "_yoast_wpseo_meta-robots-noindex": "1" }),
    _genesis_noindex: meta(item, "_genesis_noindex"),
    _aioseop_noindex: meta(item, "_aioseop_noindex"),
    robots: /"noindex"/u.test(meta(item, "rank_math_robots")) ? "noindex" : "",
    // PublishPress Future keeps dates that were switched off again.
    ...(meta(item, "_expiration-date-status") !== "" && { "_expiration-date": expires }),
    restrictedTo: meta(item, "_members_access_role"),
  };
}
