import type { LibraryValue } from "#content/library/libraryRecord.ts";
import { subjectId } from "#content/library/subjectId.ts";
import type { ListPage } from "#content/pages/listPage.ts";
import { subjectPath } from "#content/paths.ts";
import { useAnnounce } from "../../../toasts/AnnounceContext.ts";
import { PageLink } from "../../../ui/PageLink.tsx";
import { useLibraryWords } from "../../../data/libraryWords.ts";
import { countNew } from "./newStories.ts";
import { toggleFollowed } from "./toggleSubject.ts";
import { seenBefore } from "./visit.ts";

type Followed = LibraryValue<"followed">;

/** The subjects that the reader follows, each with how many stories are new, and a button to stop following it. */
export function FollowedList({ followed, lists }: { followed: Followed[]; lists: { subject: Followed; list: ListPage }[] }) {
  const libraryWords = useLibraryWords();
  const say = useAnnounce();
  return (
    <aside aria-labelledby="followed">
      <h2 id="followed" className="list-name">
        {libraryWords.followed}
      </h2>
      <ul role="list" className="own-list">
        {followed.map((subject) => (
          <li key={subjectId(subject.kind, subject.slug)} className="between">
            <p>
              <PageLink to={subjectPath(subject.kind, subject.slug)} dir="auto">
                {subject.name}
              </PageLink>{" "}
              <NewCount subject={subject} list={lists.find((entry) => entry.subject === subject)?.list} />
            </p>
            <button
              className="plain more-link"
              type="button"
              aria-label={`${libraryWords.stopFollowing}: ${subject.name}`}
              onClick={() => void toggleFollowed(subject, say)}
            >
              {libraryWords.stopFollowing}
            </button>
          </li>
        ))}
      </ul>
    </aside>
  );
}

function NewCount({ subject, list }: { subject: Followed; list: ListPage | undefined }) {
  const libraryWords = useLibraryWords();
  if (!list) return null;
  const { count, more } = countNew(list, seenBefore(subjectId(subject.kind, subject.slug), subject));
  if (count === 0) return null;
  return <span className="hint">{more ? libraryWords.newCountMore(count) : libraryWords.newCount(count)}</span>;
}
