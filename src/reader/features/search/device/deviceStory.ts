import type { Article } from "#content/article.ts";
import type { Edition } from "#content/edition/edition.ts";
import { plainText } from "#content/blocks/plainText.ts";
import type { SearchDocument } from "#content/search.ts";
import { eachToken } from "static-search/text/tokens";
import { articleTeaser } from "../../../device/articleTeaser.ts";

/** Between two parts of a story: no phrase goes over it. */
const BREAK = "";

/** A story on the device as it is searched: its words in their order, and where the headline and the standfirst end among them. */
export type DeviceStory = { document: SearchDocument; language: string; terms: readonly string[]; headline: number; standfirst: number };

export function deviceStory(article: Article, edition: Edition | undefined): DeviceStory {
  const { standfirst, section, topics, places, authors, inLanguage } = article;
  const terms: string[] = [];
  const add = (text: string): number => {
    eachToken(text, (term, _start, _end, _position, kind) => kind !== "stripped" && terms.push(term));
    terms.push(BREAK);
    return terms.length;
  };
  const headline = add(article.headline);
  const top = add(standfirst ?? "");
  add(plainText(article.body));
  return {
    terms,
    headline,
    standfirst: top,
    language: inLanguage,
    document: {
      ...articleTeaser(article, edition),
      ...(standfirst !== undefined && { standfirst }),
      ...(section && { section }),
      topics,
      places,
      authors,
    },
  };
}
