import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ArticlePageSchema } from "#content/pages/articlePage.ts";
import { parse } from "#content/parse.ts";
import { compile } from "#compiler/compile.ts";
import type { CompileOptions } from "#compiler/compileOptions.ts";
import { temporaryFolder } from "../../../support/temporaryFolder.ts";

/** A content folder with these files. */
export function contentOf(files: Record<string, string | Uint8Array>): string {
  const folder = temporaryFolder();
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  return folder;
}

/** A story with this lead picture and this text. */
export const story = (image: string, text = "Words."): string =>
  JSON.stringify({ headline: "A story", datePublished: "2024-04-22", image: { file: image, alt: "What it shows" }, body: text });

/** Builds an edition with one story, story.json, and reads the story as readers get it. */
export async function built(content: string, more: Partial<CompileOptions> = {}) {
  const out = more.out ?? temporaryFolder();
  const steps: string[] = [];
  const onProgress = (step: string, done: number, total: number) => void (step === "Pictures" && steps.push(`${done} of ${total}`));
  const { problems } = await compile({ content, out, onProgress, ...more });
  const json: unknown = JSON.parse(readFileSync(join(out, "data/article/story.json"), "utf8"));
  const { article } = parse(ArticlePageSchema, json, "article page");
  return { out, steps, article, messages: problems.map(({ message }) => message) };
}
