import { hydrateWhereShown } from "../hydration/hydrateOnIdle.tsx";
import "./recording.css";

/** A sound or a film in a story. Few stories have one, so its code and its words come with them. */
export const RecordingFigure = hydrateWhereShown(async () => {
  const [{ RecordingFigure: Figure }, { loadRecordingWords }] = await Promise.all([
    import("./RecordingFigure.tsx"),
    import("./recordingWords.ts"),
  ]);
  await loadRecordingWords();
  return Figure;
});
