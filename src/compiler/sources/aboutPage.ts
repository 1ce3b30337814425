import type { Inline } from "#content/blocks/inline.ts";
import type { Draft } from "../draft/draft.ts";

/** A post about a page elsewhere: its address is a source below the text, if it does not stand there, and is the text where there is none. */
export function aboutPage(
  url: string | undefined,
  { headline, body, citations }: Pick<Draft, "headline" | "body" | "citations">,
): Pick<Draft, "body" | "citations"> {
  if (url === undefined || JSON.stringify(body).includes(JSON.stringify(url))) return { body, citations };
  if (body.length > 0) return { body, citations: [...citations, { title: url, url }] };
  const link: Inline = { type: "link", url, children: [{ type: "text", text: headline ?? url }] };
  return { body: [{ type: "paragraph", children: [link] }], citations };
}
