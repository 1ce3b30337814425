import type { ReactNode } from "react";
import type { StoryLink } from "#content/teaser.ts";
import { useTeaserLibrary } from "./teaserLibrary.ts";

/** A line that names a story or, for a reader who has muted it, says why it is hidden. */
export function Unmuted({ story, children }: { story: StoryLink; children: ReactNode }): ReactNode {
  return useTeaserLibrary()?.teaser(story).replacement ?? children;
}
