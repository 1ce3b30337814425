import type { LibraryValue } from "#content/library/record.ts";
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

/** What the reader follows, each with how much is new in it, and how to follow it no longer. */
export function FollowedList({ followed, lists }: { followed: Followed[]; lists: { subject: Followed; list: ListPage }[] }) {
  const own = useLibraryWords();
  const say = useAnnounce();
  return (
    <aside aria-labelledby="followed">
      <h2 id="followed" className="list-name">
        {own.followed}
      </h2>
      <ul role="list" className="own-list">
        {followed.map((subject) => (
          <li key={subjectId(subject.kind, subject.slug)} className="between">
            <p>
              <PageLink to={subjectPath(subject.kind, subject.slug)} dir="auto">
                {subject.name}
              </PageLink>{" "}
              <NewCount subject={subject} list={lists.find((each) => each.subject === subject)?.list} />
            </p>
            <button
              className="plain more-link"
              type="button"
              aria-label={`${own.stopFollowing}: ${subject.name}`}
              onClick={() => void toggleFollowed(subject, say)}
            >
              {own.stopFollowing}
            </button>
          </li>
        ))}
      </ul>
    </aside>
  );
}

function NewCount({ subject, list }: { subject: Followed; list: ListPage | undefined }) {
  const own = useLibraryWords();
  if (!list) return null;
  const { count, more } = countNew(list, seenBefore(subjectId(subject.kind, subject.slug), subject));
  if (count === 0) return null;
  return <span className="hint">{more ? own.newCountMore(count) : own.newCount(count)}</span>;
}
