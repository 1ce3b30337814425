import { DIGEST_LENGTH } from "#content/serviceWorker.ts";
import { DEFLATED, PLAIN } from "static-search/format";
import { sha256 } from "#content/sha256.ts";
import { settings } from "./scope.ts";

/** Whether an answer is what its address promises. It may read the answer, and throw where that cannot be read. */
export type IsWhole = (answer: Response, url: string) => Promise<boolean>;

/** Asks so of an answer that is still to be used. */
export const holds = (isWhole: IsWhole, answer: Response, url: string): Promise<boolean> => isWhole(answer.clone(), url).catch(() => false);

/** A file of the app has the bytes that the build gave it. Of a file of another version, which the build does not know, this much is known: it is no page. */
export const isWholeAsset: IsWhole = async (answer, url) => {
  const digest = settings.digests[url.slice(url.lastIndexOf("/") + 1)];
  if (digest === undefined) return !typeOf(answer).startsWith("text/html");
  return (await sha256(await answer.arrayBuffer())).slice(0, DIGEST_LENGTH) === digest;
};

/** Hosts that do not know a kind of picture call it anything; browsers look for themselves. */
export const isPicture: IsWhole = async (answer) => {
  if (typeOf(answer).startsWith("text/html")) return false;
  // The first bytes are enough: the page need not wait for the last.
  const reader = answer.body?.getReader();
  const first = await reader?.read();
  void reader?.cancel();
  return first !== undefined && !first.done;
};

/** A page of this software, as far as its end. */
export const isOwnPage: IsWhole = async (answer) => {
  const html = typeOf(answer).startsWith("text/html") ? await answer.text() : "";
  return html.includes('name="broadsheet-base"') && html.includes("</html>");
};

export const isJson: IsWhole = async (answer) => /json/u.test(typeOf(answer)) && answer.json().then(() => true);

/** A file of the search index: as it is, or deflated as far as its end (static-search/format). The index's manifest is JSON. */
export const isShard: IsWhole = async (answer) => {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (bytes[0] !== DEFLATED) return bytes[0] === PLAIN && bytes.length > 1;
  const inflated = new Blob([bytes.subarray(1)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return (await new Response(inflated).arrayBuffer()).byteLength > 0;
};

const typeOf = (answer: Response): string => answer.headers.get("content-type") ?? "";

/**
 * An answer if it is what was asked for. Else the server is asked past the browser's
 * own cache, which may hold the page of a hotel's network under this name for years.
 * @throws where that answer is not what was asked for either
 */
export async function wholeOf(answer: Response, request: Request, isWhole: IsWhole): Promise<Response> {
  if (!answer.ok || (await holds(isWhole, answer, request.url))) return answer;
  const again = await fetch(new Request(request, { cache: "reload" }));
  if (!again.ok || (await holds(isWhole, again, request.url))) return again;
  throw new Error(`${request.url} is not what it should be.`);
}
