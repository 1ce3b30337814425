/** The most addresses in one request of IndexNow (www.indexnow.org/documentation), and of feeds in one to a hub. */
const MOST_PAGES = 10_000;
const MOST_FEEDS = 100;

/** Milliseconds. */
const PATIENCE = 30_000;

/** What the statuses that IndexNow documents mean for whoever runs the site. */
const FAULTS = new Map([
  [400, "it found the request invalid."],
  [403, "it did not find the key at the site. Is this build published there?"],
  [422, "it found addresses of another site, or an invalid key."],
  [429, "it has had too many requests from this site."],
]);

/**
 * Tells a search engine of addresses, which tells the others that take part in IndexNow.
 * @param home the address of the site, ending with a slash, where the key file is
 * @throws Error with a sentence if they are not accepted
 */
export async function tellIndexNow({ key, endpoint }: { key: string; endpoint: string }, home: string, urls: string[]): Promise<void> {
  for (const urlList of inParts(urls, MOST_PAGES)) {
    const body = JSON.stringify({ host: new URL(home).host, key, keyLocation: `${home}${key}.txt`, urlList });
    const status = await post(endpoint, "application/json; charset=utf-8", body);
    if (status !== 200 && status !== 202) throw new Error(FAULTS.get(status) ?? `it answered with the status ${status}.`);
  }
}

/**
 * Tells a WebSub hub that feeds have changed. How is left open by the recommendation; hubs do it as in PubSubHubbub 0.4.
 * @throws Error with a sentence if they are not accepted
 */
export async function tellHub(hub: string, feeds: string[]): Promise<void> {
  for (const part of inParts(feeds, MOST_FEEDS)) {
    const form = new URLSearchParams([["hub.mode", "publish"], ...part.map((url) => ["hub.url", url])]);
    const status = await post(hub, "application/x-www-form-urlencoded", form.toString());
    if (status < 200 || status > 299) throw new Error(`it answered with the status ${status}.`);
  }
}

async function post(address: string, type: string, body: string): Promise<number> {
  try {
    const answer = await fetch(address, { method: "POST", headers: { "Content-Type": type }, body, signal: AbortSignal.timeout(PATIENCE) });
    await answer.body?.cancel();
    return answer.status;
  } catch (cause) {
    throw new Error(`${new URL(address).host} does not answer.`, { cause });
  }
}

function* inParts(all: string[], most: number): Generator<string[]> {
  for (let at = 0; at < all.length; at += most) yield all.slice(at, at + most);
}
