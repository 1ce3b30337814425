import { type ReactNode, useId, useMemo, useRef, useState } from "react";
import { useHydrated } from "#loading/hydration/useHydrated.ts";
import { useAccountWords } from "../../i18n/accountWords.ts";
import { AccountField } from "./AccountField.tsx";
import { ApiError } from "../../data/ApiError.ts";
import { ErrorSummary } from "./ErrorSummary.tsx";
import { type Faults, faultOf, faultsIn, type Field, fieldId } from "./accountFields.ts";
import { problemText } from "./problemText.ts";
import { ErrorNotice } from "./ErrorNotice.tsx";
import { useSubmit } from "./useSubmit.ts";
import "../../styles/forms.css";
import "../../ui/button.css";

type Props = {
  fields: Field[];
  submit: string;
  send: (data: FormData) => Promise<unknown>;
  /** Announced after a successful submission if the form stays on the page. */
  done?: string | undefined;
  /** Says what did not work if it fails. */
  failed?: string;
  /** Shown between the fields and the button. */
  children?: ReactNode;
};

/** An account form. Errors are shown at their fields and in a summary above the form, which receives the focus. */
export function AccountForm({ fields, submit, send, done, failed, children }: Props) {
  const words = useAccountWords();
  const hydrated = useHydrated();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [localFaults, setLocalFaults] = useState<Faults>({});
  const { state, error, start, forget } = useSubmit(async (data: FormData) => {
    await send(data);
    form.current?.reset();
  });
  const underway = state === "underway";
  // A new object only when the form is sent again, not on each render: a new one moves the focus to the summary.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const faults = useMemo(() => ({ ...faultOf(error, fields, words), ...localFaults }), [error, localFaults]);
  const hasFaults = Object.keys(faults).length > 0;
  const isUnanswered = error instanceof ApiError && error.code === "connection";
  return (
    <form
      ref={form}
      // Never GET: a query string would end up in logs.
      method="post"
      noValidate
      className="needs-script"
      onSubmit={(event) => {
        event.preventDefault();
        if (underway) return;
        const data = new FormData(event.currentTarget);
        const found = faultsIn(data, fields, words);
        setLocalFaults(found);
        if (Object.keys(found).length > 0) forget();
        else start(data);
      }}
    >
      {hasFaults && !underway && <ErrorSummary form={id} fields={fields} faults={faults} failed={failed} />}
      {error !== undefined && !hasFaults && !underway && (
        <ErrorNotice
          text={problemText(error, words)}
          failed={failed}
          onRetry={isUnanswered ? () => form.current?.requestSubmit() : undefined}
        />
      )}
      {fields.map((field) => (
        <AccountField key={field.name} id={fieldId(id, field.name)} field={field} fault={faults[field.name]} />
      ))}
      {children}
      {/* Before hydration the browser itself would submit the form. */}
      <button className="button" type="submit" disabled={!hydrated} aria-disabled={underway}>
        {submit}
      </button>
      {done && <p role="status">{state === "done" && done}</p>}
    </form>
  );
}
