import { loadSheet } from "../../../hydration/lazyStyles.ts";
import { rarePart } from "../../../hydration/hydrateOnIdle.tsx";
import rare from "./rare.css?url";

/** A sound or a film in a story. Few stories have one, so its code, its words and its styles come with them. */
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
