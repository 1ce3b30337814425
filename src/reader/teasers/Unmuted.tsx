import type { ReactNode } from "react";
import type { StoryLink } from "#content/teaser.ts";
import { useShownLibrary } from "./shownLibrary.ts";

/** A line that names a story, or why it is hidden from a reader who does not want to hear of it. */
export function Unmuted({ story, children }: { story: StoryLink; children: ReactNode }): ReactNode {
  return useShownLibrary()?.teaser(story).instead ?? children;
}
