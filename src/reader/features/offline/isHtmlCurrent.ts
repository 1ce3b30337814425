import { dependsOn, MADE_OF_LENGTH, MADE_OF_META, madeOf } from "#content/pages/madeOf.ts";
import { sha256 } from "#content/sha256.ts";
import { earlyText, filesOfPage } from "#loading/early/earlyFiles.ts";

/** Whether the HTML of this page was made from the files that were fetched for it. False if that cannot be known. */
export async function isHtmlCurrent(document: Document): Promise<boolean> {
  const expected = document.querySelector<HTMLMetaElement>(`meta[name="${MADE_OF_META}"]`)?.content;
  const { edition, page } = filesOfPage(document);
  if (expected === undefined || page === undefined) return false;
  try {
    const [editionText, pageText] = await Promise.all([edition, page].map(earlyText));
    if (editionText === undefined || pageText === undefined) return false;
    const made = madeOf(pageText, dependsOn("article", JSON.parse(editionText)));
    const hash = await sha256(new TextEncoder().encode(made));
    return expected === hash.slice(0, MADE_OF_LENGTH);
  } catch {
    return false;
  }
}
