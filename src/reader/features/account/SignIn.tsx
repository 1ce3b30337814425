import { useState } from "react";
import { accountPath } from "#content/paths.ts";
import { PageLink } from "../../ui/PageLink.tsx";
import { useAccountWords } from "../../i18n/accountWords.ts";
import { AccountForm } from "./AccountForm.tsx";
import { postApi } from "../../data/api.ts";
import { emailField, textIn } from "./accountFields.ts";
import { OtherWays } from "./OtherWays.tsx";
import { useGoBack } from "./useGoBack.ts";

/** Sign-in by email address and password, with the other ways below. */
export function SignIn({ twitter }: { twitter: boolean }) {
  const words = useAccountWords();
  const goBack = useGoBack();
  const [remember, setRemember] = useState(true);
  const send = async (data: FormData) => {
    await postApi("sign-in", { email: textIn(data, "email"), password: textIn(data, "password"), remember });
    await goBack();
  };
  const forgot = (
    <PageLink className="more-link" to={`${accountPath}?forgot`}>
      {words.forgotPassword}
    </PageLink>
  );
  return (
    <>
      <p className="said">{words.signInText}</p>
      <AccountForm
        fields={[emailField(words), { name: "password", label: words.password, autoComplete: "current-password", beside: forgot }]}
        submit={words.signIn}
        send={send}
      >
        <label className="check">
          <input type="checkbox" checked={remember} onChange={() => setRemember(!remember)} />
          {words.rememberMe}
        </label>
      </AccountForm>
      <OtherWays twitter={twitter} remember={remember} />
      <p className="hint needs-script">
        {words.noAccountYet} <PageLink to={`${accountPath}?new`}>{words.createAccount}</PageLink>
      </p>
    </>
  );
}
