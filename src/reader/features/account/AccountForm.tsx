import { type ReactNode, useId, useMemo, useRef, useState } from "react";
import { useHydrated } from "../../hydration/useHydrated.ts";
import { useAccountWords } from "../../i18n/accountWords.ts";
import { AccountField } from "./AccountField.tsx";
import { ApiError } from "../../data/ApiError.ts";
import { ErrorSummary } from "./ErrorSummary.tsx";
import { type Faults, faultOf, faultsIn, type Field, fieldId } from "./fields.ts";
import { problemText } from "./problemText.ts";
import { ErrorNotice } from "./ErrorNotice.tsx";
import { useSubmit } from "./useSubmit.ts";
import "../../styles/forms.css";
import "../../ui/button.css";

type Props = {
  fields: Field[];
  submit: string;
  send: (data: FormData) => Promise<unknown>;
  /** Said when it is done, where the form stays. */
  done?: string | undefined;
  /** Between the fields and the button. */
  children?: ReactNode;
};

/** A form of the account: what is wrong is said above it and at its field, and what is said above gets the focus. */
export function AccountForm({ fields, submit, send, done, children }: Props) {
  const words = useAccountWords();
  const hydrated = useHydrated();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [own, setOwn] = useState<Faults>({});
  const { state, error, start, forget } = useSubmit(async (data: FormData) => {
    await send(data);
    form.current?.reset();
  });
  const underway = state === "underway";
  // They are others when the form was sent again, not when it is drawn again.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const faults = useMemo(() => ({ ...faultOf(error, fields, words), ...own }), [error, own]);
  const marked = Object.keys(faults).length > 0;
  const lost = error instanceof ApiError && error.code === "connection";
  return (
    <form
      ref={form}
      // Never as a query: addresses are kept in logs.
      method="post"
      noValidate
      className="needs-script"
      onSubmit={(event) => {
        event.preventDefault();
        if (underway) return;
        const data = new FormData(event.currentTarget);
        const found = faultsIn(data, fields, words);
        setOwn(found);
        if (Object.keys(found).length > 0) forget();
        else start(data);
      }}
    >
      {marked && !underway && <ErrorSummary form={id} fields={fields} faults={faults} />}
      {error !== undefined && !marked && !underway && (
        <ErrorNotice text={problemText(error, words)} again={lost ? () => form.current?.requestSubmit() : undefined} />
      )}
      {fields.map((field) => (
        <AccountField key={field.name} id={fieldId(id, field.name)} field={field} fault={faults[field.name]} />
      ))}
      {children}
      {/* Until the app is here the browser itself would send the form. */}
      <button className="button" type="submit" disabled={!hydrated} aria-disabled={underway}>
        {submit}
      </button>
      {done && <p role="status">{state === "done" && done}</p>}
    </form>
  );
}
