import type { ReactNode } from "react";
import type { StoryLink } from "#content/teaser.ts";
import { useShownLibrary } from "./shownLibrary.ts";

/** A line that names a story or, for a reader who has muted it, says why it is hidden. */
export function Unmuted({ story, children }: { story: StoryLink; children: ReactNode }): ReactNode {
  return useShownLibrary()?.teaser(story).instead ?? children;
}
