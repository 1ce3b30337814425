import { type QueryClient, useQuery } from "@tanstack/react-query";
import * as v from "valibot";
import { type Alerts, AlertsSchema } from "#content/alerts/alerts.ts";
import { ApiError } from "../../../data/ApiError.ts";
import { readApi, tellApi } from "../../../data/api.ts";
import type { EveryAccountWord } from "../../../i18n/accountWords.ts";
import { partWords } from "../../../i18n/partWords.ts";
import type { AlertWords } from "../../../i18n/wordTypes.ts";
import { problemText } from "../problemText.ts";
import { accountKey } from "../useAccount.ts";
import { renewIfKeyChanged, renewIfReplaced } from "./pushDevice.ts";

export const { load: loadAlertWords, use: useAlertWords } = partWords("alerts");

const alertsKey = [...accountKey, "alerts"];

/** What the server knows of this account's alerts. */
export function useAlerts() {
  return useQuery({
    queryKey: alertsKey,
    queryFn: async ({ signal }) => {
      // A device that its push service had dropped is none of the account's until it is renewed.
      await renewIfReplaced();
      const alerts = await readApi("alerts", AlertsSchema, signal);
      return (await renewIfKeyChanged(alerts.key)) ? readApi("alerts", AlertsSchema, signal) : alerts;
    },
    staleTime: 0,
    // This device may have been renewed where the server's answer is the same: what comes is looked at anew.
    structuralSharing: false,
    // Whoever is filling in the form goes on with what they have.
    refetchOnWindowFocus: false,
    retry: false,
  });
}

/**
 * Tells the server something of the alerts, and shows what it knows then.
 * @param path below `api/alerts`
 * @throws ApiError
 */
export async function tellAlerts(client: QueryClient, path: string, body?: object): Promise<Alerts> {
  const answer = v.safeParse(AlertsSchema, await tellApi(`alerts${path}`, body));
  if (!answer.success) throw new ApiError("server-error", answer.issues);
  client.setQueryData(alertsKey, answer.output);
  return answer.output;
}

/** What went wrong and what to do: what only alerts have, and what all of an account has. */
export function alertProblem(error: unknown, own: AlertWords, words: EveryAccountWord): string {
  const texts: Record<string, string> = { ...own.problem, "push-failed": own.pushFailed, "push-denied": own.denied };
  return (error instanceof ApiError && texts[error.code]) || problemText(error, words);
}
