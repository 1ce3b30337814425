import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { accountPath } from "#content/paths.ts";
import { Title } from "../../navigation/Title.tsx";
import { useHydrated } from "#loading/hydration/useHydrated.ts";
import { PageLink } from "../../ui/PageLink.tsx";
import { useAccountWords } from "../../i18n/accountWords.ts";
import { AccountForm } from "./AccountForm.tsx";
import { postApi } from "../../data/api.ts";
import { newPasswordField, textIn } from "./accountFields.ts";
import { ErrorNotice } from "./ErrorNotice.tsx";
import { accountKey } from "./useAccount.ts";
import { useToken } from "./useToken.ts";

/** /account/reset: the page that a password-reset email links to. */
export function ResetView() {
  const words = useAccountWords();
  const hydrated = useHydrated();
  const token = useToken();
  const client = useQueryClient();
  const [done, setDone] = useState(false);
  const send = async (data: FormData) => {
    await postApi("reset", { token, password: textIn(data, "newPassword") });
    // A reset ends all sessions, including this browser's.
    await client.invalidateQueries({ queryKey: accountKey });
    setDone(true);
  };
  const isTokenMissing = hydrated && token === "";
  return (
    <>
      <Title of={words.resetTitle} />
      <h1 tabIndex={-1}>{words.resetTitle}</h1>
      <noscript>
        <p>{words.signInNeedsScript}</p>
      </noscript>
      {isTokenMissing && <ErrorNotice text={words.accountProblem["link-old"]} />}
      {!done && !isTokenMissing && (
        <AccountForm fields={[newPasswordField(words.newPassword, words)]} submit={words.savePassword} send={send} />
      )}
      <div role="status">{done && <p>{words.passwordReset}</p>}</div>
      <p className="needs-script">
        <PageLink className="more-link" to={done ? accountPath : `${accountPath}?forgot`}>
          {done ? words.signIn : words.askAgain}
        </PageLink>
      </p>
    </>
  );
}
