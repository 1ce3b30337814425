import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import * as v from "valibot";
import { accountPath } from "#content/paths.ts";
import { PageLink } from "../ui/PageLink.tsx";
import { useAccountWords } from "../words/account/accountWords.ts";
import { AccountForm } from "./AccountForm.tsx";
import { tellApi } from "./askApi.ts";
import { emailField, textIn } from "./fields.ts";
import { problemText } from "./problemText.ts";
import { Trouble } from "./Trouble.tsx";
import { accountKey } from "./useAccount.ts";

/** By address and password; second, where it is set up, with X (Twitter). */
export function SignIn({ twitter }: { twitter: boolean }) {
  const words = useAccountWords();
  const client = useQueryClient();
  const send = async (data: FormData) => {
    const remember = data.has("remember");
    await tellApi("sign-in", { email: textIn(data, "email"), password: textIn(data, "password"), remember });
    await client.invalidateQueries({ queryKey: accountKey });
  };
  const forgot = (
    <PageLink className="more-link" to={`${accountPath}?forgot`}>
      {words.forgotPassword}
    </PageLink>
  );
  return (
    <>
      <p className="hint">{words.signInText}</p>
      <AccountForm
        fields={[emailField(words), { name: "password", label: words.password, autoComplete: "current-password", beside: forgot }]}
        submit={words.signIn}
        send={send}
      >
        <label className="check">
          <input type="checkbox" name="remember" defaultChecked />
          {words.rememberMe}
        </label>
      </AccountForm>
      {twitter && <WithTwitter />}
      <p className="hint needs-script">
        {words.noAccountYet} <PageLink to={`${accountPath}?new`}>{words.createAccount}</PageLink>
      </p>
    </>
  );
}

const UrlSchema = v.object({ url: v.pipe(v.string(), v.url()) });

function WithTwitter() {
  const words = useAccountWords();
  const [params] = useSearchParams();
  const leaving = useMutation({
    mutationFn: async () => location.assign(v.parse(UrlSchema, await tellApi("twitter")).url),
    networkMode: "always",
  });
  return (
    <>
      <p className="hint">{words.or}</p>
      {params.has("error") && leaving.isIdle && <Trouble text={words.xFailed} />}
      {leaving.error && <Trouble text={problemText(leaving.error, words)} />}
      <button className="button quiet" type="button" aria-disabled={leaving.isPending} onClick={() => leaving.mutate()}>
        {words.signInWithX}
      </button>
    </>
  );
}
