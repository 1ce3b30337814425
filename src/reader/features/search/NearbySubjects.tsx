import { archivePath, placesPath, topicsPath } from "#content/paths.ts";
import { useEdition } from "../../edition/EditionContext.ts";
import { TagChips } from "../../teasers/TagChips.tsx";
import { PageLink } from "../../ui/PageLink.tsx";
import { useSearchWords } from "../../i18n/searchWords.ts";

/** Ways to a story without a query: trending topics, sections, and the indexes. */
export function NearbySubjects() {
  const words = useSearchWords();
  const { trending = [], sections = [] } = useEdition() ?? {};
  return (
    <>
      {trending.length > 0 && (
        <section className="nearby">
          <h2 className="label">{words.topics}</h2>
          <TagChips label={words.topics} tags={trending.map((topic) => ({ ...topic, kind: "topic" }))} />
        </section>
      )}
      {sections.length > 0 && (
        <section className="nearby">
          <h2 className="label">{words.sections}</h2>
          <TagChips label={words.sections} tags={sections.map((section) => ({ ...section, kind: "section" }))} />
        </section>
      )}
      <IndexLinks />
    </>
  );
}

/** Links to the indexes from A to Z, and to the archive by date. */
function IndexLinks() {
  const words = useSearchWords();
  return (
    <ul role="list" className="ways">
      <li>
        <PageLink to={topicsPath}>{words.topicsAToZ}</PageLink>
      </li>
      <li>
        <PageLink to={placesPath}>{words.placesAToZ}</PageLink>
      </li>
      <li>
        <PageLink to={archivePath}>{words.archiveByDate}</PageLink>
      </li>
    </ul>
  );
}
