import { loadSheet } from "#loading/hydration/lazyStyles.ts";
import { rarePart } from "#loading/hydration/hydrateOnIdle.tsx";
import rare from "./rare.css?url";

/** Audio or video in a story. Few stories have any, so code, words and styles are loaded on demand. */
export const RecordingFigure = rarePart(
  async () => {
    const [{ RecordingFigure: Figure }, { loadRecordingWords }] = await Promise.all([
      import("../../../recordings/RecordingFigure.tsx"),
      import("../../../recordings/recordingWords.ts"),
      loadSheet(rare),
    ]);
    await loadRecordingWords();
    return Figure;
  },
  () => null,
);
