import { ByteReader } from "../format/bytes.ts";
import type { Days } from "../query/parseQuery.ts";
import type { Archive } from "./archive.ts";

const DAY = 86_400_000;

/** The numbers of the documents of a range of days: documents are numbered by date. */
export async function docsOf({ manifest, store }: Archive, { from, until }: Days): Promise<{ from: number; until: number }> {
  if (manifest.days === undefined) return { from: 0, until: 0 };
  const bytes = await store.lists.get(manifest.days);
  return {
    from: from === undefined ? 0 : firstOn(bytes, manifest.firstDay, from),
    until: until === undefined ? manifest.stories : firstOn(bytes, manifest.firstDay, until),
  };
}

/** The first document on or after a day. */
function firstOn(counts: Uint8Array, firstDay: string, day: string): number {
  const reader = new ByteReader(counts);
  let doc = 0;
  for (let left = Math.round((Date.parse(day) - Date.parse(firstDay)) / DAY); left > 0 && !reader.done; left -= 1) doc += reader.varint();
  return doc;
}

/** The numbers of the documents of a year. */
export function docsOfYear({ manifest }: Archive, year: string): { from: number; until: number } {
  const at = manifest.years.findIndex(([known]) => known === year);
  const [, from] = manifest.years[at] ?? [year, 0];
  return at === -1 ? { from: 0, until: 0 } : { from, until: manifest.years[at + 1]?.[1] ?? manifest.stories };
}
