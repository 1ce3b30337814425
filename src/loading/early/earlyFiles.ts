import { editionFile } from "#content/paths.ts";
import { addressOfPage } from "#reader/edition/address.ts";
import { fetchInTime } from "#reader/data/fetchInTime.ts";

const underway = new Map<string, Promise<Response>>();

/** Requests a file of the edition before the app that needs it has loaded. */
export function fetchEarly(url: string): void {
  const answer = fetchInTime(url, { priority: "low" });
  // Whoever takes the answer handles the failure.
  answer.catch(() => {});
  underway.set(url, answer);
}

/** The answer to an early request. It is given only once: whoever asks again wants the current state. */
export function takeEarly(url: string): Promise<Response> | undefined {
  const answer = underway.get(url);
  underway.delete(url);
  return answer;
}

/** The text of an early answer, for code that needs it before it is taken. */
export async function earlyText(url: string): Promise<string | undefined> {
  const answer = await underway.get(url);
  return answer?.ok ? answer.clone().text() : undefined;
}

/** The files that the app will show: the edition, and the JSON that the page was made from. */
export function filesOfPage(document: Document): { edition: string; page: string | undefined } {
  const page = document.querySelector('link[rel="alternate"][type="application/json"]')?.getAttribute("href");
  return { edition: addressOfPage(document).data + editionFile, page: page ?? undefined };
}
