import type { EditorComponentDefinition } from "@sveltia/cms";

/**
 * The blocks that Markdown editors lack and stories have. The CMS inserts and
 * recognises them in the forms that the compiler reads.
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
    pattern: /^!\[(?<alt>[^\]\n]*)\]\((?<file>[^\s)]+) "(?<caption>[^"\n]*) \| (?<credit>[^"\n]*)"\)$/mu,
    toBlock: ({ file, alt, caption, credit }) =>
      `![${line(alt, /[[\]]/gu)}](${line(file)} "${line(caption, /["|]/gu)} | ${line(credit, /["|]/gu)}")`,
  },
  {
    id: "pull-quote",
    label: "Pull quote",
    icon: "format_quote",
    fields: [{ name: "text", label: "Words from the story", widget: "text" }],
    pattern: /^<aside class="pull(?:quote)?">(?<text>[^<\n]*)<\/aside>$/mu,
    fromBlock: ({ groups }) => ({ text: unescaped(groups?.["text"]) }),
    toBlock: ({ text }) => `<aside class="pull">${escaped(text)}</aside>`,
  },
  {
    id: "embed",
    label: "Post, video or map from another site",
    icon: "smart_display",
    fields: [{ name: "url", label: "Address", widget: "string", hint: "Readers load the content with a click." }],
    pattern: /^(?<url>https:\/\/\S+)$/mu,
    toBlock: ({ url }) => String(url ?? ""),
  },
];

/** The preview shows each block as the HTML of its page. */
export const blocks = BLOCKS.map((block) => ({ ...block, toPreview: block.toBlock }));

/** A value as one line, without the characters that would end its field. */
function line(value: unknown, without = /(?!)/gu): string {
  return typeof value === "string" ? value.replaceAll(without, "").replaceAll(/\s+/gu, " ").trim() : "";
}

const escaped = (value: unknown): string => line(value).replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const unescaped = (text = ""): string => text.replaceAll("&lt;", "<").replaceAll("&amp;", "&");
