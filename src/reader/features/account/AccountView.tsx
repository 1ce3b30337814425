import { useEffect, useEffectEvent, useState } from "react";
import { useSearchParams } from "react-router";
import { useSignedIn } from "../../data/signedIn.ts";
import { Title } from "../../navigation/Title.tsx";
import { useHydrated } from "#loading/hydration/useHydrated.ts";
import { useAccountWords } from "../../i18n/accountWords.ts";
import { takeKept } from "./cameFrom.ts";
import { Forgot } from "./Forgot.tsx";
import { problemText } from "./problemText.ts";
import { SignIn } from "./SignIn.tsx";
import { SignUp } from "./SignUp.tsx";
import { ErrorNotice } from "./ErrorNotice.tsx";
import { useAccount } from "./useAccount.ts";
import { useFocusIfLost } from "./useFocusIfLost.ts";
import { useGoBack } from "./useGoBack.ts";
import { YourAccount } from "./YourAccount.tsx";
import { Status } from "../../ui/Status.tsx";

/** /account: the account of a signed-in reader, otherwise a form: sign-up with `?new`, reset with `?forgot`, else sign-in. */
export function AccountView() {
  const words = useAccountWords();
  const hydrated = useHydrated();
  const [params] = useSearchParams();
  const { data, error, isPending, refetch } = useAccount();
  const remembered = useSignedIn();
  const view = data?.account || (remembered && !data) ? "account" : !hydrated ? "in" : params.has("new") ? "up" : formOf(params);
  const title = { account: words.yourAccount, in: words.signIn, up: words.createAccount, forgot: words.forgotTitle }[view];
  const twitter = data?.providers.twitter ?? false;
  const [isDeleted, setDeleted] = useState(false);
  useBackFromX(Boolean(data?.account));
  // Before hydration no control had the focus.
  const heading = useFocusIfLost(hydrated ? title : undefined, { preventScroll: true });
  return (
    <>
      <Title of={title} />
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      <noscript>
        <p>{words.signInNeedsScript}</p>
      </noscript>
      {error && <ErrorNotice text={problemText(error, words)} onRetry={() => void refetch()} />}
      <Status>
        {view === "account" && isPending && <p>{words.loading}</p>}
        {view === "in" && isDeleted && <p>{words.accountDeleted}</p>}
      </Status>
      {data?.account && (
        <YourAccount {...data.account} isMember={data.account.isMember ?? false} twitter={twitter} onDeleted={() => setDeleted(true)} />
      )}
      {view === "in" && <SignIn twitter={twitter} />}
      {view === "up" && <SignUp />}
      {view === "forgot" && <Forgot />}
    </>
  );
}

/** X (Twitter) leads back to the account. From there the reader goes on to the page that they came from. */
function useBackFromX(isSignedIn: boolean): void {
  const goBack = useGoBack();
  const go = useEffectEvent(() => {
    const to = takeKept();
    if (to !== undefined) void goBack(to);
  });
  useEffect(() => {
    if (isSignedIn) go();
  }, [isSignedIn]);
}

const formOf = (params: URLSearchParams) => (params.has("forgot") ? "forgot" : "in");
