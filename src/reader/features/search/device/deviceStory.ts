import type { Article } from "#content/article.ts";
import type { Edition } from "#content/edition/edition.ts";
import { plainText } from "#content/blocks/plainText.ts";
import type { SearchDocument } from "#content/search.ts";
import { eachToken } from "static-search/text/tokens";
import { articleTeaser } from "../../../device/articleTeaser.ts";

/** The term between two parts of a story, so that no phrase spans both. */
const BREAK = "";

/** A story on the device, prepared for searching: its words in order, and the indices at which headline and standfirst end. */
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
