import { type Brand, PLAIN } from "#content/brand.ts";
import type { Site } from "#content/site.ts";
import type { Slots } from "#content/slots.ts";
import type { WordFiles } from "#content/words/wordFiles.ts";
import type { Report } from "./draft/problem.ts";
import type { Say } from "./draft/say.ts";
import type { Extensions } from "./extend/extension.ts";
import { editionsOf } from "./settings/editions.ts";
import { type DrawerOf, readExtensions } from "./extend/readExtensions.ts";
import type { Settings } from "./settings/settings.ts";
import { readSlots, withSlots } from "./slots/readSlots.ts";
import { EXTENSIONS } from "./sources/readDrafts.ts";
import { digest } from "./state/digest.ts";
import { readTheme } from "./theme/readTheme.ts";
import { type PaperWords, readPaperWords } from "./words/paperWords.ts";
import { readWords } from "./words/readWords.ts";
import { sayInStories } from "./words/sayInStories.ts";

/** How a paper looks, what it says, and what it has of its own. */
export type Looks = {
  brand: Brand | undefined;
  slots: Slots | undefined;
  words: WordFiles;
  /** What it says in its editions in other languages, in their order. */
  otherWords: WordFiles[];
  extensions: Extensions | undefined;
};

/** What a paper says in words of its own, in all languages, and what a build writes into stories with them. */
export type Voice = { paperWords: PaperWords; say: Say };

/**
 * Reads all of it from the content folder. What is broken is left out and reported.
 * @param drawerOf see CompileOptions
 */
export async function readLooks(
  content: string,
  settings: Settings,
  site: Site,
  drawerOf: DrawerOf | undefined,
  report: Report,
): Promise<Looks & Voice> {
  const slots = readSlots(content, settings, site, report);
  const extensions = await readExtensions({ content, report, drawerOf, taken: EXTENSIONS });
  const brand = withBlocks(withSlots(await readTheme(content, settings, report), slots), extensions);
  const paperWords = readPaperWords(content, report);
  const [, ...others] = editionsOf(settings);
  const otherWords = others.map(({ language }) => readWords(language, paperWords));
  const words = readWords(settings.language, paperWords);
  return { brand, slots, words, otherWords, paperWords, say: sayInStories(paperWords), extensions };
}

/** A fingerprint that changes whenever any of it changes. */
export function textOf({ brand, slots, words, otherWords, paperWords, extensions }: Looks & Voice): string {
  const files = brand?.files.map(({ file, bytes }) => [file, digest(bytes)]);
  return JSON.stringify([
    brand && { ...brand, files },
    slots?.slots,
    slots?.origins,
    words,
    otherWords,
    [...paperWords],
    extensions?.digest,
  ]);
}

/** What the paper's blocks need of styles and files comes with its looks. */
function withBlocks(brand: Brand | undefined, extensions: Extensions | undefined): Brand | undefined {
  if (!extensions || extensions.blocks.size === 0) return brand;
  const looks = brand ?? PLAIN;
  const scripts = extensions.scripts.map(({ script, code }) => ({ file: script, bytes: Buffer.from(code) }));
  return { ...looks, rules: `${looks.rules}.custom{display:grid;gap:var(--paragraph-gap)}`, files: [...looks.files, ...scripts] };
}
