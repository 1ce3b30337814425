import type { Article } from "#content/article.ts";
import { useGlance } from "../library/glance.ts";
import { withPart } from "../shell/inTime.ts";
import { useSay } from "../shell/SayContext.ts";
import { Icon } from "../ui/Icon.tsx";
import { useWords } from "../words/words.ts";

/** Puts the story into the reader's library, or takes it out again. The library's code comes at the first press at the latest. */
export function SaveTool({ article: { slug, headline, inLanguage } }: { article: Article }) {
  const words = useWords();
  const say = useSay();
  const saved = useGlance()?.has("saved", slug) ?? false;
  const onClick = () =>
    void withPart(
      () => import("../library/saved/toggleSaved.ts"),
      ({ toggleSaved }) => toggleSaved({ slug, headline, inLanguage }, say),
    );
  return (
    <button className="tool" type="button" aria-pressed={saved} aria-keyshortcuts="s" onClick={onClick}>
      <Icon name="save" />
      {words.save}
    </button>
  );
}
