import { useEffect } from "react";
import { accountPath } from "#content/paths.ts";
import { Icon } from "../ui/Icon.tsx";
import { PageLink } from "../ui/PageLink.tsx";
import { useWords } from "../i18n/words.ts";
import { useEdition } from "../edition/EditionContext.ts";
import { showSignedIn, useSignedIn } from "../data/signedIn.ts";

/** Leads to the account, where the edition has them. Both its names are there, so that the right one shows before the app lives. */
export function AccountTool() {
  const words = useWords();
  const edition = useEdition();
  const signedIn = useSignedIn();
  useEffect(showSignedIn, [signedIn]);
  if (!edition?.accounts) return null;
  return (
    <PageLink className="tool" to={accountPath}>
      <Icon name="person" />
      <span className="word when-in">{words.account}</span>
      <span className="word when-out">{words.signIn}</span>
    </PageLink>
  );
}
