import { useSearchParams } from "react-router";
import * as v from "valibot";
import { useHydrated } from "#loading/hydration/useHydrated.ts";
import { useAccountWords } from "../../i18n/accountWords.ts";
import { postApi } from "../../data/api.ts";
import { hasPasskeys, signInWithPasskey } from "./askPasskey.ts";
import { keepCameFrom } from "./cameFrom.ts";
import { problemText } from "./problemText.ts";
import { ErrorNotice } from "./ErrorNotice.tsx";
import { useGoBack } from "./useGoBack.ts";
import { useSubmit } from "./useSubmit.ts";

type Props = { twitter: boolean; remember: boolean };

/** Ways to sign in without a password: a passkey, if the browser supports them, and X (Twitter), if the server is set up for it. */
export function OtherWays({ twitter, remember }: Props) {
  const words = useAccountWords();
  const passkeys = useHydrated() && hasPasskeys();
  if (!passkeys && !twitter) return null;
  return (
    <div className="ways">
      <p className="hint or">{words.or}</p>
      {passkeys && <WithPasskey remember={remember} />}
      {twitter && <WithTwitter />}
    </div>
  );
}

function WithPasskey({ remember }: { remember: boolean }) {
  const words = useAccountWords();
  const goBack = useGoBack();
  const asking = useSubmit(async () => {
    await signInWithPasskey(remember);
    await goBack();
  });
  const underway = asking.state === "underway";
  return (
    <>
      {asking.error !== undefined && <ErrorNotice text={problemText(asking.error, words)} />}
      <button className="button quiet" type="button" aria-disabled={underway} onClick={() => !underway && asking.start()}>
        {words.signInWithPasskey}
      </button>
    </>
  );
}

const UrlSchema = v.object({ url: v.pipe(v.string(), v.url()) });

function WithTwitter() {
  const words = useAccountWords();
  const [params] = useSearchParams();
  const leaving = useSubmit(async () => {
    const { url } = v.parse(UrlSchema, await postApi("twitter"));
    keepCameFrom();
    location.assign(url);
  });
  return (
    <>
      {params.has("error") && leaving.state === "idle" && (
        <ErrorNotice text={params.get("error") === "account_not_linked" ? words.xTaken : words.xFailed} />
      )}
      {leaving.error !== undefined && <ErrorNotice text={problemText(leaving.error, words)} />}
      <button className="button quiet" type="button" aria-disabled={leaving.state === "underway"} onClick={() => leaving.start()}>
        {words.signInWithX}
      </button>
    </>
  );
}
