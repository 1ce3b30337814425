import { mapCommentLinks, mapImageLinks, mapLinks } from "../body/mapLinks.ts";
import type { Report } from "../draft/problem.ts";
import type { CompletedDraft } from "./articleJson.ts";
import type { LinkIndex } from "./linkIndex.ts";

/** Replaces the links of an article by those that work after the import. Links that lead nowhere are removed and reported. */
export function withResolvedLinks(article: CompletedDraft, links: LinkIndex, report: Report): CompletedDraft {
  const { file, place } = article;
  const reported = new Set<string>();
  return mapped(article, (url) => {
    const { to, why } = links.lead(url, article);
    if (why !== undefined && !reported.has(url))
      report({ severity: "warning", file, ...(place !== undefined && { place }), address: url, message: why });
    if (why !== undefined) reported.add(url);
    return to;
  });
}

/** Whether an article has a link that cannot be resolved yet. */
export function hasUnresolvedLinks(article: CompletedDraft, links: LinkIndex): boolean {
  let waits = false;
  mapped(article, (url) => {
    waits ||= links.waits(url);
    return url;
  });
  return waits;
}

function mapped(article: CompletedDraft, change: (url: string) => string | undefined): CompletedDraft {
  return {
    ...article,
    body: mapLinks(article.body, change),
    image: article.image && mapImageLinks(article.image, change),
    ...(article.comments && { comments: mapCommentLinks(article.comments, change) }),
    citations: article.citations.map((citation) => {
      const { url: written, ...rest } = citation;
      const url = written === undefined ? undefined : change(written);
      return url === undefined ? rest : { ...rest, url };
    }),
  };
}
