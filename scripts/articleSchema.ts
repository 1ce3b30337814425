import { readFile, writeFile } from "node:fs/promises";
import { toJsonSchema } from "@valibot/to-json-schema";
import { format } from "prettier";
import { ArticleSchema } from "../src/content/article.ts";
import { BlockSchema } from "../src/content/block.ts";
import { ImageSchema } from "../src/content/image.ts";
import { InlineSchema } from "../src/content/inline.ts";

const FILE = new URL("../public/article.schema.json", import.meta.url);

/**
 * The JSON Schema of an article, made from the contract that the reader itself
 * checks with. `npm run schema` writes it; `npm run schema -- --check` fails where it is out of date.
 */
export async function articleSchema(): Promise<string> {
  const schema = toJsonSchema(ArticleSchema, {
    errorMode: "ignore",
    definitions: { Block: BlockSchema, Inline: InlineSchema, Image: ImageSchema },
  });
  const described = {
    title: "Article",
    description:
      "One piece of journalism, as Broadsheet reads it. Names follow schema.org NewsArticle and IPTC ninjs; see docs/article.md.",
    ...schema,
  };
  return format(JSON.stringify(described), { parser: "json", printWidth: 140 });
}

if (process.argv[1] === import.meta.filename) {
  const text = await articleSchema();
  if (!process.argv.includes("--check")) await writeFile(FILE, text);
  else if ((await readFile(FILE, "utf8")) !== text) throw new Error("public/article.schema.json is out of date: npm run schema");
}
