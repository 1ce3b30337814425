import type { ComponentProps } from "react";
import { articlePath } from "#content/paths.ts";
import type { StoryLink } from "#content/teaser.ts";
import { PageLink } from "./PageLink.tsx";

/** The headline of a story as it is set, which leads there. */
export function HeadlineLink({ story, ...others }: { story: StoryLink } & Omit<ComponentProps<typeof PageLink>, "to">) {
  return (
    <PageLink {...others} to={articlePath(story.slug)}>
      {story.hyphenated ?? story.headline}
    </PageLink>
  );
}
