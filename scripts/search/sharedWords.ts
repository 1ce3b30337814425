import { loadStem } from "static-search/text/stem";
import { eachToken } from "static-search/text/tokens";
import { searchTexts } from "../../src/compiler/features/search/searchTexts.ts";
import type { Article } from "../../src/content/article.ts";
import type { Judged } from "./judged.ts";

/** Why a judged query is not a valid paraphrase: words that it shares with a story, in any form, and stories that do not exist. */
export async function sharedWords({ query, language, relevant }: Judged, stories: ReadonlyMap<string, Article>): Promise<string[]> {
  const stem = (await loadStem(language)) ?? ((word: string) => word);
  const words = (text: string) => {
    const found: string[] = [];
    eachToken(text, (word) => void found.push(word, stem(word)));
    return found;
  };
  return relevant.flatMap((slug) => {
    const story = stories.get(slug);
    if (!story) return [`There is no story ${slug}.`];
    const { headline, standfirst, body, aside } = searchTexts(story);
    const own = new Set(words([headline, standfirst, ...body, ...aside].join("\n")));
    const shared = words(query).filter((word) => own.has(word));
    return shared.length === 0 ? [] : [`“${query}” has ${shared.join(", ")} in common with ${slug}.`];
  });
}
