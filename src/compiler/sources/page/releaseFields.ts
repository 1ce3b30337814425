import { releaseFields as ofArticle } from "../schemaOrg/things.ts";
import { jsonLd } from "./jsonLd.ts";
import { metaOf } from "./metaOf.ts";

/** What a page says of who may read it, and until when: to search engines, to Facebook, and in its JSON-LD. */
export function releaseFields(document: Document): Record<string, unknown> {
  const meta = metaOf(document);
  return {
    robots: meta("robots"),
    googlebot: meta("googlebot"),
    "article:expiration_time": meta("article:expiration_time"),
    // "metered" can be read by everybody, though not as often as they like.
    ...(meta("article:content_tier").includes("locked") && { "article:content_tier": "locked" }),
    ...ofArticle(jsonLd(document)?.article ?? {}),
  };
}
