import { Fragment } from "react";
import { storyPath } from "#content/edition/alternates.ts";
import { useEdition } from "../../edition/EditionContext.ts";
import { useLanguages } from "../../i18n/TextLanguage.ts";
import { useWords } from "../../i18n/words.ts";
import { TextLink } from "../../ui/TextLink.tsx";

/** "Read this in Deutsch · العربية": links to the text in other languages, each named in that language. */
export function Languages({ of }: { of: (({ slug: string } | { path: string }) & { inLanguage: string })[] }) {
  const words = useWords();
  const { ours } = useLanguages();
  const { editions } = useEdition() ?? {};
  return (
    <nav aria-label={words.readThisIn} lang={ours.lang}>
      <p>
        <span {...ours}>
          {words.readThisIn}{" "}
          {of.map(({ inLanguage, ...other }, place) => (
            <Fragment key={inLanguage}>
              {place > 0 && " · "}
              {/* The build and the browser may have different names for a language. */}
              <TextLink
                url={"slug" in other ? storyPath({ ...other, inLanguage }, editions) : other.path}
                rel="alternate"
                lang={inLanguage}
                hrefLang={inLanguage}
                dir="auto"
                suppressHydrationWarning
              >
                {new Intl.DisplayNames([inLanguage], { type: "language" }).of(inLanguage)}
              </TextLink>
            </Fragment>
          ))}
        </span>
      </p>
    </nav>
  );
}
