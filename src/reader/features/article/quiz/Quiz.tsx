import { useMemo, useState } from "react";
import * as v from "valibot";
import type { BlockOf } from "#content/blocks/block.ts";
import { inlineText } from "#content/blocks/plainText.ts";
import { type Solution, solutionsOf } from "#content/blocks/quiz.ts";
import { loadSheet } from "#loading/hydration/lazyStyles.ts";
import { keepGame, stateOf, usePlayedGames } from "../../../device/playedGames.ts";
import { useCalendar } from "../../../i18n/formatDate.ts";
import { partWords } from "../../../i18n/partWords.ts";
import { useLanguages } from "../../../i18n/TextLanguage.ts";
import { Inlines } from "../Inlines.tsx";
import type { MoreWords } from "../../../i18n/wordTypes.ts";
import { QuestionForm } from "./QuestionForm.tsx";
import { QuizScore } from "./QuizScore.tsx";
import sheet from "./quiz.css?url";

const { load, use: useQuizWords } = partWords("quiz");

/** Loads words and styles together with the component. */
export async function withParts(): Promise<typeof Quiz> {
  await Promise.all([loadSheet(sheet), load()]);
  return Quiz;
}

/** The chosen answers of each question, counted from 1, and which questions were checked. */
const PlaySchema = v.object({ chosen: v.array(v.array(v.number())), checked: v.array(v.boolean()) });

/** Questions one below the other: each is checked by itself, and the last one brings the score. The device keeps what was answered. */
function Quiz({ quiz }: { quiz: BlockOf<"quiz"> }) {
  const { id = "", title = [], questions } = quiz;
  const words = useQuizWords();
  const { ours } = useLanguages();
  const { play, solutions, results, said, latest, check, choose, restart } = usePlay(quiz, words);
  const idOf = (at: number): string => `game-${id}-${at + 1}`;
  const isOver = play.checked.every(Boolean);
  const goOn = (at: number): void => {
    const later = play.checked.findIndex((isChecked, other) => other > at && !isChecked);
    const next = later === -1 ? play.checked.indexOf(false) : later;
    document.querySelector<HTMLElement>(next === -1 ? `#game-${id} .score` : `#${idOf(next)} input`)?.focus();
  };
  const onAgain = () => {
    restart();
    document.querySelector<HTMLElement>(`#game-${id}`)?.focus();
  };
  return (
    <section className="quiz" id={`game-${id}`} tabIndex={-1} aria-labelledby={`game-${id}-title`}>
      <h2 id={`game-${id}-title`}>
        <Inlines of={title} />
      </h2>
      <p className="quiz-note game-words" {...ours}>
        {words.noScripts}
      </p>
      {questions.map((question, at) => (
        <QuestionForm
          key={at}
          id={idOf(at)}
          question={question}
          chosen={play.chosen[at] ?? []}
          solution={play.checked[at] ? solutions[at] : undefined}
          isRight={results[at]}
          isLatest={at === latest}
          isLast={isOver}
          words={words}
          onChoose={(chosen) => choose(at, chosen)}
          onCheck={() => check(at)}
          onNext={() => goOn(at)}
        />
      ))}
      <p className="unseen game-words" role="status" {...ours}>
        {said}
      </p>
      {isOver && <QuizScore title={inlineText(title)} anchor={`#game-${id}`} results={results} words={words} onAgain={onAgain} />}
    </section>
  );
}

/** What was answered, what is right of it, and what is said to those who do not see it. */
function usePlay(quiz: BlockOf<"quiz">, words: MoreWords["quiz"]) {
  const { id = "", questions } = quiz;
  const { language } = useCalendar();
  const [said, setSaid] = useState("");
  const [latest, setLatest] = useState<number>();
  const kept = stateOf(usePlayedGames(), id);
  const play = useMemo(() => playIn(kept, questions.length), [kept, questions]);
  const solutions = useMemo(() => (play.checked.includes(true) ? solutionsOf(quiz) : []), [quiz, play]);
  const choose = (at: number, chosen: number[]) => keepGame(id, { ...play, chosen: play.chosen.with(at, chosen) });
  const check = (at: number) => {
    const solution = solutionsOf(quiz)[at];
    if ((play.chosen[at] ?? []).length === 0 || !solution) return setSaid(words.chooseFirst);
    const answers = solution.right.map((number) => inlineText(questions[at]?.answers[number - 1] ?? []));
    const listed = new Intl.ListFormat(language, { type: "conjunction" }).format(answers);
    const verdict = isRight(play.chosen[at], solution) ? words.right : `${words.wrong} ${words.rightAnswers(answers.length, listed)}`;
    setSaid(`${verdict} ${inlineText(solution.explanation ?? [])}`);
    setLatest(at);
    keepGame(id, { ...play, checked: play.checked.with(at, true) });
  };
  const restart = () => {
    setSaid("");
    keepGame(id, undefined);
  };
  const results = questions.map((_, at) => play.checked[at] === true && isRight(play.chosen[at], solutions[at]));
  return { play, solutions, results, said, latest, choose, check, restart };
}

/** What was kept, if it fits the questions. */
function playIn(kept: unknown, count: number): v.InferOutput<typeof PlaySchema> {
  const read = v.safeParse(PlaySchema, kept);
  if (read.success && read.output.chosen.length === count && read.output.checked.length === count) return read.output;
  return { chosen: Array.from({ length: count }, () => []), checked: Array.from({ length: count }, () => false) };
}

const isRight = (chosen: number[] = [], { right }: Solution = { right: [] }): boolean =>
  chosen.length === right.length && right.every((number) => chosen.includes(number));
