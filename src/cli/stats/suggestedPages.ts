import { decoded } from "#content/decoded.ts";
import { meantPath } from "#content/meantPath.ts";
import { nearestAmong } from "#compiler/text/nearestName.ts";

/**
 * Finds the page that was probably meant by the address of none: one that differs in capital letters, one whose last part is misspelt,
 * or one with most of the words in its address, such as "/2019/05/the-bridge-opens.html" for "/article/bridge-opens".
 * @param pages paths, percent-encoded
 */
export function suggestedPages(pages: ReadonlySet<string>): (path: string) => string | undefined {
  const byName = new Map<string, string>();
  const byWord = new Map<string, string[]>();
  for (const page of pages) {
    // Of a story and a topic of the same name, old addresses were rather those of stories.
    const name = lastPart(page);
    if (!byName.has(name) || page.includes("/article/")) byName.set(name, page);
    for (const word of wordsIn(page)) {
      const known = byWord.get(word);
      if (known) known.push(page);
      else byWord.set(word, [page]);
    }
  }
  const nearest = nearestAmong([...byName.keys()].filter((name) => name.length > 3));
  return (path) => {
    const meant = meantPath(path);
    if (meant !== undefined && pages.has(meant)) return meant;
    const name = lastPart(path).replace(EXTENSION, "");
    const known = byName.has(name) ? name : nearest(name);
    return (known === undefined ? undefined : byName.get(known)) ?? withMostWords(wordsIn(path), byWord);
  };
}

const EXTENSION = /\.\w{1,5}$/u;

const lastPart = (path: string): string => decoded(path.replace(/\/$/u, "").split("/").at(-1) ?? "");

/** The words of an address that tell something: not numbers, and not the short ones. */
const wordsIn = (path: string): Set<string> =>
  new Set(
    lastPart(path)
      .replace(EXTENSION, "")
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2 && !/^\d+$/u.test(word)),
  );

/** A page with at least this share of all words in both addresses is meant. */
const LEAST_SHARE = 0.6;

function withMostWords(words: ReadonlySet<string>, byWord: ReadonlyMap<string, string[]>): string | undefined {
  const shared = new Map<string, number>();
  for (const word of words) for (const page of byWord.get(word) ?? []) shared.set(page, (shared.get(page) ?? 0) + 1);
  let best: { page: string; share: number } | undefined;
  for (const [page, count] of shared) {
    // One word in common is a coincidence.
    const share = count < 2 ? 0 : count / (words.size + wordsIn(page).size - count);
    if (share >= LEAST_SHARE && share > (best?.share ?? 0)) best = { page, share };
  }
  return best?.page;
}
