import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { BlockOf } from "#content/blocks/block.ts";
import { plainText } from "#content/blocks/plainText.ts";
import { solutionsOf } from "#content/blocks/quiz.ts";
import { compiled, story, warning } from "../../features/extend/extendedPaper.ts";
import { built, contentOf } from "../../features/pictures/edition.ts";

const words = (text: string) => [{ type: "text", text }];
const quiz = (questions: string) => `:::quiz\ntitle: The *tide*\nquestions:\n${questions}:::`;
const GOOD = "  - question: Who moves it?\n    answers: [The wind, 1815, The moon]\n    right: 3\n";

const read = async (markdown: string) => {
  const { problems, articles } = await compiled({ "articles/b.md": story(markdown).replace("headline: A", "headline: B") });
  return { problems, blocks: (articles.find(({ slug }) => slug === "b")?.body ?? []).slice(1) };
};
const isQuiz = (block: { type: string } | undefined): block is BlockOf<"quiz"> => block?.type === "quiz";

test("a quiz is read from Markdown and from article JSON, and what was built reads back", async () => {
  const text = quiz(
    `${GOOD}    explanation: Its pull *raises* the water.\n    link: b.md\n  - question: Which are seas?\n    answers: [Baltic, Rhine, North]\n    right: [3, 1]\n`,
  );
  const { problems, blocks } = await read(text);
  expect(problems).toEqual([]);
  const [block] = blocks;
  if (!isQuiz(block)) throw new Error("There is no quiz.");
  expect(block.questions).toEqual([
    { question: words("Who moves it?"), answers: ["The wind", "1815", "The moon"].map(words) },
    { question: words("Which are seas?"), answers: ["Baltic", "Rhine", "North"].map(words), several: true },
  ]);
  expect(block).toMatchObject({ title: [...words("The "), { type: "emphasis" }], elsewhere: expect.stringMatching(/solutions/u) });
  expect(solutionsOf(block)).toEqual([
    {
      right: [3],
      explanation: [...words("Its pull "), { type: "emphasis", children: words("raises") }, ...words(" the water.")],
      link: "/article/b",
    },
    { right: [1, 3] },
  ]);
  const json = (body: unknown) =>
    built(
      contentOf({
        "edition.json": '{ "url": "https://p.example/" }',
        "story.json": JSON.stringify({ headline: "S", datePublished: "2024-04-22", body: [body, "Words."] }),
      }),
    );
  const again = await json(block);
  expect(again.messages).toEqual([]);
  expect(again.article.body[0]).toEqual({ ...block, id: expect.any(String) });
  const written = await json({ type: "quiz", questions: [{ question: "Who?", answers: ["I", "You"], right: [2] }] });
  expect(written.messages).toEqual([]);
  expect(written.article.body[0]).toMatchObject({ type: "quiz", title: words("Quiz"), questions: [{ question: words("Who?") }] });
  const damaged = await json({ ...block, solutions: "c2VhbGVk" });
  expect(damaged.messages).toEqual(["The solutions of the quiz are damaged, so it was left out."]);
  expect(plainText(damaged.article.body)).toBe("Words.");
});

const WRONG: [string, string, number, string][] = [
  [
    "says nothing of what is right",
    "  - question: Why?\n    answers: [Secret, Other]\n",
    11,
    "Question 1 of the quiz does not say which answer is right",
  ],
  ["has a right answer out of range", "  - question: Why?\n    answers: [Secret, Other]\n    right: 3\n", 13, 'Question 1 of the quiz says that "3" is right, but its answers are 1 to 2'], // prettier-ignore
  ["names no number", "  - question: Why?\n    answers: [Secret, Other]\n    right: Secret\n", 13, 'Question 1 of the quiz says that "Secret" is right, but its answers are 1 to 2'], // prettier-ignore
  ["has one answer", "  - question: Why?\n    answers: [Secret]\n    right: 1\n", 12, "Question 1 of the quiz has only one answer"],
  [
    "has an empty answer",
    '  - question: Why?\n    answers: [Secret, ""]\n    right: 1\n',
    12,
    "Question 1 of the quiz has nothing as answer 2",
  ],
  ["has no text", "  - question:\n    answers: [Secret, Other]\n    right: 1\n", 11, "Question 1 of the quiz has no text"],
  ["has no answers", "  - question: Why?\n    right: 1\n", 11, "Question 1 of the quiz has no list of answers"],
];

test.each(WRONG)("a question that %s is reported with its line and left out; the others stay", async (_, question, line, message) => {
  const { problems, blocks } = await read(quiz(question + GOOD));
  expect(problems).toEqual([warning("articles/b.md", line, `${message}, so it was left out.`)]);
  expect(blocks).toMatchObject([{ type: "quiz", questions: [{ question: words("Who moves it?") }] }]);
});

test.each([
  ["has no questions", ":::quiz\ntitle: Secret\n:::", 8, "The quiz has no list of questions, so it was left out."],
  [
    "has no YAML",
    `:::quiz\nquestions: [Secret\n:::`,
    10,
    expect.stringMatching(/^The fields of the quiz cannot be read, so it is left out: /u),
  ],
])("a quiz that %s tells no solution", async (_, text, line, message) => {
  const { problems, blocks } = await read(text);
  expect(problems).toEqual([warning("articles/b.md", line, message)]);
  expect(blocks).toEqual([]);
});

test("a quiz whose first field is misspelt is reported, in a paper without blocks of its own too", async () => {
  const content = contentOf({ "edition.json": '{ "url": "https://p.example/" }', "story.md": story(":::quiz\nquestion: Why?\n:::") });
  expect((await built(content)).messages).toEqual(["The quiz does not begin with one of its fields, so it appears as written."]);
});

test("no file of an edition tells what is right, or why", async () => {
  const text = quiz(
    "  - question: What is askable?\n    answers: [Wind, Moon]\n    right: 2\n    explanation: Since zyzzyva.\n    link: https://secret.example/\n",
  );
  const content = contentOf({
    "edition.json": '{ "url": "https://p.example/", "feeds": { "fullText": true }, "epub": {}, "record": {} }',
    "story.md": story(text),
  });
  const { out, messages } = await built(content);
  expect(messages).toEqual([]);
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const holding = (what: RegExp) =>
    files.filter((file) => what.test(readFileSync(join(file.parentPath, file.name), "latin1"))).map(({ name }) => name);
  expect(holding(/zyzzyva|secret\.example/iu)).toEqual([]);
  expect(holding(/askable/iu)).toEqual(expect.arrayContaining(["story.json", "feed.xml"]));
  const feed = readFileSync(join(out, "feed.xml"), "utf8");
  expect(feed).toMatch(/What is askable\?.*type="A".*Wind.*Moon.*article\/story#game-[\w-]{8}/su);
});
