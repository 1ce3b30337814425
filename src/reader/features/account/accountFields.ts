import type { ReactNode } from "react";
import type { EveryAccountWord } from "../../i18n/accountWords.ts";
import { ApiError } from "../../data/ApiError.ts";
import { problemText } from "./problemText.ts";

export type Field = {
  name: "email" | "password" | "newPassword";
  label: string;
  autoComplete: string;
  hint?: string | undefined;
  /** Shown beside the label. */
  beside?: ReactNode;
  /** The codes of the server's problems that concern this field; a problem may have a text of its own here. */
  codes?: (string | [code: string, text: string])[];
  optional?: boolean;
};

/** The id of a field in the document. @param form the id of its form */
export const fieldId = (form: string, name: Field["name"]): string => `${form}-${name}`;

/** Error messages by the name of the field. */
export type Faults = { [name in Field["name"]]?: string };

export const emailField = (words: EveryAccountWord): Field => ({ name: "email", label: words.emailAddress, autoComplete: "username" });

export const newPasswordField = (label: string, words: EveryAccountWord): Field => ({
  name: "newPassword",
  label,
  autoComplete: "new-password",
  hint: words.passwordHint,
  codes: ["password-short", "password-long", "password-common"],
});

/** The password, asked for again before an important change. */
export const currentPasswordField = (words: EveryAccountWord): Field => ({
  name: "password",
  label: words.currentPassword,
  autoComplete: "current-password",
  // No address is asked for here.
  codes: [["wrong-password", words.passwordWrong]],
});

export function textIn(data: FormData, name: Field["name"]): string {
  const value = data.get(name);
  return typeof value === "string" ? value : "";
}

/** The errors that can be found without asking the server. */
export function faultsIn(data: FormData, fields: Field[], words: EveryAccountWord): Faults {
  const faults: Faults = {};
  for (const { name, optional } of fields) {
    const text = textIn(data, name);
    if (name === "email" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(text.trim())) faults.email = words.emailIncomplete;
    if (name !== "email" && text === "" && !optional) faults[name] = words.passwordMissing;
  }
  return faults;
}

/** The server's problem as the error of a field; empty if it concerns none. */
export function faultOf(error: unknown, fields: Field[], words: EveryAccountWord): Faults {
  if (!(error instanceof ApiError)) return {};
  for (const { name, codes = [] } of fields) {
    const code = codes.find((each) => [each].flat()[0] === error.code);
    if (code !== undefined) return { [name]: typeof code === "string" ? problemText(error, words) : code[1] };
  }
  return {};
}
