import { direction } from "#content/direction.ts";
import type { Edition, SharePicture } from "#content/edition.ts";
import type { Settings } from "../settings.ts";
import { slug } from "#content/slug.ts";
import type { Story } from "./story.ts";
import { largestFirst, refOf, type Subject, type Subjects } from "./subjects.ts";
import { trending } from "./trending.ts";

/** Sections in the navigation when the settings name none. */
const MOST_SECTIONS = 12;

/**
 * What every page of the edition needs to know.
 * @param stories oldest first
 */
export function edition(stories: Story[], subjects: Subjects, settings: Settings, share?: SharePicture): Edition {
  return {
    name: settings.name,
    tagline: settings.tagline,
    language: settings.language,
    direction: direction(settings.language),
    timeZone: settings.timeZone,
    date: stories.at(-1)?.day,
    sections: sections(subjects, settings).map(refOf),
    ...(settings.accounts && { accounts: true }),
    trending: trending(stories, subjects, settings.trending),
    ...(share && { sharePicture: share }),
  };
}

/** In the settings' order, without those that have no story and so no page; else the largest first. */
function sections(subjects: Subjects, settings: Settings): Subject[] {
  if (settings.sections.length === 0) return [...subjects.section.values()].toSorted(largestFirst).slice(0, MOST_SECTIONS);
  return settings.sections.flatMap((section) => subjects.section.get(section.slug ?? slug(section.name)) ?? []);
}
