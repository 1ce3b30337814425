import type { ComponentProps } from "react";
import { articlePath } from "#content/paths.ts";
import type { StoryLink } from "#content/teaser.ts";
import { PageLink } from "./PageLink.tsx";

/** A link to a story: its headline, hyphenated if it has to be. */
export function HeadlineLink({ story, ...others }: { story: StoryLink } & Omit<ComponentProps<typeof PageLink>, "to">) {
  return (
    <PageLink {...others} to={articlePath(story.slug)}>
      {story.hyphenated ?? story.headline}
    </PageLink>
  );
}
