import { format } from "prettier";
import { BLOCKS, BlocksSchema, fieldsOf, itemOf, ItemsSchema, RowsSchema } from "../../src/content/blocks/block.ts";
import { InlinesSchema } from "../../src/content/blocks/inline.ts";
import { ImageSchema } from "../../src/content/image.ts";

/** What the fields of a block do not say. */
const REMARKS: { [type: string]: string } = {
  audio: "`file` may take the place of `url`: [audio and video](audio.md)",
  chart:
    'made when the site is built: `{"type": "chart", "kind": "bar", "data": [["Year", "Rain"], ["2023", 812]]}`; `data` may also be objects, CSV or a file, JSON numbers have a decimal point, and the rest is as [in Markdown](writing.md#charts), [maps](writing.md#maps) too',
  custom: "[your own block](extending.md#a-block-of-your-own)",
  embed: "loads when pressed",
  figure: "the picture may be a file name",
  formula: "`tex` alone is enough",
  heading: "`id` is made from the text if it is missing",
  note: "a footnote, by the `note` of its `noteRef`",
  post: "of a [live blog](live.md)",
  quiz: "[a game](games.md)",
  unknown: "an element without a block of its own, with its text",
  video: "as audio",
};

/** Fields that the build fills in, and nobody writes. */
const MADE = new Set([
  "type",
  "colors",
  "mathml",
  "wide",
  "narrow",
  "series",
  "classes",
  "missing",
  "script",
  "ofPicture",
  "solutions",
  "elsewhere",
  "frame",
  "mediaType",
  "size",
]);

/** A page of the manual with its list of blocks and their fields made anew: what precedes the paragraph of inline elements. */
export function withBlocks(page: string): Promise<string> {
  const opening = "Each block has a `type`, and the fields of its type. Those with a question mark may be missing.\n\n";
  const list = Object.entries<{ schema: unknown }>(BLOCKS).map(([type, { schema }]) => {
    const parts = [
      fieldsOf(schema)
        .filter(({ name }) => !MADE.has(name))
        .map(fieldText)
        .join(", "),
      REMARKS[type] ?? "",
    ];
    return `- \`${type}\`: ${parts.filter(Boolean).join("; ") || "no fields"}`;
  });
  const made = page.replace(/(?<=^## Blocks\n\n).*?(?=\n\nInline elements:)/msu, () => opening + list.join("\n"));
  return format(made, { parser: "markdown", printWidth: 140, proseWrap: "preserve" });
}

const fieldText = ({ name, schema, isRequired }: ReturnType<typeof fieldsOf>[number]): string =>
  `\`${name}\`${isRequired ? "" : "?"}${bracketed(contentOf(schema))}`;

const bracketed = (text: string): string => (text === "" ? "" : ` (${text})`);

/** What a field holds, where its name does not say. */
function contentOf(schema: unknown): string {
  if (schema === BlocksSchema) return "blocks";
  if (schema === ItemsSchema) return "lists of blocks";
  if (schema === RowsSchema) return "rows of cells";
  if (schema === InlinesSchema || schema === ImageSchema) return "";
  const item = itemOf(schema);
  if (item === undefined) return optionsOf(schema).join(", ");
  const inner = fieldsOf(item).map(({ name }) => `\`${name}\``);
  return inner.length > 0 && item !== ImageSchema ? `each with ${inner.join(", ")}` : "";
}

const optionsOf = (schema: unknown): string[] =>
  typeof schema === "object" && schema !== null && "options" in schema && Array.isArray(schema.options) ? schema.options.map(String) : [];
