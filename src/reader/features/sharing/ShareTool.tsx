import type { Article } from "#content/article.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useWords } from "../../i18n/words.ts";
import { useCopying } from "../../ui/CopyContext.ts";
import { share } from "./share.ts";
import { storyUrl } from "../../edition/storyUrl.ts";

/** Hands the story to the device's own way of sharing. Where there is none, it copies the link. */
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
