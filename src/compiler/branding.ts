import { type Brand, PLAIN } from "#content/brand.ts";
import type { Site } from "#content/site.ts";
import type { Slots } from "#content/slots.ts";
import type { WordFiles } from "#content/words/wordFiles.ts";
import type { Report } from "./draft/problem.ts";
import type { Say } from "./text/say.ts";
import type { Extensions } from "./reading/custom/extension.ts";
import { editionsOf } from "./settings/editionSettings.ts";
import { type DrawerOf, readExtensions } from "./features/extend/readExtensions.ts";
import type { LastGood } from "./settings/lastGood.ts";
import type { Settings } from "./settings/settings.ts";
import { readSlots, withSlots } from "./features/slots/readSlots.ts";
import { EXTENSIONS } from "./reading/readDrafts.ts";
import { digest } from "./state/digest.ts";
import { readTheme } from "./features/theme/readTheme.ts";
import { type PaperWords, readPaperWords } from "./features/words/paperWords.ts";
import { readWords } from "./features/words/readWords.ts";
import { sayInStories } from "./features/words/sayInStories.ts";

/** A paper's theme and slots, its interface words, and its extensions. */
export type Branding = {
  brand: Brand | undefined;
  slots: Slots | undefined;
  words: WordFiles;
  /** The interface words of the editions in other languages, in the order of those editions. */
  otherWords: WordFiles[];
  extensions: Extensions | undefined;
};

/** A paper's own interface words, in all languages, and the function that uses them for text that the build writes into stories. */
export type Wording = { paperWords: PaperWords; say: Say };

/**
 * Reads the branding and the wording from the content folder. Broken files are left out and reported.
 * @param drawerOf see CompileOptions
 * @param good of a broken theme or words file, the last good version is read, if there is one
 */
export async function readBranding(
  content: string,
  settings: Settings,
  site: Site,
  drawerOf: DrawerOf | undefined,
  report: Report,
  good?: LastGood,
): Promise<Branding & Wording> {
  const slots = readSlots(content, settings, site, report);
  const extensions = await readExtensions({ content, report, drawerOf, taken: EXTENSIONS });
  const brand = withBlocks(withSlots(await readTheme(content, settings, report, good), slots), extensions);
  const paperWords = readPaperWords(content, report, good);
  const [, ...others] = editionsOf(settings);
  const otherWords = others.map(({ language }) => readWords(language, paperWords));
  const words = readWords(settings.language, paperWords);
  return { brand, slots, words, otherWords, paperWords, say: sayInStories(paperWords), extensions };
}

/** A text that changes whenever anything in the branding or the wording changes. */
export function fingerprint({ brand, slots, words, otherWords, paperWords, extensions }: Branding & Wording): string {
  const files = brand?.files.map(({ file, bytes }) => [file, digest(bytes)]);
  return JSON.stringify([
    brand && { ...brand, files },
    slots?.slots,
    slots?.editions,
    slots?.origins,
    words,
    otherWords,
    [...paperWords],
    extensions?.digest,
  ]);
}

/** Adds the styles and files that custom blocks need to the paper's theme. */
function withBlocks(brand: Brand | undefined, extensions: Extensions | undefined): Brand | undefined {
  if (!extensions || extensions.blocks.size === 0) return brand;
  const own = brand ?? PLAIN;
  const scripts = extensions.scripts.map(({ script, code }) => ({ file: script, bytes: Buffer.from(code) }));
  return { ...own, rules: `${own.rules}.custom{display:grid;gap:var(--paragraph-gap)}`, files: [...own.files, ...scripts] };
}
