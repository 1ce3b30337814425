import type { Article } from "#content/article.ts";
import { useCanListen } from "../listen/useCanListen.ts";
import { ListenTool } from "../listen/ListenTool.tsx";
import { TextTool } from "../shell/TextTool.tsx";
import { useLanguages } from "../ui/TextLanguage.ts";
import { useWords } from "../words/words.ts";
import { CopyTool } from "./CopyTool.tsx";
import { SaveTool } from "./SaveTool.tsx";
import { ShareTool } from "./ShareTool.tsx";
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
