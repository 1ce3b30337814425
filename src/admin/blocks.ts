import type { EditorComponentDefinition } from "@sveltia/cms";

/**
 * The blocks that a story has and Markdown has no sign for, as the editor inserts
 * and finds them. Their HTML is what the compiler reads (src/compiler/body).
 */
const BLOCKS: EditorComponentDefinition[] = [
  {
    id: "figure",
    label: "Picture with credit",
    icon: "photo_camera",
    fields: [
      { name: "file", label: "File", widget: "image" },
      { name: "alt", label: "Alternative text", widget: "string", required: false },
      { name: "caption", label: "Caption", widget: "string", required: false },
      { name: "credit", label: "Credit", widget: "string", required: false },
    ],
    pattern:
      /^<figure><img src="(?<file>[^"\n]*)" alt="(?<alt>[^"\n]*)"><figcaption>(?<caption>[^<\n]*)<small>(?<credit>[^<\n]*)<\/small><\/figcaption><\/figure>$/mu,
    fromBlock: (match) => unescaped(match.groups),
    toBlock: ({ file, alt, caption, credit }) =>
      `<figure><img src="${escaped(file)}" alt="${escaped(alt)}"><figcaption>${escaped(caption)}<small>${escaped(credit)}</small></figcaption></figure>`,
  },
  {
    id: "pull-quote",
    label: "Pull quote",
    icon: "format_quote",
    fields: [{ name: "text", label: "Words of the story", widget: "text" }],
    pattern: /^<aside class="pullquote">(?<text>[^<\n]*)<\/aside>$/mu,
    fromBlock: (match) => unescaped(match.groups),
    toBlock: ({ text }) => `<aside class="pullquote">${escaped(text)}</aside>`,
  },
  {
    id: "embed",
    label: "Post, film or map of another site",
    icon: "smart_display",
    fields: [{ name: "url", label: "Address", widget: "string", hint: "It stands for the thing itself, which readers load by a click." }],
    pattern: /^(?<url>https:\/\/\S+)$/mu,
    toBlock: ({ url }) => String(url ?? ""),
  },
];

/** In the preview each is the HTML that the page has. */
export const blocks = BLOCKS.map((block) => ({ ...block, toPreview: block.toBlock }));

/** A value as text of one line in HTML. */
function escaped(value: unknown): string {
  const line = typeof value === "string" ? value.replaceAll(/\s+/gu, " ").trim() : "";
  return line.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function unescaped(groups: Record<string, string> = {}): Record<string, string> {
  const plain = (text: string) => text.replaceAll("&quot;", '"').replaceAll("&gt;", ">").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
  return Object.fromEntries(Object.entries(groups).map(([name, text]) => [name, plain(text)]));
}
