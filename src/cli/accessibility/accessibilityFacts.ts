import type { Article } from "#content/article.ts";
import type { Block } from "#content/blocks/block.ts";
import { PALETTES, PLAIN, type Theme } from "#content/brand.ts";
import { visitArticle } from "#content/blocks/visitBlocks.ts";
import type { Recording } from "#content/recording.ts";
import type { Compiled } from "#compiler/compile.ts";
import type { Problem } from "#compiler/draft/problem.ts";
import { leastTextContrast } from "#compiler/features/theme/contrast.ts";

/** What a program can tell about the accessibility of a paper. */
export type AccessibilityFacts = {
  name: string;
  /** The public address of the site. */
  url: string | undefined;
  /** BCP 47, the paper's own first. */
  languages: string[];
  timeZone: string;
  /** An email address, or the address of a page. */
  contact: string | undefined;
  /** The smallest contrast of text in each colour scheme. */
  contrast: Record<Theme, number>;
  counts: Counts;
};

/** How many parts of the paper are known to shut some readers out. */
export type Counts = {
  picturesWithoutText: number;
  filmsWithoutCaptions: number;
  recordingsWithoutTranscript: number;
  /** What other sites provide. */
  embeds: number;
  /** Rules of `custom.css`, and colours of the theme that were refused. */
  weakStyles: number;
};

/** @param contact in place of the paper's contact page, or the email address in its footer */
export function factsOf(built: NonNullable<Compiled["built"]>, problems: Problem[], contact?: string): AccessibilityFacts {
  const { edition, settings, pages, brand = PLAIN } = built;
  const contrast = (theme: Theme): number => leastTextContrast({ ...PALETTES[theme], ...brand.colors[theme] });
  const counts = {
    ...NONE,
    weakStyles: problems.filter(({ file, severity }) => file.startsWith("theme/") && severity !== "notice").length,
  };
  let contactPage: string | undefined;
  for (const page of pages) {
    if (page.kind === "article") count(page.value.article, counts);
    if (page.kind !== "static") continue;
    count({ ...page.value, corrections: [] }, counts);
    if (page.value.type === "ContactPage") contactPage ??= page.value.path;
  }
  const mail = edition.footer?.columns?.flatMap(({ items }) => items).find(({ url }) => url.startsWith("mailto:"));
  return {
    name: edition.name,
    url: settings.url,
    languages: edition.languages ?? [edition.language],
    timeZone: edition.timeZone,
    contact: contact ?? contactPage ?? mail?.url.slice("mailto:".length),
    contrast: { light: contrast("light"), sepia: contrast("sepia"), dark: contrast("dark") },
    counts,
  };
}

const NONE: Counts = { picturesWithoutText: 0, filmsWithoutCaptions: 0, recordingsWithoutTranscript: 0, embeds: 0, weakStyles: 0 };

type Counted = Pick<Article, "image" | "body" | "corrections"> & Partial<Pick<Article, "audio">>;

function count(story: Counted, counts: Counts): void {
  // A narration has the story as its text.
  if (story.audio?.kind === "episode" && isUnspoken(story.audio)) counts.recordingsWithoutTranscript += 1;
  visitArticle(story, {
    image: ({ alt }) => void (alt === "" && (counts.picturesWithoutText += 1)),
    block: (block) => countBlock(block, counts),
  });
}

function countBlock(block: Block, counts: Counts): void {
  if (block.type === "audio" && isUnspoken(block)) counts.recordingsWithoutTranscript += 1;
  // A list of pieces (HLS) may have captions of its own.
  if (block.type === "video" && !block.captions?.length && !block.url.endsWith(".m3u8")) counts.filmsWithoutCaptions += 1;
  if (block.type === "embed") counts.embeds += 1;
}

const isUnspoken = ({ transcript, captions }: Recording): boolean => !transcript?.length && !captions?.length;
