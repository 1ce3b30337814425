import type { Teaser } from "#content/teaser.ts";
import { ON_PHONES } from "../ui/Picture.tsx";
import { TeaserCard } from "./TeaserCard.tsx";
import type { TeaserMetaStyle } from "./TeaserMeta.tsx";
import { useMutedApart } from "./useMutedApart.tsx";
import "./teaserRow.css";

/** How many stories can have a column each beside a picture. Of four, the last two share a column and are headlines alone. */
const COLUMNS = 3;

/**
 * Up to four stories side by side. If three or four all have a picture, each shows
 * it above its text. Otherwise the first that has one leads the row, and its picture
 * has a column of its own, as tall as the row; the others are text only. Stories that
 * the reader has muted have no column: the lines that say so are below.
 */
export function TeaserRow({ teasers: all, meta }: { teasers: Teaser[]; meta?: TeaserMetaStyle }) {
  const { teasers, muted } = useMutedApart(all);
  const pictured = teasers.filter(({ image }) => image);
  const allShow = teasers.length >= COLUMNS && pictured.length === teasers.length;
  const lead = allShow ? undefined : pictured[0];
  const ordered = lead ? [lead, ...teasers.filter((teaser) => teaser !== lead)] : teasers;
  return (
    <>
      {teasers.length > 0 && (
        <ul role="list" className={`row of-${teasers.length}${lead ? " led" : ""}`}>
          {ordered.map((teaser, place) =>
            teaser === lead ? (
              <TeaserCard
                key={teaser.slug}
                as="li"
                teaser={teaser}
                shape="beside"
                meta={meta}
                sizes={`${ON_PHONES}, (width < 64rem) 46vw, 25rem`}
              />
            ) : (
              <TeaserCard
                key={teaser.slug}
                as="li"
                teaser={teaser}
                shape={lead && teasers.length > COLUMNS && place > 1 ? "small" : "brief"}
                meta={meta}
                picture={allShow}
                sizes={
                  teasers.length === COLUMNS
                    ? "(width < 48rem) 9rem, min(32vw, 25rem)"
                    : "(width < 48rem) 9rem, (width < 64rem) 46vw, 18rem"
                }
              />
            ),
          )}
        </ul>
      )}
      {muted}
    </>
  );
}
