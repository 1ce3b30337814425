import { DIGEST_LENGTH } from "#content/serviceWorker.ts";
import { DEFLATED, PLAIN } from "static-search/format";
import { sha256 } from "#content/sha256.ts";
import { settings } from "./scope.ts";

/** Checks that a response is complete and of the right kind for its address. It may read the response, and throw if it cannot. */
export type ResponseCheck = (answer: Response, url: string) => Promise<boolean>;

/** Checks a response without consuming it. */
export const passesCheck = (check: ResponseCheck, answer: Response, url: string): Promise<boolean> =>
  check(answer.clone(), url).catch(() => false);

/** A file of the app must have the bytes of the build. One of another version, whose digest is not known, must at least not be a page. */
export const isWholeAsset: ResponseCheck = async (answer, url) => {
  const digest = settings.digests[url.slice(url.lastIndexOf("/") + 1)];
  if (digest === undefined) return !typeOf(answer).startsWith("text/html");
  return (await sha256(await answer.arrayBuffer())).slice(0, DIGEST_LENGTH) === digest;
};

/** Any type but HTML: hosts that do not know a picture format send any type, and browsers detect the format themselves. */
export const isPicture: ResponseCheck = async (answer) => {
  if (typeOf(answer).startsWith("text/html")) return false;
  // The first bytes are enough: the page need not wait for the last.
  const reader = answer.body?.getReader();
  const first = await reader?.read();
  void reader?.cancel();
  return first !== undefined && !first.done;
};

/** A page of this software, complete to its end. */
export const isOwnPage: ResponseCheck = async (answer) => {
  const html = typeOf(answer).startsWith("text/html") ? await answer.text() : "";
  return html.includes('name="broadsheet-base"') && html.includes("</html>");
};

export const isJson: ResponseCheck = async (answer) => /json/u.test(typeOf(answer)) && answer.json().then(() => true);

/** A shard of the search index: plain, or deflated and complete to its end (static-search/format). The index's manifest is JSON. */
export const isShard: ResponseCheck = async (answer) => {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (bytes[0] !== DEFLATED) return bytes[0] === PLAIN && bytes.length > 1;
  const inflated = new Blob([bytes.subarray(1)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return (await new Response(inflated).arrayBuffer()).byteLength > 0;
};

const typeOf = (answer: Response): string => answer.headers.get("content-type") ?? "";

/**
 * A response if it passes the check. Otherwise it is requested again past the browser's
 * HTTP cache, in which a captive portal's page may be stored at this address for years.
 * @throws if that response does not pass either
 */
export async function validOrRefetched(answer: Response, request: Request, check: ResponseCheck): Promise<Response> {
  if (!answer.ok || (await passesCheck(check, answer, request.url))) return answer;
  const refetched = await fetch(new Request(request, { cache: "reload" }));
  if (!refetched.ok || (await passesCheck(check, refetched, request.url))) return refetched;
  throw new Error(`${request.url} is not what it should be.`);
}
