import { useState } from "react";
import { Icon } from "../../../ui/Icon.tsx";
import { copyText } from "../../../ui/copyText.ts";
import { useLanguages } from "../../../i18n/TextLanguage.ts";
import { useWords } from "../../../i18n/words.ts";
import type { MoreWords } from "../../../i18n/wordTypes.ts";

type Props = {
  title: string;
  /** Of the quiz in its page. */
  anchor: string;
  /** Whether each question was answered rightly. */
  results: boolean[];
  words: MoreWords["quiz"];
  onAgain: () => void;
};

/** The score in words, what to tell others of it, and the way to another try. */
export function QuizScore({ title, anchor, results, words, onAgain }: Props) {
  const { share, copied } = useWords();
  const { ours } = useLanguages();
  const [shared, setShared] = useState<"copied" | "refused">();
  const score = words.score(results.filter(Boolean).length, results.length);
  const text = `${title}: ${score}`;
  const url = (): string => new URL(anchor, location.href).href;
  const onShare = async () => {
    if (navigator.canShare?.({ text, url: url() })) return navigator.share({ text, url: url() }).catch(() => {});
    setShared((await copyText(`${text}\n${url()}`)) ? "copied" : "refused");
  };
  return (
    <div className="score game-words" role="group" tabIndex={-1} aria-label={score} {...ours}>
      <p className="score-words">{score}</p>
      <p className="score-marks" aria-hidden="true">
        {results.map((isRight, at) => (
          <span key={at} className={isRight ? "right" : "wrong"}>
            <Icon name={isRight ? "check" : "close"} />
          </span>
        ))}
      </p>
      <p className="score-tools">
        <button className="button" type="button" onClick={() => void onShare()}>
          <Icon name="share" />
          {shared === "copied" ? copied : share}
        </button>
        <button className="button quiet" type="button" onClick={onAgain}>
          <Icon name="again" />
          {words.again}
        </button>
      </p>
      <p role="status" className={shared === "refused" ? undefined : "unseen"}>
        {shared === "copied" && copied}
        {shared === "refused" && `${text} ${url()}`}
      </p>
    </div>
  );
}
