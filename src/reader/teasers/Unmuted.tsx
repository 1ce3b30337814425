import type { ReactNode } from "react";
import type { StoryLink } from "#content/teaser.ts";
import { useGlance } from "./glance.ts";

/** A line that names a story, or why it is hidden from a reader who does not want to hear of it. */
export function Unmuted({ story, children }: { story: StoryLink; children: ReactNode }): ReactNode {
  return useGlance()?.teaser(story).instead ?? children;
}
