import { readFile, writeFile } from "node:fs/promises";
import { toJsonSchema } from "@valibot/to-json-schema";
import { format } from "prettier";
import { ArticleSchema } from "../src/content/article.ts";
import { BlockSchema } from "../src/content/blocks/block.ts";
import { CommentSchema } from "../src/content/comment.ts";
import { ImageSchema } from "../src/content/image.ts";
import { InlineSchema } from "../src/content/blocks/inline.ts";
import { CollectionSchema } from "../src/compiler/settings/collectionSettings.ts";
import { FrontSettingsSchema } from "../src/compiler/settings/frontSettings.ts";
import { NewsletterSettingsSchema } from "../src/compiler/settings/newsletterSettings.ts";
import { SettingsSchema } from "../src/compiler/settings/settings.ts";
import { ThreadSettingsSchema } from "../src/compiler/settings/threadSettings.ts";
import { ThemeSchema } from "../src/compiler/features/theme/themeSchema.ts";
import { WholeLibraryFileSchema } from "../src/content/library/exportFile.ts";
import { MostReadSchema } from "../src/compiler/settings/mostReadFile.ts";
import { program } from "../src/cli/program.ts";
import { accessibilityReport } from "./accessibility/accessibilityReport.ts";
import { FIGURES_PAGE, figuresPage } from "./peers/figuresPage.ts";
import { withBlocks } from "./schemas/blocksReference.ts";
import { commandReference } from "./schemas/commandReference.ts";
import { settingsReference } from "./schemas/settingsReference.ts";
import { wordsSchema } from "./schemas/wordsSchema.ts";
import { wordTypesText } from "./schemas/wordTypes.ts";

/**
 * The published JSON schemas by file, made from the contracts with which the product itself validates. Those in `public/`
 * are part of each site, for programs that read it; those of settings are only for editors.
 */
const SCHEMAS = {
  "public/article.schema.json": {
    title: "Article",
    description:
      "One piece of journalism, as Broadsheet reads it. Names follow schema.org NewsArticle and IPTC ninjs; see docs/article.md.",
    ...toJsonSchema(ArticleSchema, {
      errorMode: "ignore",
      definitions: { Block: BlockSchema, Comment: CommentSchema, Inline: InlineSchema, Image: ImageSchema },
    }),
  },
  "public/library.schema.json": {
    title: "Library",
    description: "A reader's library as one file, as Broadsheet exports and imports it; see docs/library.md.",
    ...toJsonSchema(WholeLibraryFileSchema, { errorMode: "ignore" }),
  },
  "schemas/collection.schema.json": {
    title: "Collection",
    description:
      "The file collection.json of a folder in collections/: what its items have, and how they are shown; see docs/collections.md.",
    ...toJsonSchema(CollectionSchema, { errorMode: "ignore", typeMode: "input" }),
  },
  "schemas/edition.schema.json": {
    title: "Settings of an edition",
    description: "The file edition.json of a content folder. If its field $schema names this schema, editors complete and check it.",
    ...toJsonSchema(SettingsSchema, { errorMode: "ignore", typeMode: "input" }),
  },
  "schemas/front.schema.json": {
    title: "Front page",
    description: "The file front.json of a content folder: an editor's choices for the front page; see docs/front-page.md.",
    ...toJsonSchema(FrontSettingsSchema, { errorMode: "ignore", typeMode: "input" }),
  },
  "schemas/most-read.schema.json": {
    title: "Most read",
    description: "The file most-read.json of a content folder, as `broadsheet stats --most-read` writes it; see docs/statistics.md.",
    ...toJsonSchema(MostReadSchema, { errorMode: "ignore" }),
  },
  "schemas/newsletter.schema.json": {
    title: "Newsletter",
    description: "The file newsletter.json of a content folder: what a letter has; see docs/newsletter.md.",
    ...toJsonSchema(NewsletterSettingsSchema, { errorMode: "ignore", typeMode: "input" }),
  },
  "schemas/theme.schema.json": {
    title: "Theme",
    description: "The design of a paper: the file theme/theme.json of its content folder; see docs/theme.md.",
    ...toJsonSchema(ThemeSchema, { errorMode: "ignore", typeMode: "input" }),
  },
  "schemas/threads.schema.json": {
    title: "Threads",
    description: "The file threads.json of a content folder: an editor's changes to threads; see docs/threads.md.",
    ...toJsonSchema(ThreadSettingsSchema, { errorMode: "ignore", typeMode: "input" }),
  },
  "schemas/words.schema.json": {
    title: "Words",
    description: "A paper's own wording of the reader's messages: a file in the folder words of its content folder; see docs/words.md.",
    ...wordsSchema(),
  },
};

export type SchemaFile = keyof typeof SCHEMAS;
export const SCHEMA_FILES: SchemaFile[] = [
  "public/article.schema.json",
  "public/library.schema.json",
  "schemas/collection.schema.json",
  "schemas/edition.schema.json",
  "schemas/front.schema.json",
  "schemas/most-read.schema.json",
  "schemas/newsletter.schema.json",
  "schemas/theme.schema.json",
  "schemas/threads.schema.json",
  "schemas/words.schema.json",
];

export function schemaText(file: SchemaFile): Promise<string> {
  return format(JSON.stringify(SCHEMAS[file], withoutLinks), { parser: "json", printWidth: 140 });
}

/** Descriptions may contain Markdown links of docs/settings.md, which lead nowhere in an editor. */
const withoutLinks = (key: string, value: unknown): unknown =>
  key === "description" && typeof value === "string" ? value.replace(/\[([^\]]*)\]\([^)]*\)/gu, "$1") : value;

/** The file with the reference of settings, which is made from the schema. */
export const SETTINGS_REFERENCE = "docs/settings.md";
export const settingsText = (): Promise<string> => settingsReference(SCHEMAS["schemas/edition.schema.json"]);

// `npm run schema` writes the files; `npm run schema -- --check` fails if one is out of date.
if (process.argv[1] === import.meta.filename) {
  const articleReference = "docs/article.md";
  const files = [
    ...SCHEMA_FILES.map((file) => [file, schemaText(file)] as const),
    [SETTINGS_REFERENCE, settingsText()] as const,
    [articleReference, withBlocks(await readFile(new URL(`../${articleReference}`, import.meta.url), "utf8"))] as const,
    ["docs/accessibility.md", accessibilityReport()] as const,
    [FIGURES_PAGE, figuresPage()] as const,
    ["docs/command.md", commandReference(program)] as const,
    ["src/reader/i18n/wordTypes.ts", wordTypesText()] as const,
  ];
  for (const [file, made] of files) {
    const place = new URL(`../${file}`, import.meta.url);
    const text = await made;
    if (!process.argv.includes("--check")) await writeFile(place, text);
    else if ((await readFile(place, "utf8")) !== text) throw new Error(`${file} is out of date: npm run schema`);
  }
}
