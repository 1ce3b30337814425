import { useSuspenseQuery } from "@tanstack/react-query";
import { useLocation } from "react-router";
import { AccountView } from "../features/account/AccountView.tsx";
import { ResetView } from "../features/account/ResetView.tsx";
import { VerifyView } from "../features/account/VerifyView.tsx";
import { accountWordsQuery } from "../data/catalogueQueries.ts";
import { editionQuery } from "../data/queries.ts";
import { Masthead } from "../layout/Masthead.tsx";
import { AccountWordsProvider } from "../i18n/accountWords.ts";
import "../ui/state.css";
import "../features/account/account.css";

export type AccountStep = "account" | "verify" | "reset";

const STEPS = { account: AccountView, verify: VerifyView, reset: ResetView };

/** /account, and the two pages that emails lead to. One file each for everybody: who is signed in is only known once the page is hydrated. */
export function AccountPage({ step }: { step: AccountStep }) {
  const { data: edition } = useSuspenseQuery(editionQuery());
  const { data: words } = useSuspenseQuery(accountWordsQuery(edition.language));
  const { hash } = useLocation();
  const Door = STEPS[step];
  return (
    <AccountWordsProvider value={words}>
      <Masthead />
      <main id="main" className="coming">
        <div className="state account">
          {/* Another email's link brings another token. */}
          <Door key={step === "account" ? step : hash} />
        </div>
      </main>
    </AccountWordsProvider>
  );
}
