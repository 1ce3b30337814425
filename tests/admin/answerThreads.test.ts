import { expect, test } from "vitest";
import { answerThreads } from "../../src/admin/answerThreads.ts";

const yes = JSON.stringify({ slug: "ferry", stories: ["inquiry"] });
const no = JSON.stringify({ slug: "ferry", without: ["inquiry"] });

test("an answer becomes an entry of its thread, and none is written of a question without one", () => {
  expect(answerThreads({ suggested: { question1: yes, question2: "" } })).toEqual({
    threads: [{ slug: "ferry", stories: ["inquiry"], without: [] }],
  });
  expect(answerThreads({ suggested: { question1: "" }, $schema: "s.json", threads: ["kept"] })).toEqual({
    $schema: "s.json",
    threads: ["kept"],
  });
});

test("an answer changes the entry that its thread has, by slug or by name, and nothing else of the file", () => {
  const others = [{ slug: "storm", closed: "2024-03-01" }, "no thread"];
  const own = { stories: ["raised"], turningPoints: [], colour: "red" };
  for (const named of [{ slug: "ferry", name: "The Harwick ferry" }, { name: "Ferry" }])
    expect(answerThreads({ suggested: { question1: yes }, threads: [...others, { ...named, ...own }] })).toEqual({
      threads: [...others, { ...named, ...own, stories: ["raised", "inquiry"], without: [] }],
    });
});

test("an answer given again adds nothing, and the opposite one replaces it", () => {
  const once = answerThreads({ suggested: { question1: yes } });
  expect(answerThreads({ ...once, suggested: { question1: yes } })).toEqual(once);
  expect(answerThreads({ ...once, suggested: { question1: no } })).toEqual({
    threads: [{ slug: "ferry", stories: [], without: ["inquiry"] }],
  });
});

test("a file whose threads are not a list stays as it is", () => {
  expect(answerThreads({ suggested: { question1: yes }, threads: "none" })).toBeUndefined();
});
