import type { Article } from "#content/article.ts";
import { useCanListen } from "../features/listen/playable.ts";
import { ListenTool } from "../features/listen/ListenTool.tsx";
import { TextTool } from "../layout/TextTool.tsx";
import { useLanguages } from "../i18n/TextLanguage.ts";
import { useWords } from "../i18n/words.ts";
import { CopyTool } from "../features/sharing/CopyTool.tsx";
import { SaveTool } from "../features/library/saved/SaveTool.tsx";
import { ShareTool } from "../features/sharing/ShareTool.tsx";
import { useEffect, useState } from "react";
import "../ui/button.css";
import "./actions.css";

/** What a reader can do with a story: beside the text where there is room, else in a bar at the bottom of the window. */
export function StoryTools({ article }: { article: Article }) {
  const words = useWords();
  const { ours } = useLanguages();
  const away = useAway();
  const canListen = useCanListen([{ hasRecording: article.audio !== undefined }]);
  return (
    <ul role="list" className={away ? "actions away needs-script" : "actions needs-script"} aria-label={words.storyTools} {...ours}>
      {canListen && (
        <li>
          <ListenTool article={article} />
        </li>
      )}
      <li>
        <SaveTool article={article} />
      </li>
      <li>
        <ShareTool article={article} />
      </li>
      <li>
        <CopyTool article={article} />
      </li>
      <li>
        <TextTool />
      </li>
    </ul>
  );
}

/** How far the page must move before it counts, and how near its top or end counts as being there, in pixels. */
const STEP = 12;
const NEAR = 120;

/** Whether the bar at the bottom of the window is out of the way: while the reader scrolls down, until they scroll up or reach the end. */
function useAway(): boolean {
  const [away, setAway] = useState(false);
  useEffect(() => {
    let last: number | undefined;
    // Read at once, it would make the browser lay out the page just for that.
    const frame = requestAnimationFrame(() => (last ??= window.scrollY));
    const onScroll = () => {
      const now = window.scrollY;
      last ??= now;
      if (Math.abs(now - last) < STEP) return;
      const left = document.documentElement.scrollHeight - window.innerHeight - now;
      setAway(now > last && now > NEAR && left > NEAR);
      last = now;
    };
    window.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("scroll", onScroll);
    };
  }, []);
  return away;
}
