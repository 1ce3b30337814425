import type { StoryLink } from "#content/teaser.ts";
import { useAnnounce } from "../../../toasts/AnnounceContext.ts";
import { useWords } from "../../../i18n/words.ts";
import { toggleSaved } from "./toggleSaved.ts";

/**
 * Saves the story of a teaser, or removes it: a bookmark at the end of its last
 * line. The key "s" presses that of the focused headline, so it is not a tab stop
 * unless the reader has switched the shortcuts off.
 */
export function SaveButton({ story: { slug, headline, inLanguage }, isSaved }: { story: StoryLink; isSaved: boolean }) {
  const words = useWords();
  const say = useAnnounce();
  const toggle = () => void toggleSaved({ slug, headline, inLanguage }, say);
  const tabIndex = document.documentElement.dataset["shortcuts"] === "off" ? 0 : -1;
  return (
    <button
      className="bookmark"
      type="button"
      aria-label={`${words.save}: ${headline}`}
      aria-pressed={isSaved}
      tabIndex={tabIndex}
      onClick={toggle}
    />
  );
}
