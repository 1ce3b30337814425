import { type Raw, scalarText } from "../article/record.ts";
import type { Tables } from "./tablesOf.ts";

/** Why a post is no article, as a full sentence; undefined for one that is. */
export function heldBy(post: Raw, types: string[]): string | undefined {
  return isPage(post) && !types.includes("page") ? "It is a page and not a post; pages come along with --types page." : undefined;
}

/** What a post says of who may read it, and when. "sent" is Ghost's word for one that went out by e-mail only. */
export function releaseFields(post: Raw, { metaOf }: Tables): Raw {
  const status = scalarText(post["status"]) || "published";
  return {
    status,
    visibility: scalarText(post["visibility"]) || "public",
    email_only: metaOf.get(scalarText(post["id"]))?.["email_only"] ?? post["email_only"],
    ...(status === "scheduled" && { published_at: post["published_at"] }),
  };
}

/** Versions before 3 have a switch, later ones a type. */
const isPage = (post: Raw): boolean => scalarText(post["type"]) === "page" || ["1", "true"].includes(scalarText(post["page"]));
