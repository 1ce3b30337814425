import { type Raw, scalarText } from "../article/record.ts";
import type { Tables } from "./tablesOf.ts";

/** Why a post is not published, as a full sentence; undefined for one that is. */
export function heldBy(post: Raw, { metaOf }: Tables, types: string[]): string | undefined {
  const status = scalarText(post["status"]) || "published";
  const visibility = scalarText(post["visibility"]) || "public";
  const meta = metaOf.get(scalarText(post["id"]));
  if (isPage(post) && !types.includes("page")) return "It is a page and not a post; pages come along with --types page.";
  if (status === "draft") return "It is a draft.";
  if (status === "scheduled") return "It is scheduled and not published yet.";
  if (status === "sent" || isTrue(meta?.["email_only"]) || isTrue(post["email_only"])) return "It was sent by e-mail only.";
  if (status !== "published") return `It is not published (status: ${status}).`;
  if (visibility === "members") return "It is for members only.";
  if (visibility === "paid") return "It is for paying members only.";
  return visibility === "public" ? undefined : "It is for some members only.";
}

/** Versions before 3 have a switch, later ones a type. */
const isPage = (post: Raw): boolean => scalarText(post["type"]) === "page" || isTrue(post["page"]);

const isTrue = (value: unknown): boolean => ["1", "true"].includes(scalarText(value));
