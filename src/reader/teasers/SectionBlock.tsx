import type { FrontPage, SectionLayout } from "#content/pages/frontPage.ts";
import { subjectPath } from "#content/paths.ts";
import type { Teaser } from "#content/teaser.ts";
import { useWords } from "../i18n/words.ts";
import { TeaserCard } from "./TeaserCard.tsx";
import { TeaserRow } from "./TeaserRow.tsx";
import { useMutedApart } from "./useMutedApart.tsx";
import "./blocks.css";
import "./deskHead.css";
import { PageLink } from "../ui/PageLink.tsx";

type Block = FrontPage["sections"][number];

/** One section on the front page. */
export function SectionBlock({ section, layout = "row", teasers, half }: Block & { half: boolean }) {
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
      <Laid teasers={teasers} layout={layout} />
    </section>
  );
}

/** Stories that an editor groups together: a series, a topic, or stories chosen one by one. */
export function FrontStrip({ name, path, description, teasers, id }: NonNullable<FrontPage["strips"]>[number] & { id: string }) {
  const words = useWords();
  return (
    <section className="page strip" aria-labelledby={id}>
      <header className="desk-head">
        <h2 id={id}>
          {path === undefined ? (
            <bdi>{name}</bdi>
          ) : (
            <PageLink to={path} dir="auto">
              {name}
            </PageLink>
          )}
        </h2>
        {path !== undefined && (
          <PageLink className="more-link" to={path}>
            {words.allOf(name)}
          </PageLink>
        )}
      </header>
      {description && <p className="strip-words">{description}</p>}
      <Laid teasers={teasers} layout={teasers.length > 4 ? "grid" : "row"} />
    </section>
  );
}

function Laid({ teasers, layout }: { teasers: Teaser[]; layout: SectionLayout }) {
  switch (layout) {
    case "row":
      return <TeaserRow teasers={teasers} meta="shortDate" />;
    case "grid":
      return threes(teasers).map((row) => <TeaserRow key={row[0]?.slug} teasers={row} meta="shortDate" />);
    case "headlines":
      return <Headlines teasers={teasers} />;
    case "feature": {
      // The large teaser is the first with a picture.
      const lead = teasers.find(({ image }) => image) ?? teasers[0];
      const others = teasers.filter((teaser) => teaser !== lead);
      return (
        <>
          {lead && <TeaserRow teasers={[lead]} meta="shortDate" />}
          {others.length > 0 && <Headlines teasers={others} />}
        </>
      );
    }
  }
}

const threes = (teasers: Teaser[]): Teaser[][] => teasers.flatMap((_, place) => (place % 3 === 0 ? [teasers.slice(place, place + 3)] : []));

/** Headlines in three or four columns, or as many as there are headlines. */
function Headlines({ teasers: all }: { teasers: Teaser[] }) {
  const { teasers, muted } = useMutedApart(all);
  const columns = teasers.length < 4 ? teasers.length : teasers.length % 4 === 0 ? 4 : 3;
  return (
    <>
      {teasers.length > 0 && (
        <ul role="list" className={`row of-${columns}`}>
          {teasers.map((teaser) => (
            <TeaserCard key={teaser.slug} as="li" teaser={teaser} shape="small" meta="shortDate" picture={false} />
          ))}
        </ul>
      )}
      {muted}
    </>
  );
}

/** Two consecutive sections with one story each share a row: alone, either would leave most of it empty. */
export function withHalves(blocks: Block[]): (Block & { half: boolean })[] {
  let open = false;
  return blocks.map((block, place) => {
    const half = block.teasers.length === 1 && (open || blocks[place + 1]?.teasers.length === 1);
    open = half && !open;
    return { ...block, half };
  });
}
