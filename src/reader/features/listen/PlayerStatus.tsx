import { useCalendar } from "../../i18n/dates.ts";
import type { Words } from "../../i18n/catalogues/en.ts";
import { useWords } from "../../i18n/words.ts";
import type { PlayerState } from "./player.ts";
import { Status } from "../../ui/Status.tsx";

/** How far the reading is. What stands in its way is said aloud, how it goes on is not. */
export function PlayerStatus({ state }: { state: PlayerState }) {
  const words = useWords();
  const { language } = useCalendar();
  const obstacle = obstacleOf(state, words, language);
  return (
    <div className="meta">
      <Status>
        {obstacle}
        {state.status === "voiceless" && <span className="remedy"> {words.addVoice}</span>}
      </Status>
      {obstacle === undefined && (
        <>
          <span>{words.paragraphOf(state.part + 1, state.parts.length)}</span>
          {state.queue.length > 1 && <span> · {words.storyOf(state.index + 1, state.queue.length)}</span>}
        </>
      )}
    </div>
  );
}

function obstacleOf({ status, article }: PlayerState, words: Words, language: string): string | undefined {
  switch (status) {
    case "waiting":
      return words.findingVoice;
    case "voiceless":
      return words.noVoice(new Intl.DisplayNames([language], { type: "language" }).of(article.inLanguage) ?? article.inLanguage);
    case "failed":
      return words.voiceFailed;
    case "playing":
    case "paused":
      return undefined;
  }
}
