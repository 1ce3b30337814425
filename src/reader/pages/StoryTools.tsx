import type { Article } from "#content/article.ts";
import { useCanListen } from "../features/listen/useCanListen.ts";
import { ListenTool } from "../features/listen/ListenTool.tsx";
import { TextTool } from "../layout/TextTool.tsx";
import { useLanguages } from "../i18n/TextLanguage.ts";
import { useWords } from "../i18n/words.ts";
import { CopyTool } from "../features/sharing/CopyTool.tsx";
import { SaveTool } from "../features/library/saved/SaveTool.tsx";
import { ShareTool } from "../features/sharing/ShareTool.tsx";
import { useAway } from "./useAway.ts";
import "../ui/button.css";
import "./actions.css";

/** What a reader can do with a story: beside the text where there is room, else in a bar at the foot of the window. */
export function StoryTools({ article }: { article: Article }) {
  const words = useWords();
  const { ours } = useLanguages();
  const away = useAway();
  const canListen = useCanListen();
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
