import type { Article } from "#content/article.ts";
import { useTeaserLibrary } from "../../../teasers/teaserLibrary.ts";
import { withImport } from "#loading/hydration/lazyImport.ts";
import { useAnnounce } from "../../../toasts/AnnounceContext.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { useWords } from "../../../i18n/words.ts";

/**
 * Adds the story to the reader's library, or removes it. The library's code loads at the first press at the latest.
 * Its words tell its state, so `aria-pressed` must not: a screen reader would say "Saved, pressed", and "Save, not pressed".
 */
export function SaveTool({ article: { slug, headline, inLanguage } }: { article: Article }) {
  const words = useWords();
  const say = useAnnounce();
  const saved = useTeaserLibrary()?.has("saved", slug) ?? false;
  const onClick = () =>
    void withImport(
      () => import("./toggleSaved.ts"),
      ({ toggleSaved }) => toggleSaved({ slug, headline, inLanguage }, say),
    );
  return (
    <button className={saved ? "tool on" : "tool"} type="button" aria-keyshortcuts="s" onClick={onClick}>
      <Icon name="save" />
      {saved ? words.storySaved : words.save}
    </button>
  );
}
