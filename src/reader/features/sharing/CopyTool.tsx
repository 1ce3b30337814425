import type { Article } from "#content/article.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useWords } from "../../i18n/words.ts";
import { useCopying } from "../../ui/CopyContext.ts";
import { storyUrl } from "../../edition/storyUrl.ts";

/** Copies the address of the story. */
export function CopyTool({ article }: { article: Article }) {
  const words = useWords();
  const { copy, copied } = useCopying();
  return (
    <button className="tool" type="button" aria-keyshortcuts="c" onClick={() => void copy(storyUrl(article.slug), "tool")}>
      <Icon name="link" />
      {copied === "tool" ? words.copied : words.copyLink}
    </button>
  );
}
