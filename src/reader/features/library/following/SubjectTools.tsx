import type { Ref } from "#content/article.ts";
import { subjectId } from "#content/library/subjectId.ts";
import type { SubjectKind } from "#content/teaser.ts";
import { useGlance } from "../../../teasers/glance.ts";
import { withImport } from "../../../hydration/lazyImport.ts";
import { useAnnounce } from "../../../toasts/AnnounceContext.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { useWords } from "../../../i18n/words.ts";

/** What a reader can do with a topic, section, author or place: follow it; of topics and authors also hear no more. */
export function SubjectTools({ subject }: { subject: Ref & { kind: SubjectKind } }) {
  const words = useWords();
  const say = useAnnounce();
  const glance = useGlance();
  const { kind } = subject;
  const id = subjectId(kind, subject.slug);
  const followed = glance?.has("followed", id) ?? false;
  const muted = glance?.has("muted", id) ?? false;
  const library = () => import("./toggleSubject.ts");
  const follow = () => void withImport(library, ({ toggleFollowed }) => toggleFollowed(subject, say));
  const canMute = kind === "topic" || kind === "author";
  const mute = () => canMute && void withImport(library, ({ toggleMuted }) => toggleMuted({ ...subject, kind }));
  return (
    <>
      <button className="button quiet needs-script" type="button" aria-pressed={followed} onClick={follow}>
        <Icon name={followed ? "check" : "plus"} />
        {followed ? words.following : words.follow}
      </button>
      {canMute && (
        <button className="button quiet needs-script" type="button" aria-pressed={muted} onClick={mute}>
          {muted ? words.muted : words.mute}
        </button>
      )}
    </>
  );
}
