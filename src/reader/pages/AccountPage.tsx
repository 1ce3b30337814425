import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useLocation } from "react-router";
import type { ACCOUNT_PATHS } from "#content/pages/ownPages.ts";
import { AccountView } from "../features/account/AccountView.tsx";
import { ResetView } from "../features/account/ResetView.tsx";
import { StopDigestView } from "../features/account/StopDigestView.tsx";
import { VerifyView } from "../features/account/VerifyView.tsx";
import { accountWordsQuery } from "../data/catalogueQueries.ts";
import { editionQuery } from "../data/queries.ts";
import { Masthead } from "../layout/Masthead.tsx";
import { AccountWordsProvider } from "../i18n/accountWords.ts";
import "../ui/state.css";
import "../features/account/account.css";

export type AccountPath = (typeof ACCOUNT_PATHS)[number];

const VIEWS: Record<AccountPath, () => ReactNode> = {
  "/account": AccountView,
  "/account/verify": VerifyView,
  "/account/reset": ResetView,
  "/account/alerts/leave": StopDigestView,
};

/** /account, and the pages that emails link to. One file each for everybody: who is signed in is only known once the page is hydrated. */
export function AccountPage({ path }: { path: AccountPath }) {
  const { data: edition } = useSuspenseQuery(editionQuery());
  const { data: words } = useSuspenseQuery(accountWordsQuery(edition.language));
  const { hash } = useLocation();
  const View = VIEWS[path];
  return (
    <AccountWordsProvider value={words}>
      <Masthead />
      <main id="main" className="coming">
        <div className="state account">
          {/* The link of another email has another token. */}
          <View key={path === "/account" ? path : hash} />
        </div>
      </main>
    </AccountWordsProvider>
  );
}
