import type { Teaser } from "#content/teaser.ts";
import { TeaserCard } from "../teasers/TeaserCard.tsx";

const WITH_PICTURES = 2;

/** The teasers of a strip under a story. */
export function TeaserRow({ teasers }: { teasers: Teaser[] }) {
  return (
    <ul className="row four">
      {teasers.map((teaser, place) => (
        <li key={teaser.slug}>
          <TeaserCard teaser={teaser} shape="brief" picture={place < WITH_PICTURES} />
        </li>
      ))}
    </ul>
  );
}
