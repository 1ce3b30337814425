import { useAccountWords } from "../../i18n/accountWords.ts";
import { Status } from "../../ui/Status.tsx";
import "../../ui/button.css";
import "../../ui/correction.css";

/** `failed` says what did not work, if not just "that". */
type Props = { text: string; failed?: string | undefined; onRetry?: (() => void) | undefined };

/** An alert that says what failed and what to do about it. */
export function ErrorNotice({ text, failed, onRetry }: Props) {
  const words = useAccountWords();
  return (
    <Status role="alert">
      <div className="correction">
        <p>
          <b>{failed ?? words.failedTitle}</b> {text}
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
