import type { Ref } from "#content/article.ts";
import { subjectPath } from "#content/paths.ts";
import type { Teaser } from "#content/teaser.ts";
import { useWords } from "../words/words.ts";
import { TeaserCard } from "./TeaserCard.tsx";
import "./blocks.css";
import "./deskHead.css";
import { PageLink } from "../ui/PageLink.tsx";

type Block = { section: Ref; teasers: Teaser[] };

/** One section on the front page: three stories side by side, or two with their pictures beside them. */
export function SectionBlock({ section, teasers, half }: Block & { half: boolean }) {
  const words = useWords();
  const id = `section-${section.slug}`;
  const three = teasers.length > 2;
  return (
    <section className={half ? "half" : undefined} aria-labelledby={id}>
      <header className="desk-head">
        <h2 id={id}>
          <PageLink to={subjectPath("section", section.slug)} dir="auto">
            {section.name}
          </PageLink>
        </h2>
        <PageLink className="more-link" to={subjectPath("section", section.slug)}>
          {words.allOf(section.name)}
        </PageLink>
      </header>
      <ul className={three ? "row three" : "row"}>
        {teasers.map((teaser) => (
          <li key={teaser.slug}>
            <TeaserCard teaser={teaser} shape={three ? "plain" : "side"} meta="shortDate" sizes="(width < 48rem) 100vw, 25rem" />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Two sections with one story each, one after the other, share a line: alone, either would leave most of it empty. */
export function withHalves(blocks: Block[]): (Block & { half: boolean })[] {
  let open = false;
  return blocks.map((block, place) => {
    const half = block.teasers.length === 1 && (open || blocks[place + 1]?.teasers.length === 1);
    open = half && !open;
    return { ...block, half };
  });
}
