import type { Block } from "#content/blocks/block.ts";
import type { BodyContext } from "../../../src/compiler/body/bodyContext.ts";
import { htmlToBlocks } from "../../../src/compiler/body/htmlToBlocks.ts";
import type { Problem } from "../../../src/compiler/draft/problem.ts";

/** A context in which every local picture is 640 × 480 pixels but those called "gone". */
export function testContext(problems: Problem[], more: Partial<BodyContext> = {}): BodyContext {
  return {
    file: "story.html",
    report: (problem) => problems.push(problem),
    place: (line) => `line ${line}`,
    link: (href) => (/^(?:[a-z][a-z0-9+.-]*:|[/#\\])/iu.test(href) ? href : `/articles/${href}`),
    picture: (reference) => {
      if (/^https?:/u.test(reference)) return { reason: "is on another site" };
      if (reference.includes("gone")) return { reason: "is not there" };
      return { picture: { url: `/pictures/${reference.split("/").at(-1) ?? ""}`, width: 640, height: 480, sources: [] } };
    },
    ...more,
  };
}

/** HTML as blocks, with what was reported. */
export function readHtml(html: string, more: Partial<BodyContext> = {}): { blocks: Block[]; problems: Problem[]; messages: string[] } {
  const problems: Problem[] = [];
  const blocks = htmlToBlocks(html, testContext(problems, more));
  return { blocks, problems, messages: problems.map(({ message }) => message) };
}

export const text = (words: string) => ({ type: "text" as const, text: words });
export const paragraph = (words: string) => ({ type: "paragraph" as const, children: [text(words)] });
