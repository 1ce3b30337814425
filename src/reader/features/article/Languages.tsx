import { Fragment } from "react";
import { articlePath } from "#content/paths.ts";
import { useLanguages } from "../../i18n/TextLanguage.ts";
import { useWords } from "../../i18n/words.ts";
import { PageLink } from "../../ui/PageLink.tsx";

/** "Read this in Deutsch · العربية": the same text in other languages, each by its own name. */
export function Languages({ of }: { of: (({ slug: string } | { path: string }) & { inLanguage: string })[] }) {
  const words = useWords();
  const { ours } = useLanguages();
  return (
    <nav aria-label={words.readThisIn} lang={ours.lang}>
      <p>
        <span {...ours}>
          {words.readThisIn}{" "}
          {of.map(({ inLanguage, ...other }, place) => (
            <Fragment key={inLanguage}>
              {place > 0 && " · "}
              {/* What a language is called may change with the browser's version. */}
              <PageLink
                to={"slug" in other ? articlePath(other.slug) : other.path}
                rel="alternate"
                lang={inLanguage}
                hrefLang={inLanguage}
                dir="auto"
                suppressHydrationWarning
              >
                {new Intl.DisplayNames([inLanguage], { type: "language" }).of(inLanguage)}
              </PageLink>
            </Fragment>
          ))}
        </span>
      </p>
    </nav>
  );
}
