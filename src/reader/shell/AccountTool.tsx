import { accountPath } from "#content/paths.ts";
import { Icon } from "../ui/Icon.tsx";
import { PageLink } from "../ui/PageLink.tsx";
import { useWords } from "../words/words.ts";
import { useEdition } from "./EditionContext.ts";
import { useSignedIn } from "./signedIn.ts";

/** Leads to the account, where the edition has them. */
export function AccountTool() {
  const words = useWords();
  const edition = useEdition();
  const signedIn = useSignedIn();
  if (!edition?.accounts) return null;
  return (
    <PageLink className="tool" to={accountPath}>
      <Icon name="person" />
      <span className="word">{signedIn ? words.account : words.signIn}</span>
    </PageLink>
  );
}
