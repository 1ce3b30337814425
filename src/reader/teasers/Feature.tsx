import type { Teaser } from "#content/teaser.ts";
import { useTeaserLibrary } from "./teaserLibrary.ts";
import { languageOf } from "../i18n/languageOf.ts";
import { ON_PHONES, Picture } from "../ui/Picture.tsx";
import { HeadlineLink } from "../ui/HeadlineLink.tsx";
import { TeaserKicker } from "./TeaserCard.tsx";
import { TeaserMeta } from "./TeaserMeta.tsx";
import "./feature.css";

/** The long read: a band across the page, with one picture beside its text. */
export function Feature({ teaser }: { teaser: Teaser }) {
  const { save, replacement } = useTeaserLibrary()?.teaser(teaser) ?? {};
  if (replacement) return <div className="page">{replacement}</div>;
  return (
    <section className="band" aria-labelledby="feature">
      <div className="page feature">
        {teaser.image && <Picture picture={teaser.image} alt="" sizes={`${ON_PHONES}, (width < 56rem) 94vw, min(48vw, 39rem)`} />}
        <div className="words">
          <TeaserKicker teaser={teaser} />
          <h2 id="feature" {...languageOf(teaser)}>
            <HeadlineLink story={teaser} />
          </h2>
          {teaser.standfirst && (
            <p className="standfirst" {...languageOf(teaser)}>
              {teaser.standfirst}
            </p>
          )}
          <TeaserMeta teaser={teaser} style="byline">
            {save}
          </TeaserMeta>
        </div>
      </div>
    </section>
  );
}
