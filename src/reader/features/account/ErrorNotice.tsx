import { useAccountWords } from "../../i18n/accountWords.ts";
import { Status } from "../../ui/Status.tsx";
import "../../ui/button.css";
import "../../ui/correction.css";

type Props = { text: string; onRetry?: (() => void) | undefined };

/** An alert that says what failed and what to do about it. */
export function ErrorNotice({ text, onRetry }: Props) {
  const words = useAccountWords();
  return (
    <Status role="alert">
      <div className="correction">
        <p>
          <b>{words.failedTitle}</b> {text}
        </p>
        {onRetry && (
          <button className="button quiet" type="button" onClick={onRetry}>
            {words.tryAgain}
          </button>
        )}
      </div>
    </Status>
  );
}
