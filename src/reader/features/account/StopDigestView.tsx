import { accountPath } from "#content/paths.ts";
import { postApi } from "../../data/api.ts";
import { ApiError } from "../../data/ApiError.ts";
import { useHydrated } from "#loading/hydration/useHydrated.ts";
import { useAccountWords } from "../../i18n/accountWords.ts";
import { Title } from "../../navigation/Title.tsx";
import { PageLink } from "../../ui/PageLink.tsx";
import { problemText } from "./problemText.ts";
import { ErrorNotice } from "./ErrorNotice.tsx";
import { useSubmit } from "./useSubmit.ts";
import { useToken } from "./useToken.ts";

/** /account/alerts/leave: a digest's unsubscribe link. Only a press of the button unsubscribes, because programs open links too. */
export function StopDigestView() {
  const words = useAccountWords();
  const hydrated = useHydrated();
  const token = useToken();
  const { state, error, start } = useSubmit(() => postApi(`alerts/leave?token=${encodeURIComponent(token)}`));
  const isOld = (hydrated && token === "") || (error instanceof ApiError && error.code === "link-old");
  return (
    <>
      <Title of={words.stopDigest} />
      <h1 tabIndex={-1}>{words.stopDigest}</h1>
      <noscript>
        <p>{words.signInNeedsScript}</p>
      </noscript>
      {isOld && <ErrorNotice text={words.digestLinkOld} />}
      {error !== undefined && !isOld && <ErrorNotice text={problemText(error, words)} />}
      {state !== "done" && !isOld && (
        <>
          <p>{words.stopDigestText}</p>
          <button
            className="button needs-script"
            type="button"
            disabled={!hydrated}
            aria-disabled={state === "underway"}
            onClick={() => state !== "underway" && start()}
          >
            {words.stopDigest}
          </button>
        </>
      )}
      <div role="status">{state === "done" && <p>{words.digestStopped}</p>}</div>
      <p className="needs-script">
        <PageLink className="more-link" to={accountPath}>
          {words.yourAccount}
        </PageLink>
      </p>
    </>
  );
}
