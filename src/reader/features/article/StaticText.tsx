import { type ReactNode, useMemo } from "react";
import { inlineText } from "#content/blocks/plainText.ts";
import type { StaticPage } from "#content/pages/staticPage.ts";
import { hydrateOnIdle } from "#loading/hydration/hydrateOnIdle.tsx";
import { TextLanguageProvider, useLanguages } from "../../i18n/TextLanguage.ts";
import { useWords } from "../../i18n/words.ts";
import { Blocks } from "./Blocks.tsx";
import { FirstUsesProvider, firstUses } from "./firstUses.ts";
import { Notes } from "./Notes.tsx";
import "./prose.css";
import "./story.css";
import "./storyHead.css";
import "./staticText.css";

const Languages = hydrateOnIdle(() => import("./Languages.tsx").then((module) => module.Languages));
const Hero = hydrateOnIdle(() => import("./Hero.tsx").then((module) => module.Hero));

type Props = {
  page: StaticPage;
  /** What stands above its title, and between its head and its text. */
  above?: ReactNode;
  children?: ReactNode;
};

/** The text of a static page, laid out like a story. */
export function StaticText({ page, above, children }: Props) {
  const { title, standfirst, image, contents, body, inLanguage, direction, translations } = page;
  const uses = useMemo(() => firstUses({ image, body, corrections: [] }), [image, body]);
  return (
    <article className="story" lang={inLanguage} dir={direction}>
      <TextLanguageProvider value={page}>
        <FirstUsesProvider value={uses}>
          <header className="story-top">
            {above}
            <h1 tabIndex={-1}>{title}</h1>
            {standfirst && <p className="standfirst">{standfirst}</p>}
            {translations && (
              <div className="credits">
                <Languages of={translations} />
              </div>
            )}
            {contents && <Contents body={body} />}
          </header>
          {image && <Hero image={image} />}
          {children}
          <div className="prose">
            <Blocks of={body} />
            <Notes body={body} />
          </div>
        </FirstUsesProvider>
      </TextLanguageProvider>
    </article>
  );
}

/** Links to the headings of a text, without level 4: those are too many to help. */
function Contents({ body }: Pick<StaticPage, "body">) {
  const words = useWords();
  const { ours } = useLanguages();
  const headings = body.flatMap((block) => (block.type === "heading" && block.level < 4 ? [block] : []));
  if (headings.length === 0) return null;
  return (
    <nav className="contents" aria-label={words.onThisPage} lang={ours.lang}>
      <p className="label" {...ours}>
        {words.onThisPage}
      </p>
      <ul>
        {headings.map(({ id, level, children }) => (
          <li key={id} className={level === 3 ? "deeper" : undefined}>
            <a href={`#${id}`}>{inlineText(children)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
