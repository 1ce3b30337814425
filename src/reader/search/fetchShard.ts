import { MANIFEST } from "#content/search/manifest.ts";
import { address } from "../address.ts";
import { ConnectionError, HttpError } from "../data/errors.ts";

/** A file of the index. Only the manifest changes under its name, so only for it the server is asked each time. */
export async function fetchShard(name: string, signal?: AbortSignal): Promise<ArrayBuffer> {
  const url = `${address().data}search/${name}`;
  const response = await fetch(url, { ...(name === MANIFEST && { cache: "no-cache" as const }), ...(signal && { signal }) }).catch(
    (cause: unknown) => {
      throw new ConnectionError(url, cause);
    },
  );
  if (!response.ok) throw new HttpError(response.status, url);
  return response.arrayBuffer();
}
