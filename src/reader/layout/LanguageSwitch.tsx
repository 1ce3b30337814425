import { storyPath } from "#content/edition/alternates.ts";
import { editionOf } from "#content/edition/editions.ts";
import type { Alternate, LanguageEdition } from "#content/edition/languageEdition.ts";
import { frontPath, inSite, languageSlug } from "#content/paths.ts";
import { address, fileUrl } from "../edition/address.ts";
import { useWords } from "../i18n/words.ts";
import { useOtherEdition } from "./useOtherEdition.ts";

/** The same page in another edition, or a text in another language. */
export type SamePage = Alternate | { path: string; inLanguage: string } | { slug: string; inLanguage: string };

type Props = { editions: LanguageEdition[]; alternates?: SamePage[] | undefined; lost?: boolean | undefined };

/**
 * The editions of the site, each by the name that its language has for itself. A link leads to the same
 * page there; where there is none, to the front page, and says so.
 */
export function LanguageSwitch({ editions, alternates = [], lost = false }: Props) {
  useOtherEdition(editions, lost);
  const words = useWords();
  return (
    <nav className="page languages" aria-label={words.languages}>
      <ul role="list">
        {editions.map(({ language, prefix }) => {
          const name = <bdi suppressHydrationWarning>{nameOf(language)}</bdi>;
          if (prefix === address().prefix)
            return (
              <li key={prefix} lang={language} aria-current="true">
                {name}
              </li>
            );
          const same = alternates.find(
            (other) => isIn(languageOf(other), language) && editionOf(editions, languageOf(other))?.prefix === prefix,
          );
          const path = same && ("path" in same ? same.path : storyPath(same, editions));
          return (
            <li key={prefix}>
              <a
                href={fileUrl(path ?? inSite(prefix, frontPath))}
                hrefLang={language}
                lang={language}
                rel={same && "alternate"}
                target="_self"
              >
                {name}
              </a>
              {!same && ` ${words.toFrontPage}`}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** The main edition also has what is in a language without one. */
const isIn = (tag: string, language: string): boolean => languageSlug(tag) === languageSlug(language);

const languageOf = (page: SamePage): string => ("language" in page ? page.language : page.inLanguage);

/** What a language is called may change with the browser's version. */
const nameOf = (language: string): string => new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
