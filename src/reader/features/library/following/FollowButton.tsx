import type { Ref } from "#content/article.ts";
import { subjectId } from "#content/library/subjectId.ts";
import type { FollowedKind } from "#content/library/libraryRecord.ts";
import { useTeaserLibrary } from "../../../teasers/teaserLibrary.ts";
import { withImport } from "#loading/hydration/lazyImport.ts";
import { useAnnounce } from "../../../toasts/AnnounceContext.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { useWords } from "../../../i18n/words.ts";

type Subject = Ref & { kind: FollowedKind };

const library = () => import("./toggleSubject.ts");

/**
 * Follows a topic, section, author, place or thread.
 * Its words tell its state, so `aria-pressed` must not: a screen reader would say "Following, pressed", and "Follow, not pressed".
 * @param onToggled called once the subject is followed, or no longer
 */
export function FollowButton({ subject, onToggled }: { subject: Subject; onToggled?: () => void }) {
  const words = useWords();
  const say = useAnnounce();
  const followed = useTeaserLibrary()?.has("followed", subjectId(subject.kind, subject.slug)) ?? false;
  return (
    <button
      className={`button quiet needs-script${followed ? " on" : ""}`}
      type="button"
      onClick={() => void withImport(library, ({ toggleFollowed }) => toggleFollowed(subject, say).then(onToggled))}
    >
      <Icon name={followed ? "check" : "plus"} />
      {followed ? words.following : words.follow}
    </button>
  );
}

/** Mutes a topic or author; nothing for other subjects. */
export function MuteButton({ subject: { kind, ...ref } }: { subject: Subject }) {
  const words = useWords();
  const muted = useTeaserLibrary()?.has("muted", subjectId(kind, ref.slug)) ?? false;
  if (kind !== "topic" && kind !== "author") return null;
  return (
    <button
      className={`button quiet needs-script${muted ? " on" : ""}`}
      type="button"
      onClick={() => void withImport(library, ({ toggleMuted }) => toggleMuted({ ...ref, kind }))}
    >
      {muted ? words.muted : words.mute}
    </button>
  );
}
