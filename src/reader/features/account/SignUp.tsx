import { useState } from "react";
import { accountPath } from "#content/paths.ts";
import { PageLink } from "../../ui/PageLink.tsx";
import { useAccountWords } from "../../i18n/accountWords.ts";
import { AccountForm } from "./AccountForm.tsx";
import { postApi } from "../../data/api.ts";
import { emailField, newPasswordField, textIn } from "./accountFields.ts";

/** Creates an account. The answer does not reveal whether the address already has one. */
export function SignUp() {
  const words = useAccountWords();
  const [sent, setSent] = useState<string>();
  const send = async (data: FormData) => {
    const email = textIn(data, "email").trim();
    await postApi("sign-up", { email, password: textIn(data, "newPassword") });
    setSent(email);
  };
  return (
    <>
      {sent === undefined && (
        <AccountForm fields={[emailField(words), newPasswordField(words.password, words)]} submit={words.createAccount} send={send} />
      )}
      <div role="status">{sent !== undefined && <p>{words.emailSent(sent)}</p>}</div>
      <p className="hint">
        {words.haveAccount} <PageLink to={accountPath}>{words.signIn}</PageLink>
      </p>
    </>
  );
}
