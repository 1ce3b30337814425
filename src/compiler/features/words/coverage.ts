import type { Sentences, Words } from "#content/words/wordFiles.ts";
import type { Problem } from "../../draft/problem.ts";
import { LANGUAGES, ownWords } from "./ownWords.ts";
import { readPaperWords } from "./paperWords.ts";
import { wordsIn } from "./readWords.ts";

/** A language, the sentences that it lacks and that appear in English, and the number that the paper has itself. */
type Coverage = { language: string; lacks: string[]; own: number };

/** How complete each language of Broadsheet and of a paper is, and the problems in the paper's files. */
export function coverageOf(content: string): { languages: Coverage[]; total: number; problems: Problem[] } {
  const problems: Problem[] = [];
  const paper = readPaperWords(content, (problem) => problems.push(problem));
  const all = namesIn(ownWords("en"));
  const languages = [...new Set([...LANGUAGES, ...paper.keys()])].toSorted().map((language) => {
    const said = new Set(namesIn(wordsIn(language, paper).words));
    return { language, lacks: all.filter((name) => !said.has(name)), own: namesIn(paper.get(language) ?? {}).length };
  });
  return { languages, total: all.length, problems };
}

function namesIn(words: Words | Sentences, place = ""): string[] {
  return Object.entries(words).flatMap(([name, said]) => (typeof said === "string" ? [place + name] : namesIn(said, `${place}${name}.`)));
}
