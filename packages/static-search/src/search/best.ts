import type { Scores } from "./scores.ts";

/** The documents with the highest scores, best first; of equal ones, newer first. */
export function best(scores: Scores, most: number): number[] {
  const heap: number[] = [];
  const worse = (a: number, b: number): boolean => (scores[a] ?? 0) < (scores[b] ?? 0) || (scores[a] === scores[b] && a < b);
  for (let doc = 0; doc < scores.length; doc += 1) {
    if (!scores[doc]) continue;
    if (heap.length < most) {
      heap.push(doc);
      up(heap, worse);
    } else if (worse(heap[0] ?? 0, doc)) {
      heap[0] = doc;
      down(heap, worse);
    }
  }
  return heap.toSorted((a, b) => (worse(a, b) ? 1 : -1));
}

/** The documents of a page, sorted by number and so by date. */
export function byDate(scores: Scores, newestFirst: boolean, skip: number, most: number): number[] {
  const docs: number[] = [];
  let left = skip;
  for (let i = 0; i < scores.length && docs.length < most; i += 1) {
    const doc = newestFirst ? scores.length - 1 - i : i;
    if (!scores[doc]) continue;
    if (left > 0) left -= 1;
    else docs.push(doc);
  }
  return docs;
}

type Worse = (a: number, b: number) => boolean;

/** The worst document is at the top of the heap, so that a better one can replace it. */
function up(heap: number[], worse: Worse): void {
  let at = heap.length - 1;
  while (at > 0) {
    const parent = (at - 1) >>> 1;
    if (!worse(heap[at] ?? 0, heap[parent] ?? 0)) return;
    swap(heap, at, parent);
    at = parent;
  }
}

function down(heap: number[], worse: Worse): void {
  let at = 0;
  for (;;) {
    const left = at * 2 + 1;
    if (left >= heap.length) return;
    const right = left + 1;
    const child = right < heap.length && worse(heap[right] ?? 0, heap[left] ?? 0) ? right : left;
    if (!worse(heap[child] ?? 0, heap[at] ?? 0)) return;
    swap(heap, at, child);
    at = child;
  }
}

function swap(heap: number[], a: number, b: number): void {
  [heap[a], heap[b]] = [heap[b] ?? 0, heap[a] ?? 0];
}
