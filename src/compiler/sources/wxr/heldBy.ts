import type { XmlElement } from "../../xml/xmlElement.ts";
import { field } from "./field.ts";

/** Why an item is no article that readers may see, as a full sentence; undefined for one that is. */
export function heldBy(item: XmlElement, types: string[]): string | undefined {
  const type = field(item, "post_type") || "post";
  if (type === "attachment") return "It is a file of the media library, which comes along with the articles that show it.";
  if (type === "nav_menu_item") return "It is an entry of a menu.";
  if (type === "wp_block") return "It is a block that posts share, which stands in each of them.";
  if (type === "revision") return "It is an earlier version of a post.";
  if (type !== "post" && !types.includes(type))
    return `It is of the kind ${type}, which is no article; --types ${type} brings such items along.`;
  const status = field(item, "status") || "publish";
  if (field(item, "post_password") !== "") return "It is protected by a password.";
  return status === "publish" ? undefined : (STATUSES[status] ?? `It is not published (status: ${status}).`);
}

const STATUSES: Record<string, string> = {
  draft: "It is a draft.",
  "auto-draft": "It is a draft.",
  pending: "It waits for review and is not published.",
  future: "It is scheduled and not published yet.",
  private: "It is private.",
  trash: "It is in the trash.",
};
