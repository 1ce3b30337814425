import { useState } from "react";
import { accountPath } from "#content/paths.ts";
import { PageLink } from "../../ui/PageLink.tsx";
import { useAccountWords } from "../../i18n/accountWords.ts";
import { AccountForm } from "./AccountForm.tsx";
import { postApi } from "../../data/api.ts";
import { emailField, textIn } from "./accountFields.ts";

/** Requests an email with a password-reset link. The answer does not reveal whether there is an account. */
export function Forgot() {
  const words = useAccountWords();
  const [sent, setSent] = useState<string>();
  const send = async (data: FormData) => {
    const email = textIn(data, "email").trim();
    await postApi("forgot", { email });
    setSent(email);
  };
  return (
    <>
      {sent === undefined && (
        <>
          <p className="hint">{words.forgotText}</p>
          <AccountForm fields={[emailField(words)]} submit={words.sendEmail} send={send} />
        </>
      )}
      <div role="status">{sent !== undefined && <p>{words.forgotSent(sent)}</p>}</div>
      <p>
        <PageLink className="more-link" to={accountPath}>
          {words.backToSignIn}
        </PageLink>
      </p>
    </>
  );
}
