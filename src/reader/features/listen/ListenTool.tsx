import { useState } from "react";
import type { Article } from "#content/article.ts";
import { useStoryCache } from "../../data/storyCache.ts";
import { attempt, withTimeout } from "#loading/hydration/lazyImport.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useWords } from "../../i18n/words.ts";
import { listenTo, useListening } from "./listening.ts";

/** Reads this story aloud; while that is going on, pauses and resumes it. */
export function ListenTool({ article }: { article: Article }) {
  const words = useWords();
  const [awaited, setAwaited] = useState(false);
  const cache = useStoryCache();
  const listening = useListening();
  const mine = listening?.state.story.slug === article.slug ? listening : undefined;
  const playing = mine?.state.status === "playing";
  const listen = async () => {
    setAwaited(true);
    await withTimeout(listenTo({ stories: [{ ...article, hasRecording: article.audio !== undefined }] }, cache)).finally(() =>
      setAwaited(false),
    );
  };
  const onClick = () => {
    if (!mine) attempt(listen);
    else if (playing) mine.player.pause();
    else mine.player.play();
  };
  return (
    <button
      className="tool listen-tool"
      type="button"
      aria-pressed={playing}
      aria-busy={awaited || undefined}
      aria-keyshortcuts="l"
      onClick={onClick}
    >
      <Icon name="listen" />
      {words.listen}
    </button>
  );
}
