import { expect, test } from "vitest";
import { foreignHeader } from "../../../../src/compiler/reading/markdown/foreignHeader.ts";
import { bodyOf } from "../contentFolder.ts";

const text = (words: string) => ({ type: "text", text: words });
const paragraph = (words: string) => ({ type: "paragraph", children: [text(words)] });

test("task lists have boxes", async () => {
  const { body } = await bodyOf("- [ ] one\n- [x] two");
  expect(body).toEqual([{ type: "list", ordered: false, items: [[task(false, "one")], [task(true, "two")]] }]);
});

const math = (tex: string, line: string) => expect.objectContaining({ type: "math", tex, text: line });

test("formulas between dollars and brackets are set, and money, code and brackets are what they are", async () => {
  const { body, problems } = await bodyOf("$a_1 + b_1$ and \\(x^2\\), $5 or $6, $5 and \\$7, \\[sic\\], `$a_1$`");
  expect(problems).toEqual([]);
  expect(body).toEqual([
    {
      type: "paragraph",
      children: [
        math("a_1 + b_1", "a_1 + b_1"),
        text(" and "),
        math("x^2", "x²"),
        text(", $5 or $6, $5 and $7, [sic], "),
        { type: "code", text: "$a_1$" },
      ],
    },
  ]);
});

test("a formula that has lines of its own is a block, and no mark is read in it", async () => {
  const formula = expect.objectContaining({ type: "formula", text: "x = y" });
  const { body } = await bodyOf("One\n\n$$\nx\n= y\n$$\n\n$$x=y$$\n\n```math\nx=y\n```\n\nTwo $$x=y$$ three\n\n\\[x=y\\]");
  expect(body).toEqual([paragraph("One"), formula, formula, formula, paragraph("Two"), formula, paragraph("three"), formula]);
});

test("a formula that cannot be read is named with its line, and stays as it is written", async () => {
  const { body, problems } = await bodyOf("One\n\nTwo\n$\\frac{a$ three");
  expect(body).toEqual([paragraph("One"), paragraph("Two $\\frac{a$ three")]);
  expect(problems).toEqual([expect.stringMatching(/^line 8: A formula cannot be read, and appears as written: Unexpected end of input/u)]);
});

const task = (checked: boolean, words: string) => ({ type: "paragraph", children: [{ type: "checkbox", checked }, text(words)] });

test("definitions, abbreviations, highlights and what is struck out have their own signs", async () => {
  const { body, problems } = await bodyOf(
    "NATO is ==an alliance== of ~~30~~ 32.\n\n*[NATO]: North Atlantic Treaty Organization\n\nTide\n: It comes.",
  );
  expect(problems).toEqual([]);
  expect(body).toEqual([
    {
      type: "paragraph",
      children: [
        { type: "abbr", title: "North Atlantic Treaty Organization", children: [text("NATO")] },
        text(" is "),
        { type: "mark", children: [text("an alliance")] },
        text(" of "),
        { type: "del", children: [text("30")] },
        text(" 32."),
      ],
    },
    { type: "definitions", entries: [{ terms: [[text("Tide")]], definitions: [[paragraph("It comes.")]] }] },
  ]);
});

test.each(["ts {lines}", "ts showLineNumbers", "{.ts .numberLines}", "ts:line-numbers", "ts {linenos=true}"])(
  "a listing has line numbers where it asks for them: %s",
  async (info) => {
    const { body } = await bodyOf("```" + info + "\na\n```\n\n```ts\nlines\n```\n\n```ts {linenos=false}\nb\n```");
    expect(body[0]).toMatchObject({ type: "code", text: "a", numbered: true });
    expect(body.slice(1)).toEqual([
      { type: "code", text: "lines", language: "ts" },
      { type: "code", text: "b", language: "ts" },
    ]);
  },
);

test("what opens and what stands in a box is Markdown inside", async () => {
  const { body } = await bodyOf(
    "<details>\n<summary>More</summary>\n\nSome *words*.\n\n</details>\n\n> [!NOTE]\n> Some *words*.\n>\n> - one",
  );
  const words = { type: "paragraph", children: [text("Some "), { type: "emphasis", children: [text("words")] }, text(".")] };
  expect(body).toEqual([
    { type: "details", summary: [text("More")], children: [words] },
    { type: "callout", kind: "note", children: [words, { type: "list", ordered: false, items: [[paragraph("one")]] }] },
  ]);
});

test("a header of Pelican, Nikola or JBake is told from words with a colon", () => {
  const headers = ["Title: One\nDate: 2024-04-22\n\nWords", "Date: 2024-04-22\nTags: a,\n    b\n\nWords", "Status: draft\n\nWords", "<!--\n.. title: One\n-->\nWords", "title=One\nstatus=draft\n~~~~~~\nWords"]; // prettier-ignore
  expect(headers.map((text) => foreignHeader(text)?.body.trim())).toEqual(headers.map(() => "Words"));
  const texts = [
    "Note: a word.\n\nWords",
    "Date: none is set\n\nWords",
    "Title: and words\ngo on.\n\nWords",
    "Words\n\n.. title: One",
    "...",
    "a=b\n\nWords",
  ];
  expect(texts.map((text) => foreignHeader(text))).toEqual(texts.map(() => undefined));
});

test.each([
  [":::note\n\nWords.\n\n:::", { kind: "note" }],
  [":::tip[A *head*]\nWords.\n:::", { kind: "tip", title: [text("A "), { type: "emphasis", children: [text("head")] }] }],
  ["::: warning Mind the gap\nWords.\n:::", { kind: "warning", title: [text("Mind the gap")] }],
  [':::danger{title="Stop"}\nWords.\n:::', { kind: "caution", title: [text("Stop")] }],
  ["!!! note\n    Words.", { kind: "note" }],
  ['!!! tip inline "A head"\n\n    Words.', { kind: "tip", title: [text("A head")] }],
])("the box %j is a callout", async (source, callout) => {
  expect((await bodyOf(`${source}\n\nBelow.`)).body).toEqual([
    { type: "callout", ...callout, children: [paragraph("Words.")] },
    paragraph("Below."),
  ]);
});

test("boxes are read in boxes and lists, tabs keep their content, and boxes that open with a click are details", async () => {
  const { body } = await bodyOf(
    ":::note\n:::tip\nInner.\n\n```md\n:::\n```\n:::\nOuter.\n:::\n\n- One\n\n  :::warning\n  Mind.\n  :::\n\n" +
      '??? question "Why?"\n    So.\n\n::: details More\nHere.\n:::\n\n=== "Linux"\n    Install.\n\n::: code-group\n```js\n1\n```\n:::',
  );
  expect(body).toEqual([
    {
      type: "callout",
      kind: "note",
      children: [
        { type: "callout", kind: "tip", children: [paragraph("Inner."), { type: "code", text: ":::", language: "md" }] },
        paragraph("Outer."),
      ],
    },
    { type: "list", ordered: false, items: [[paragraph("One"), { type: "callout", kind: "warning", children: [paragraph("Mind.")] }]] },
    { type: "details", summary: [text("Why?")], children: [paragraph("So.")] },
    { type: "details", summary: [text("More")], children: [paragraph("Here.")] },
    { type: "paragraph", children: [{ type: "strong", children: [text("Linux")] }] },
    paragraph("Install."),
    { type: "code", text: "1", language: "js" },
  ]);
});

test("listings in components of Markdown keep their lines, and so do programs that import them", async () => {
  const tabs = '<Tabs>\n  <TabItem value="a">\n\n    ```js\n    a\n    b\n    ```\n\n  </TabItem>\n</Tabs>';
  const listing = { type: "code", text: "a\nb", language: "js" };
  expect((await bodyOf(`import Tabs from "@theme/Tabs";\n\n${tabs}`)).body).toContainEqual(listing);
  const program = 'import A from "a";\n\n<A />';
  expect((await bodyOf(`\`\`\`js\n${program}\n\`\`\`\n\n{braces}`)).body).toEqual([
    { type: "code", text: program, language: "js" },
    paragraph("{braces}"),
  ]);
});

test.each([
  ["[youtube=https://www.youtube.com/watch?v=abcdefghijk&w=640]", "YouTube"],
  ["[youtube https://youtu.be/abcdefghijk]", "YouTube"],
  ['[youtube id="abcdefghijk"]', "YouTube"],
  ["[embed width=1]https://vimeo.com/123456789[/embed]", "Vimeo"],
  ["[vimeo 123456789]", "Vimeo"],
])("a shortcode alone on its line, as WordPress leaves it, is a player: %s", async (written, provider) => {
  expect((await bodyOf(`Words.\n\n${written}\n`)).body).toMatchObject([paragraph("Words."), { type: "embed", provider }]);
});

test("the name of such a shortcode within a sentence, in code or without an address is text", async () => {
  const { body, problems } = await bodyOf("Write [audio] or [youtube=x].\n\n    [vimeo 123456789]\n\n[embed]\n");
  expect(body).toEqual([paragraph("Write [audio] or [youtube=x]."), { type: "code", text: "[vimeo 123456789]" }, paragraph("[embed]")]);
  expect(problems).toEqual([]);
});
