import { useAccountWords } from "../words/account/accountWords.ts";
import "../ui/button.css";
import "../ui/correction.css";

type Props = { text: string; again?: (() => void) | undefined };

/** What did not work, and what to do. */
export function Trouble({ text, again }: Props) {
  const words = useAccountWords();
  return (
    <div className="correction" role="alert">
      <p>
        <b>{words.failedTitle}</b> {text}
      </p>
      {again && (
        <button className="button quiet" type="button" onClick={again}>
          {words.tryAgain}
        </button>
      )}
    </div>
  );
}
