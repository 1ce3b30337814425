import type { ReactNode } from "react";
import { useCalendar } from "../../i18n/formatDate.ts";
import { useWords } from "../../i18n/words.ts";
import type { MoreWords, Words } from "../../i18n/wordTypes.ts";
import { Status } from "../../ui/Status.tsx";
import { usePlayer } from "../../recordings/trackPlayer.ts";
import { RecordingTime } from "../../recordings/RecordingControls.tsx";
import { useRecordingWords } from "../../recordings/recordingWords.ts";
import { useListeningWords } from "./listeningWords.ts";
import type { PlayerState } from "./playerState.ts";
import type { QueuedStory } from "./queued.ts";

type ListeningWords = MoreWords["listening"];

/** The progress of the player. A screen reader announces obstacles, but not progress. @param children shown above it */
export function PlayerStatus({ state, children }: { state: PlayerState; children?: ReactNode }) {
  const words = useWords();
  const { language } = useCalendar();
  const listeningWords = useListeningWords();
  const { skipped } = state;
  const obstacle = obstacleOf(state, { ...words, ...listeningWords }, language);
  return (
    <div className="meta">
      {children}
      <Status>
        {skipped && (
          <span className="skipped">
            {skipped.why === "voiceless" ? noVoice(skipped, words, language) : listeningWords.skipped(skipped.headline)}{" "}
          </span>
        )}
        {state.isRecordingLost && state.voice && <span className="skipped">{listeningWords.recordingLost} </span>}
        {obstacle}
        {state.status === "voiceless" && <span className="remedy"> {words.addVoice}</span>}
      </Status>
      {obstacle === undefined && (
        <>
          {state.recording ? <Played /> : <span>{words.paragraphOf(state.part + 1, state.parts.length)}</span>}
          {state.queue.length > 1 && <span> · {words.storyOf(state.index + 1, state.queue.length)}</span>}
        </>
      )}
    </div>
  );
}

/** Says that it is a recording, and how far it has played. */
function Played() {
  const words = useRecordingWords();
  const played = usePlayer();
  return (
    <>
      <span>{words.recording}</span> {played && <RecordingTime state={played} />}
    </>
  );
}

function obstacleOf({ status, story }: PlayerState, words: Words & ListeningWords, language: string): string | undefined {
  switch (status) {
    case "loading":
      return words.loadingStory;
    case "missing":
      return words.notLoaded;
    case "waiting":
      return words.findingVoice;
    case "voiceless":
      return noVoice(story, words, language);
    case "failed":
      return words.voiceFailed;
    case "playing":
    case "paused":
      return undefined;
  }
}

function noVoice({ inLanguage = "en" }: QueuedStory, words: Words, language: string): string {
  return words.noVoice(new Intl.DisplayNames([language], { type: "language" }).of(inLanguage) ?? inLanguage);
}
