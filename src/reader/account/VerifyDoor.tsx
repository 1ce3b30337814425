import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { accountPath } from "#content/paths.ts";
import { Title } from "../shell/Title.tsx";
import { useAlive } from "../shell/useAlive.ts";
import { PageLink } from "../ui/PageLink.tsx";
import { useAccountWords } from "../words/account/accountWords.ts";
import { ApiError } from "./ApiError.ts";
import { tellApi } from "./askApi.ts";
import { problemText } from "./problemText.ts";
import { Trouble } from "./Trouble.tsx";
import { accountKey } from "./useAccount.ts";
import { useTelling } from "./useTelling.ts";
import { useToken } from "./useToken.ts";

/** /account/verify: where the letter to a new address leads. */
export function VerifyDoor() {
  const words = useAccountWords();
  const alive = useAlive();
  const token = useToken();
  const client = useQueryClient();
  const { state, error, start } = useTelling(async () => {
    if (token === "") throw new ApiError("link-old");
    await tellApi("verify", { token });
    await client.invalidateQueries({ queryKey: accountKey });
  });
  const atOnce = useEffectEvent(() => start());
  useEffect(() => atOnce(), []);
  const old = error instanceof ApiError && error.code === "link-old";
  return (
    <>
      <Title of={words.verifyTitle} />
      <h1 tabIndex={-1}>{words.verifyTitle}</h1>
      <noscript>
        <p>{words.signInNeedsScript}</p>
      </noscript>
      {error !== undefined && <Trouble text={problemText(error, words)} again={old ? undefined : () => start()} />}
      <div role="status">
        {alive && state === "underway" && <p>{words.verifying}</p>}
        {state === "done" && <p>{words.verified}</p>}
      </div>
      {alive && state !== "underway" && (
        <p>
          <PageLink className="more-link" to={accountPath}>
            {state === "done" ? words.yourAccount : words.signIn}
          </PageLink>
        </p>
      )}
    </>
  );
}
