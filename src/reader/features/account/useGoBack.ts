import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { noteSignedIn } from "../../data/signedIn.ts";
import { useAccountWords } from "../../i18n/accountWords.ts";
import { useAnnounce } from "../../toasts/AnnounceContext.ts";
import { takeCameFrom } from "./cameFrom.ts";
import { accountKey } from "./useAccount.ts";

/** @returns what to do after signing in: leads back to the page that the reader came from, and says so, or shows the account */
export function useGoBack(): (to?: string) => Promise<void> {
  const words = useAccountWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const say = useAnnounce();
  return async (to = takeCameFrom()) => {
    if (to === undefined) return client.invalidateQueries({ queryKey: accountKey });
    noteSignedIn(true);
    client.removeQueries({ queryKey: accountKey });
    await navigate(to, { replace: true });
    say(words.nowSignedIn);
  };
}
