import { useQuery } from "@tanstack/react-query";
import type { ComponentType } from "react";
import { MembershipSchema } from "#content/members/membership.ts";
import { readApi } from "../../../data/api.ts";
import { useAccountWords } from "../../../i18n/accountWords.ts";
import { formatDate, useCalendar } from "../../../i18n/formatDate.ts";
import { partWords } from "../../../i18n/partWords.ts";
import { ErrorNotice } from "../ErrorNotice.tsx";
import { problemText } from "../problemText.ts";
import { accountKey } from "../useAccount.ts";

const { load, use: useMemberWords } = partWords("members");

/** Loads the words together with the component. */
export async function loadMembership(): Promise<ComponentType> {
  await load();
  return MembershipSection;
}

/** Of which tiers the reader is a member, and until when. */
function MembershipSection() {
  const words = useMemberWords();
  const accountWords = useAccountWords();
  const calendar = useCalendar();
  const { data, error, refetch } = useQuery({
    queryKey: [...accountKey, "membership"],
    queryFn: ({ signal }) => readApi("membership", MembershipSchema, signal),
    staleTime: 0,
    retry: false,
  });
  return (
    <section aria-labelledby="membership">
      <h2 id="membership">{words.membership}</h2>
      {error && <ErrorNotice text={problemText(error, accountWords)} onRetry={() => void refetch()} />}
      <ul role="list" className="own">
        {data?.membership.map(({ tier, name, until }) => (
          <li key={tier}>{until === null ? name : words.memberUntil(name, formatDate(until, "day", calendar))}</li>
        ))}
      </ul>
      <p className="hint">{words.membershipText}</p>
    </section>
  );
}
