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
 * The editions of the site, each under its language's own name. A link leads to the same page in that edition
 * or, if there is none, to its front page, and says so.
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

/** Whether a tag is of a language. Needed besides editionOf(), which gives the main edition for a language without one. */
const isIn = (tag: string, language: string): boolean => languageSlug(tag) === languageSlug(language);

const languageOf = (page: SamePage): string => ("language" in page ? page.language : page.inLanguage);

/** A language's own name. It may differ between the build and a browser of another version. */
const nameOf = (language: string): string => new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
