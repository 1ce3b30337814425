import type { ReactNode } from "react";
import type { Question } from "#content/blocks/games.ts";
import type { Solution } from "#content/blocks/quiz.ts";
import { useHydrated } from "#loading/hydration/useHydrated.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { TextLink } from "../../../ui/TextLink.tsx";
import { useLanguages } from "../../../i18n/TextLanguage.ts";
import type { MoreWords } from "../../../i18n/wordTypes.ts";
import { Figure } from "../Figure.tsx";
import { Inlines } from "../Inlines.tsx";

type Props = {
  id: string;
  question: Question;
  /** The chosen answers, counted from 1. */
  chosen: number[];
  /** Once it is checked. */
  solution: Solution | undefined;
  isRight: boolean | undefined;
  /** Whether it was checked just now: then its button leads on. */
  isLatest: boolean;
  /** Whether every question is checked. */
  isLast: boolean;
  words: MoreWords["quiz"];
  onChoose: (chosen: number[]) => void;
  onCheck: () => void;
  onNext: () => void;
};

/** One question, which can be answered once its script is here. The button that checks it keeps the focus, and leads on. */
export function QuestionForm({ id, question, chosen, solution, isRight, isLatest, isLast, words, onChoose, onCheck, onNext }: Props) {
  const { ours } = useLanguages();
  const isHydrated = useHydrated();
  const { several = false } = question;
  const choose = (number: number, isChosen: boolean) =>
    onChoose([...chosen.filter((other) => several && other !== number), ...(isChosen ? [number] : [])]);
  return (
    <fieldset id={id} disabled={!isHydrated} aria-describedby={several ? `${id}-several` : undefined}>
      <legend>
        <Inlines of={question.question} />
      </legend>
      {question.image && <Figure image={question.image} />}
      {several && (
        <p className="quiz-hint game-words" id={`${id}-several`} {...ours}>
          {words.several}
        </p>
      )}
      {question.answers.map((answer, at) => (
        <Answer key={at} mark={solution && markOf(at + 1, chosen, solution)} words={words}>
          <input
            type={several ? "checkbox" : "radio"}
            name={id}
            checked={chosen.includes(at + 1)}
            disabled={solution !== undefined}
            onChange={({ target }) => choose(at + 1, target.checked)}
          />
          <span>
            <Inlines of={answer} />
          </span>
        </Answer>
      ))}
      {solution && (
        <div className={isRight ? "verdict game-words right" : "verdict game-words wrong"}>
          <p {...ours}>
            <Icon name={isRight ? "check" : "close"} />
            <strong>{isRight ? words.right : words.wrong}</strong>
          </p>
          {solution.explanation && (
            <p>
              <Inlines of={solution.explanation} />
            </p>
          )}
          {solution.link !== undefined && (
            <p {...ours}>
              <TextLink url={solution.link}>{words.readOn}</TextLink>
            </p>
          )}
        </div>
      )}
      {(!solution || isLatest) && (
        <button className="button quiet needs-script" type="button" onClick={solution ? onNext : onCheck} {...ours}>
          {!solution ? words.check : isLast ? words.result : words.next}
        </button>
      )}
    </fieldset>
  );
}

type Mark = "right" | "wrong" | undefined;

const markOf = (number: number, chosen: number[], { right }: Solution): Mark =>
  right.includes(number) ? "right" : chosen.includes(number) ? "wrong" : undefined;

function Answer({ mark, words, children }: { mark: Mark; words: MoreWords["quiz"]; children: ReactNode }) {
  const { ours } = useLanguages();
  return (
    <div className={mark ? `answer ${mark}` : "answer"}>
      <label>
        {children}{" "}
        {mark && (
          <small className="game-words" {...ours}>
            <Icon name={mark === "right" ? "check" : "close"} />
            {mark === "right" ? words.isRight : words.isYours}
          </small>
        )}
      </label>
    </div>
  );
}
