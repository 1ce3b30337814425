import { cpSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Article } from "#content/article.ts";
import { compile } from "#compiler/compile.ts";
import { plainText } from "#content/blocks/plainText.ts";
import { drawerOf } from "#prerender/loadComponents.tsx";
import { temporaryFolder } from "../../../support/temporaryFolder.ts";

/** What was written for a version works with each later one that promises so, see docs/extending.md. */
it("a paper's own block, source and step that were written for 0.1 work as they did", async () => {
  const content = join(temporaryFolder(), "paper");
  cpSync("tests/fixtures/extensions/0.1", content, { recursive: true });
  const out = temporaryFolder();
  const { problems, built } = await compile({ content, out, encode: false, drawerOf });
  expect(problems).toEqual([]);
  const articles = new Map<string, Article>();
  for (const page of built?.pages ?? []) if (page.kind === "article") articles.set(page.value.article.headline, page.value.article);

  const ferry = articles.get("The ferry is back");
  expect(ferry?.topics.map(({ name }) => name)).toEqual(["Ferries"]);
  const polls = ferry?.body.filter((block) => block.type === "custom") ?? [];
  expect(polls.map(({ name, fields }) => [name, fields])).toEqual([
    ["poll", { question: "Will you take the ferry?", answers: ["Every day", "Never"] }],
    ["poll", { question: "Is the fare fair?", answers: ["Yes", "No"] }],
  ]);
  expect(plainText(polls)).toBe("Will you take the ferry?\nEvery day\nNever\nIs the fare fair?\nYes\nNo");
  const [script] = new Set(polls.map((poll) => poll.script));
  expect(script).toMatch(/^assets\/block-poll-[\w-]{8}\.js$/u);

  expect(articles.get("The dock is deeper")?.body[1]).toMatchObject({ type: "custom", name: "poll", script });
  const council = articles.get("Council keeps the ferry");
  expect(council).toMatchObject({ datePublished: "2024-04-24T00:00:00+01:00", section: { name: "Council" } });
  expect(council?.body[0]).toMatchObject({ type: "paragraph", children: [{ text: "The council " }, { type: "strong" }, { text: " nine to four." }] }); // prettier-ignore
});
