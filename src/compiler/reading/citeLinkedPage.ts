import type { Inline } from "#content/blocks/inline.ts";
import type { Draft } from "../draft/draft.ts";

/** For a post about another page: cites that page's address unless the text contains it. A post without text becomes a link to it. */
export function citeLinkedPage(
  url: string | undefined,
  { headline, body, citations }: Pick<Draft, "headline" | "body" | "citations">,
): Pick<Draft, "body" | "citations"> {
  if (url === undefined || JSON.stringify(body).includes(JSON.stringify(url))) return { body, citations };
  if (body.length > 0) return { body, citations: [...citations, { title: url, url }] };
  const link: Inline = { type: "link", url, children: [{ type: "text", text: headline ?? url }] };
  return { body: [{ type: "paragraph", children: [link] }], citations };
}
