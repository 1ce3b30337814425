import { type ReactNode, useId } from "react";

export type Option<Value extends string> = {
  value: Value;
  label: ReactNode;
  /** The accessible name, if the label is only a picture of the choice. */
  spoken?: string;
  /** The theme that the option stands for, and is shown in. */
  theme?: string;
};

type Props<Value extends string> = {
  legend: string;
  className?: string;
  value: Value;
  options: readonly Option<Value>[];
  onChoose: (value: NoInfer<Value>) => void;
};

/** One choice among a few: native radio buttons in a row. */
export function Choice<Value extends string>({ legend, className = "", value: chosen, options, onChoose }: Props<Value>) {
  const name = useId();
  return (
    <fieldset className={className}>
      <legend>{legend}</legend>
      <div className="choice">
        {options.map(({ value, label, spoken, theme }) => (
          <label key={value} data-value={value} data-theme={theme}>
            {label}
            <input type="radio" name={name} value={value} checked={value === chosen} onChange={() => onChoose(value)} aria-label={spoken} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
