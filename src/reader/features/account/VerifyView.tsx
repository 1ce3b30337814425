import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import * as v from "valibot";
import { accountPath } from "#content/paths.ts";
import { noteSignedIn, useSignedIn } from "../../data/signedIn.ts";
import { Title } from "../../navigation/Title.tsx";
import { useHydrated } from "#loading/hydration/useHydrated.ts";
import { PageLink } from "../../ui/PageLink.tsx";
import { useAccountWords } from "../../i18n/accountWords.ts";
import { AccountForm } from "./AccountForm.tsx";
import { ApiError } from "../../data/ApiError.ts";
import { postApi } from "../../data/api.ts";
import { currentPasswordField, textIn } from "./accountFields.ts";
import { problemText } from "./problemText.ts";
import { ErrorNotice } from "./ErrorNotice.tsx";
import { accountKey } from "./useAccount.ts";
import { useSubmit } from "./useSubmit.ts";
import { useToken } from "./useToken.ts";

const ConfirmedSchema = v.fallback(v.object({ signedIn: v.boolean() }), { signedIn: false });

/** Errors that the same link would give again. */
const FINAL = ["link-old", "address-taken"];

/** /account/verify: the page that the email to a new address links to. */
export function VerifyView() {
  const words = useAccountWords();
  const hydrated = useHydrated();
  const token = useToken();
  const client = useQueryClient();
  const [confirmed, setConfirmed] = useState<{ signedIn: boolean }>();
  const isKnown = useSignedIn();
  const confirm = async (password?: string) => {
    if (token === "") throw new ApiError("link-old");
    const answer = v.parse(ConfirmedSchema, await postApi("verify", { token, password }));
    await client.invalidateQueries({ queryKey: accountKey });
    if (answer.signedIn) noteSignedIn(true);
    setConfirmed(answer);
  };
  const { state, error, start } = useSubmit(() => confirm());
  const atOnce = useEffectEvent(() => start());
  useEffect(() => atOnce(), []);
  const code = error instanceof ApiError ? error.code : "";
  // This is not the browser in which the reader signed up.
  const asksPassword = code === "password-needed" && !confirmed;
  return (
    <>
      <Title of={words.verifyTitle} />
      <h1 tabIndex={-1}>{words.verifyTitle}</h1>
      <noscript>
        <p>{words.signInNeedsScript}</p>
      </noscript>
      {error !== undefined && code !== "password-needed" && (
        <ErrorNotice text={problemText(error, words)} onRetry={FINAL.includes(code) ? undefined : () => start()} />
      )}
      {asksPassword && (
        <>
          <p>{words.accountProblem["password-needed"]}</p>
          <AccountForm
            fields={[{ ...currentPasswordField(words), label: words.password }]}
            submit={words.confirm}
            send={(data) => confirm(textIn(data, "password"))}
          />
        </>
      )}
      <div role="status">
        {hydrated && state === "underway" && <p>{words.verifying}</p>}
        {confirmed && <p>{confirmed.signedIn ? words.verified : words.verifiedOnly}</p>}
      </div>
      {hydrated && state !== "underway" && !asksPassword && (
        <p>
          <PageLink className="more-link" to={accountPath}>
            {(confirmed?.signedIn ?? isKnown) ? words.yourAccount : words.signIn}
          </PageLink>
        </p>
      )}
    </>
  );
}
