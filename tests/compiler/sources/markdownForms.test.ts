import { expect, test } from "vitest";
import { bodyOf } from "./contentFolder.ts";

const text = (words: string) => ({ type: "text", text: words });
const paragraph = (words: string) => ({ type: "paragraph", children: [text(words)] });

test("formulas keep what they say, and task lists have boxes", async () => {
  const { body } = await bodyOf("- [ ] one\n- [x] two\n\n$a_1 + b_1$ and \\(x^2\\), $5 or $6, `$a_1$`");
  expect(body).toEqual([
    { type: "list", ordered: false, items: [[task(false, "one")], [task(true, "two")]] },
    {
      type: "paragraph",
      children: [text("$a_1 + b_1$ and \\(x^2\\), $5 or $6, "), { type: "code", text: "$a_1$" }],
    },
  ]);
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
