import { expect, test } from "vitest";
import type { Block } from "#content/blocks/block.ts";
import { plainText } from "#content/blocks/plainText.ts";
import { lostWords } from "../../../src/compiler/body/lostWords.ts";
import { readHtml } from "./readHtml.ts";

const STORY = `<p>${"The harbour opened again on Monday after the long repair. ".repeat(20)}</p>`;

test.each([
  `<p>Listen:</p><audio src="/talk.mp3">`,
  `<video width="320">\n<source src="/tide.mp4" type="video/mp4">\n<source src="/tide.webm">\n`,
  `<p>A page needs a <title> and a heading.</p>`,
  `<p>Write into the <textarea> below.</p>`,
  `<p>Some use <template> for that.</p>`,
  `<iframe src="https://www.youtube.com/embed/abcdefghijk">`,
  `<p>The lead.</p>\n<!-- more ->\n`,
  `<p>The lead.</p>\n<!--more\n`,
  `<p>The lead.</p>\n<!-- seen by the editor —>\n`,
])("the story below %j is kept, though an end is missing there", (start) => {
  const { blocks, messages } = readHtml(`${start}${STORY}`);
  expect(plainText(blocks)).toContain("The harbour opened again on Monday");
  expect(messages.filter((message) => message.includes("words of the source"))).toEqual([]);
});

test("words that a comment without an end hides stay hidden, and a warning names the first of them", () => {
  const { blocks, problems } = readHtml(`<p>The lead of it.</p><!-- To be checked: ${STORY}`);
  expect(plainText(blocks)).toBe("The lead of it.");
  expect(problems).toEqual([
    expect.objectContaining({
      severity: "warning",
      message: expect.stringMatching(/^203 of 207 words of the source are not in the text, the first near “To be checked The harbour/u),
    }),
  ]);
});

test.each([
  `<!-- To be checked: ${STORY} -->`,
  `<style>${STORY}</style><script>${STORY}</script><noscript>${STORY}</noscript>`,
  `<video src="/tide.mp4"><p>Your browser does not play videos. <a href="/tide.mp4">Download it</a> instead.</p></video>`,
  `<div hidden>${STORY}</div>`,
  `<p>caf&eacute; H<sub>2</sub>O <em>par</em>tial don&#8217;t &lt;b&gt; 1 < 2 and 3 > 2</p>`,
  `<p>港が<b>月曜</b>に再開した。</p>`,
])("nothing is reported as lost that is left out on purpose, or only written in another way: %j", (html) => {
  const { messages } = readHtml(`${STORY}${html}`);
  expect(messages.filter((message) => message.includes("words of the source"))).toEqual([]);
});

test.each([
  [4, 4],
  [5, 5],
  [400, 8],
  [400, 9],
])("of %i words, %i may be missing or not", (all, missing) => {
  const words = Array.from({ length: all }, (_, at) => `word${at}`);
  const blocks: Block[] = [{ type: "paragraph", children: [{ type: "text", text: words.slice(missing).join(" ") }] }];
  expect(lostWords(`<p>${words.join(" ")}</p>`, blocks, []) === undefined).toBe(missing === 4 || missing === 8);
});
