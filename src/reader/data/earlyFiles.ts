import { editionFile } from "#content/paths.ts";
import { addressOfPage } from "../edition/address.ts";
import { fetchInTime } from "./fetchInTime.ts";

const underway = new Map<string, Promise<Response>>();

/** Asks for a file of the edition before the app is there that will want it. */
export function askEarly(url: string): void {
  const answer = fetchInTime(url, { priority: "low" });
  // A failure is the affair of whoever takes the answer.
  answer.catch(() => {});
  underway.set(url, answer);
}

/** The answer to what was asked early. It is given once: whoever asks again wants to know what is true now. */
export function takeEarly(url: string): Promise<Response> | undefined {
  const answer = underway.get(url);
  underway.delete(url);
  return answer;
}

/** The text of what was asked early, for code that needs it before it is taken. */
export async function earlyText(url: string): Promise<string | undefined> {
  const answer = await underway.get(url);
  return answer?.ok ? answer.clone().text() : undefined;
}

/** What the app will show: the edition, and the JSON that the page says it was made of. */
export function filesOfPage(document: Document): { edition: string; page: string | undefined } {
  const own = document.querySelector('link[rel="alternate"][type="application/json"]')?.getAttribute("href");
  return { edition: addressOfPage(document).data + editionFile, page: own ?? undefined };
}
