import type { Brand } from "#content/brand.ts";
import type { Direction } from "#content/blocks/inline.ts";
import { direction } from "#content/direction.ts";
import type { Image } from "#content/image.ts";
import { articlePath, frontPath, listPath } from "#content/paths.ts";
import { absolute, absolutePage, type Site } from "#content/site.ts";
import type { Newsletter } from "#compiler/settings/newsletterSettings.ts";
import type { Settings } from "#compiler/settings/settings.ts";
import type { ServedSite, Story } from "#server/alerts/servedSite.ts";
import type { EmailMessages } from "#server/mail/emailMessages.ts";
import type { ChosenPart } from "./chooseStories.ts";
import { type LetterLook, lookOf } from "#content/html/plainLook.ts";

/** A story as a letter shows it: never more than a list shows of it. `label`: who paid for it, else its kind or section; and that it is for members. */
export type IssueStory = {
  headline: string;
  standfirst: string | undefined;
  address: string;
  label: string | undefined;
  isSponsored: boolean;
  ai: string | undefined;
  byline: string;
  picture: { url: string; width: number; height: number; alt: string } | undefined;
  language: string;
  direction: Direction;
};

/** One letter, the same for all readers. Addresses are absolute. */
export type Issue = {
  name: string;
  paper: string;
  tagline: string | undefined;
  home: string;
  language: string;
  direction: Direction;
  /** The day, in the paper's language. */
  date: string;
  /** The editor's note, in Markdown. */
  note: string | undefined;
  parts: { name: string | undefined; address: string | undefined; stories: IssueStory[] }[];
  imprint: string | undefined;
  look: LetterLook;
  say: (part: string, values?: Record<string, string>) => string;
};

/** What an issue is made from, besides its stories. `settings` are those of the edition, `site` is where it is published. */
export type Edition = {
  settings: Pick<Settings, "name" | "tagline" | "language" | "timeZone">;
  newsletter: Newsletter;
  site: Site;
  served: ServedSite;
  brand: Brand | undefined;
  messages: EmailMessages;
};

/**
 * Makes an issue of stories from what the site publishes at this moment: one that was withdrawn since it was chosen is left out.
 * @param day of the issue in the paper's time zone, YYYY-MM-DD
 */
export async function makeIssue(edition: Edition, chosen: ChosenPart[], day: string): Promise<Issue> {
  const { settings, newsletter, site, brand, messages } = edition;
  const { note, name: called, imprint } = newsletter.settings;
  const parts = await Promise.all(
    chosen.map(async ({ name, path, slugs }) => {
      const stories = await Promise.all(slugs.map((slug) => storyOf(edition, slug)));
      const address = path && absolutePage(site, listPath(path.kind, path.slug));
      return { name, address, stories: stories.filter((story) => story !== undefined) };
    }),
  );
  return {
    name: called ?? settings.name,
    paper: settings.name,
    tagline: settings.tagline,
    home: absolutePage(site, frontPath),
    language: settings.language,
    direction: direction(settings.language),
    date: new Intl.DateTimeFormat(settings.language, { dateStyle: "full", timeZone: "UTC" }).format(new Date(day)),
    note: note === undefined || (note.day !== undefined && note.day !== day) ? undefined : note.text,
    parts: parts.filter(({ stories }) => stories.length > 0),
    imprint,
    look: lookOf(brand),
    say: (part, values = {}) => messages.say("letter", part, { paper: settings.name, ...values }),
  };
}

async function storyOf({ served, site, newsletter }: Edition, slug: string): Promise<IssueStory | undefined> {
  const story = await served.story(site.prefix ?? "", slug);
  if (story === undefined) return undefined;
  return {
    headline: story.headline,
    standfirst: story.standfirst,
    address: absolutePage(site, articlePath(story.slug)),
    label: labelOf(story),
    isSponsored: story.sponsor !== undefined,
    ai: story.ai?.label,
    byline: story.authors.map(({ name }) => name).join(" · "),
    picture: newsletter.settings.pictures && story.image ? pictureOf(story.image, site) : undefined,
    language: story.inLanguage,
    direction: story.direction,
  };
}

function labelOf({ sponsor, members, kind, genre, section }: Story): string | undefined {
  const labels = [sponsor?.label, members?.label, sponsor ? undefined : ((kind && genre) ?? section?.name)];
  return labels.filter((each) => each !== undefined).join(" / ") || undefined;
}

/** Mail programs show neither drawings nor new formats. */
function pictureOf({ url, width, height, card, alt }: Image, site: Site): IssueStory["picture"] {
  const file = card ?? { url, width, height };
  if (/\.(?:svg|webp|avif)(?:[?#]|$)/iu.test(file.url)) return undefined;
  return { ...file, url: absolute(site, file.url), alt };
}
