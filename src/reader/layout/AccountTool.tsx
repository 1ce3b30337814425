import { useEffect } from "react";
import { accountPath } from "#content/paths.ts";
import { Icon } from "../ui/Icon.tsx";
import { PageLink } from "../ui/PageLink.tsx";
import { useWords } from "../i18n/words.ts";
import { useEdition } from "../edition/EditionContext.ts";
import { showSignedIn, useSignedIn } from "../data/signedIn.ts";

/**
 * A link to the account, if the edition has accounts. Both its labels are in the HTML, so that the right one shows before hydration.
 * In a narrow window "Sign in" has no icon, and the account nothing else.
 */
export function AccountTool() {
  const words = useWords();
  const edition = useEdition();
  const signedIn = useSignedIn();
  useEffect(showSignedIn, [signedIn]);
  if (!edition?.accounts) return null;
  return (
    <PageLink className="tool person" to={accountPath}>
      <Icon name="person" />
      <span className="word when-in">{words.account}</span>
      <span className="word when-out">{words.signIn}</span>
    </PageLink>
  );
}
