import type { Article } from "#content/article.ts";
import { compile } from "#compiler/compile.ts";
import { drawerOf } from "#prerender/loadComponents.tsx";
import { temporaryFolder } from "../../../support/temporaryFolder.ts";
import { contentOf } from "../pictures/edition.ts";

export const BLOCK = `import { defineBlock, v } from "broadsheet-reader/extend";
export default defineBlock({
  schema: v.object({ question: v.string(), answers: v.array(v.string()) }),
  text: ({ question, answers }) => [question, { type: "list", items: answers }],
});
`;
export const COMPONENT = "export default ({ fields }) => <p>{fields.question}</p>;\n";
export const POLL = ":::poll\nquestion: Why?\nanswers: [Because]\n:::";
export const story = (body: string) => `---\nheadline: A\ndatePublished: 2024-04-22\n---\n\nWords.\n\n${body}\n`;

/** What comes of a paper of these files, and of its story. */
export async function compiled(files: Record<string, string>) {
  const edition = JSON.stringify({ name: "P", url: "https://p.example/" });
  const content = contentOf({ "edition.json": edition, "articles/a.md": story(POLL), ...files });
  const { problems, built } = await compile({ content, out: temporaryFolder(), encode: false, drawerOf });
  const articles = [...(built?.pages ?? [])].flatMap((page): Article[] => (page.kind === "article" ? [page.value.article] : []));
  return {
    problems: problems.map(({ severity, file, line, message, nearest }) => ({
      severity,
      file,
      line,
      message,
      ...(nearest && { nearest }),
    })),
    body: articles.find(({ slug }) => slug === "a")?.body ?? [],
    articles,
  };
}

export const warning = (file: string, line: unknown, message: unknown, more = {}) => ({
  severity: "warning",
  file,
  line,
  message,
  ...more,
});
export const kept = { type: "paragraph", children: [{ type: "text", text: "Words." }] };
