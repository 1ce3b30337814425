import { type QueryClient, useQuery } from "@tanstack/react-query";
import * as v from "valibot";
import { type Alerts, AlertsSchema } from "#content/alerts/alerts.ts";
import { ApiError } from "../../../data/ApiError.ts";
import { postApi, readApi } from "../../../data/api.ts";
import type { EveryAccountWord } from "../../../i18n/accountWords.ts";
import { partWords } from "../../../i18n/partWords.ts";
import type { AlertWords } from "../../../i18n/wordTypes.ts";
import { problemText } from "../problemText.ts";
import { accountKey } from "../useAccount.ts";
import { renewIfKeyChanged, renewIfReplaced } from "./pushDevice.ts";

export const { load: loadAlertWords, use: useAlertWords } = partWords("alerts");

const alertsKey = [...accountKey, "alerts"];

/** What the server knows about this account's alerts. */
export function useAlerts() {
  return useQuery({
    queryKey: alertsKey,
    queryFn: async ({ signal }) => {
      // A device that its push service has dropped is not listed in the account until it is renewed.
      await renewIfReplaced();
      const alerts = await readApi("alerts", AlertsSchema, signal);
      return (await renewIfKeyChanged(alerts.key)) ? readApi("alerts", AlertsSchema, signal) : alerts;
    },
    staleTime: 0,
    // Even after an identical answer the devices must be checked again: this one may have been renewed.
    structuralSharing: false,
    // A refetch must not disturb a reader who is filling in the form.
    refetchOnWindowFocus: false,
    retry: false,
  });
}

/**
 * Sends the server a change of the alerts, and shows its answer.
 * @param path below `api/alerts`
 * @throws ApiError
 */
export async function postAlerts(client: QueryClient, path: string, body?: object): Promise<Alerts> {
  const answer = v.safeParse(AlertsSchema, await postApi(`alerts${path}`, body));
  if (!answer.success) throw new ApiError("server-error", answer.issues);
  client.setQueryData(alertsKey, answer.output);
  return answer.output;
}

/** What went wrong and what to do: a message of the alerts, or else one of the account. */
export function alertProblem(error: unknown, alertWords: AlertWords, words: EveryAccountWord): string {
  const texts: Record<string, string> = { ...alertWords.problem, "push-failed": alertWords.pushFailed, "push-denied": alertWords.denied };
  return (error instanceof ApiError && texts[error.code]) || problemText(error, words);
}
