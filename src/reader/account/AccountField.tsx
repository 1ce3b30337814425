import { useId } from "react";
import type { Field } from "./fields.ts";

/** Label above, error below. The browser's password manager knows what it is by its name and `autocomplete`. */
export function AccountField({ field, fault }: { field: Field; fault: string | undefined }) {
  const { name, label, hint, beside, autoComplete, optional = false } = field;
  const id = useId();
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <div className="between">
        <label htmlFor={id}>{label}</label>
        {beside}
      </div>
      <input
        id={id}
        type={name === "email" ? "email" : "password"}
        name={name}
        autoComplete={autoComplete}
        required={!optional}
        aria-invalid={fault === undefined ? undefined : true}
        aria-describedby={described || undefined}
      />
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
