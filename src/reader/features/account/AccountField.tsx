import { useState } from "react";
import { useAccountWords } from "../../i18n/accountWords.ts";
import type { Field } from "./accountFields.ts";

/** A field with its label above and its error below. Password managers recognise it by its name and `autocomplete`. */
export function AccountField({ id, field, fault }: { id: string; field: Field; fault: string | undefined }) {
  const words = useAccountWords();
  const [shown, setShown] = useState(false);
  const { name, label, hint, beside, autoComplete, optional = false } = field;
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <div className="between">
        <label htmlFor={id}>{label}</label>
        {beside}
      </div>
      <input
        id={id}
        type={name === "email" ? "email" : shown ? "text" : "password"}
        // A password that is shown is still a password: browsers must not correct or learn it.
        spellCheck={name === "email" ? undefined : false}
        autoCapitalize="none"
        name={name}
        autoComplete={autoComplete}
        required={!optional}
        aria-invalid={fault === undefined ? undefined : true}
        aria-describedby={described || undefined}
      />
      {name !== "email" && (
        <button className="plain more-link" type="button" aria-pressed={shown} aria-controls={id} onClick={() => setShown(!shown)}>
          {words.showPassword}
        </button>
      )}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p className="error" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}
