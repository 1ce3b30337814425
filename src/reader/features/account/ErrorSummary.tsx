import { useEffect, useRef } from "react";
import { useAccountWords } from "../../i18n/accountWords.ts";
import { type Faults, type Field, fieldId } from "./accountFields.ts";
import "../../ui/correction.css";

type Props = { form: string; fields: Field[]; faults: Faults; failed?: string | undefined };

/**
 * The errors of a form, listed above it. The list takes the focus, each error links to
 * its field, and the document's title starts with "Error" (as in the GOV.UK Design System).
 * @param faults a new object each time the form is sent
 * @param failed says what did not work, if not just "that"
 */
export function ErrorSummary({ form, fields, faults, failed }: Props) {
  const words = useAccountWords();
  const summary = useRef<HTMLDivElement>(null);
  // The form was sent again.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies
  useEffect(() => summary.current?.focus(), [faults]);
  useEffect(() => {
    const before = document.title;
    const now = words.errorIn(before);
    document.title = now;
    return () => {
      if (document.title === now) document.title = before;
    };
  }, [words]);
  return (
    <div className="correction" ref={summary} tabIndex={-1} role="group" aria-labelledby={`${form}-summary`}>
      <p id={`${form}-summary`}>
        <b>{failed ?? words.failedTitle}</b> {words.checkFields}
      </p>
      <ul>
        {fields.map(({ name, label }) => {
          const id = fieldId(form, name);
          const toField = (event: { preventDefault: () => void }) => {
            event.preventDefault();
            document.getElementById(id)?.focus();
          };
          return (
            faults[name] && (
              <li key={name}>
                <a href={`#${id}`} onClick={toField}>
                  {label}
                </a>
                : {faults[name]}
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
