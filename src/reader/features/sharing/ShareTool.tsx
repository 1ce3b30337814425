import type { Article } from "#content/article.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useWords } from "../../i18n/words.ts";
import { useCopying } from "../../ui/CopyContext.ts";
import { storyUrl } from "../../edition/storyUrl.ts";

/** Opens the device's share sheet for the story, or copies the link if there is none. */
export function ShareTool({ article }: { article: Article }) {
  const words = useWords();
  const { copy, copied } = useCopying();
  const onClick = async () => {
    const url = storyUrl(article.slug);
    if (!(await share({ title: article.headline, url }))) await copy(url, "share");
  };
  return (
    <button className="tool" type="button" onClick={() => void onClick()}>
      <Icon name="share" />
      {copied === "share" ? words.copied : words.share}
    </button>
  );
}

/**
 * Opens the device's share sheet (Web Share API).
 * @returns false if there is none or it does not open; true also if the reader cancels
 */
async function share(story: { title: string; url: string }): Promise<boolean> {
  if (!navigator.canShare?.(story)) return false;
  try {
    await navigator.share(story);
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError";
  }
}
