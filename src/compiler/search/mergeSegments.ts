import { Postings } from "./postings.ts";
import { SegmentReader } from "./segmentReader.ts";

/** Goes through the words of all segments in order, each with its stories from all of them. Segments must follow each other in the order of stories. */
export function mergeSegments(paths: readonly string[], visit: (term: string, postings: Postings) => void): void {
  const readers = paths.map((path) => new SegmentReader(path));
  for (;;) {
    const term = smallest(readers);
    if (term === undefined) break;
    const postings = new Postings();
    for (const reader of readers) if (reader.term === term) reader.take(postings);
    visit(term, postings);
  }
  for (const reader of readers) reader.close();
}

function smallest(readers: readonly SegmentReader[]): string | undefined {
  let least: string | undefined;
  for (const { term } of readers) if (term !== undefined && (least === undefined || term < least)) least = term;
  return least;
}
