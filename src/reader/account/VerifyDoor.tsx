import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
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
import { useToken } from "./useToken.ts";

/** /account/verify: where the letter to a new address leads. */
export function VerifyDoor() {
  const words = useAccountWords();
  const alive = useAlive();
  const token = useToken();
  const client = useQueryClient();
  const { mutate, error, isSuccess, isPending } = useMutation({
    mutationFn: () => (token === "" ? Promise.reject(new ApiError("link-old")) : tellApi("verify", { token })),
    networkMode: "always",
    onSuccess: () => client.invalidateQueries({ queryKey: accountKey }),
  });
  useEffect(() => mutate(), [mutate]);
  const old = error instanceof ApiError && error.code === "link-old";
  return (
    <>
      <Title of={words.verifyTitle} />
      <h1 tabIndex={-1}>{words.verifyTitle}</h1>
      <noscript>
        <p>{words.signInNeedsScript}</p>
      </noscript>
      {error && <Trouble text={problemText(error, words)} again={old ? undefined : () => mutate()} />}
      {alive && isPending && <p role="status">{words.verifying}</p>}
      {isSuccess && <p role="status">{words.verified}</p>}
      {alive && !isPending && (
        <p>
          <PageLink className="more-link" to={accountPath}>
            {isSuccess ? words.yourAccount : words.signIn}
          </PageLink>
        </p>
      )}
    </>
  );
}
