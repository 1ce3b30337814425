import type { Ref } from "#content/article.ts";
import { subjectPath } from "#content/paths.ts";
import type { Teaser } from "#content/teaser.ts";
import { useWords } from "../i18n/words.ts";
import { TeaserRow } from "./TeaserRow.tsx";
import "./blocks.css";
import "./deskHead.css";
import { PageLink } from "../ui/PageLink.tsx";

type Block = { section: Ref; teasers: Teaser[] };

/** One section on the front page. */
export function SectionBlock({ section, teasers, half }: Block & { half: boolean }) {
  const words = useWords();
  const id = `section-${section.slug}`;
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
      <TeaserRow teasers={teasers} meta="shortDate" />
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
