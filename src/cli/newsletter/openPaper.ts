import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { editionOf } from "#content/edition/editions.ts";
import { previewFile } from "#content/paths.ts";
import type { Problem } from "#compiler/draft/problem.ts";
import { readTheme } from "#compiler/features/theme/readTheme.ts";
import { readPaperWords } from "#compiler/features/words/paperWords.ts";
import { readWords } from "#compiler/features/words/readWords.ts";
import { locate } from "#compiler/reading/locate.ts";
import { editionsOf, settingsIn } from "#compiler/settings/editionSettings.ts";
import { NEWSLETTER_FILE, type Newsletters, readNewsletters } from "#compiler/settings/newsletterSettings.ts";
import { readSettings } from "#compiler/settings/readSettings.ts";
import type { Settings } from "#compiler/settings/settings.ts";
import { settingsFiles } from "#compiler/settings/settingsFile.ts";
import { siteAt } from "#compiler/write/siteAt.ts";
import { servedSite } from "#server/alerts/servedSite.ts";
import { emailMessages } from "#server/mail/emailMessages.ts";
import { CliError } from "../CliError.ts";
import { requireFolder } from "../options.ts";
import { plainLine } from "../terminal/printReport.ts";
import type { Edition } from "./makeIssue.ts";

export type PaperOptions = { content: string; site: string; url?: string };

/** A paper that has a newsletter, with all its editions, the main one first. */
export type NewsletterPaper = {
  timeZone: string;
  address: string;
  editions: (Edition & { prefix: string })[];
};

/**
 * Reads what letters are made from: the settings, theme and words from the content folder, and stories from the built site, which has only
 * what is published.
 * @throws CliError if there is no newsletter, no site, or no public address
 */
export async function openPaper({ content, site, url }: PaperOptions): Promise<NewsletterPaper> {
  requireFolder(content);
  const read = await readSettings(content);
  if ("problems" in read) throw await faults(read.problems, content);
  const { settings } = read;
  const newsletters = await requireNewsletters(content, settings);
  requireSite(site);
  const address = url ?? settings.url;
  if (address === undefined)
    throw new CliError("A letter links to the paper, whose address is not known. Set url in edition.json, or name it with --url.");
  const place = siteAt(address, undefined);
  const served = servedSite(resolve(site), place.url);
  const report = (): void => {};
  const brand = await readTheme(content, settings, report);
  const words = readPaperWords(content, report);
  const own = editionsOf(settings);
  const editions = (own.length === 0 ? [undefined] : own).map((edition) => {
    const prefix = edition?.prefix ?? "";
    const inLanguage = settingsIn(settings, edition);
    const messages = emailMessages(readWords(inLanguage.language, words).mail);
    const newsletter = newsletters.get(prefix);
    if (newsletter === undefined) throw new Error(`The edition ${prefix} has no newsletter.`);
    return { prefix, settings: inLanguage, newsletter, site: { ...place, prefix }, served, brand, messages };
  });
  return { timeZone: settings.timeZone, address: place.url, editions };
}

/** The edition in a language; without one, the main edition. */
export function editionIn({ editions }: NewsletterPaper, language: string | undefined): NewsletterPaper["editions"][number] {
  const tagged = editions.map((edition) => ({ edition, prefix: edition.prefix, language: edition.settings.language }));
  const found = language === undefined ? tagged[0] : editionOf(tagged, language);
  if (found === undefined || (language !== undefined && found.language.split("-")[0] !== language.split("-")[0]))
    throw new CliError(`The paper has no edition in ${language}: it has ${tagged.map((each) => each.language).join(", ")}.`);
  return found.edition;
}

async function requireNewsletters(content: string, settings: Settings): Promise<Newsletters> {
  if (settingsFiles(content, NEWSLETTER_FILE).length === 0)
    throw new CliError(
      `There is no ${join(content, NEWSLETTER_FILE)}, so the paper has no newsletter. A file with {} makes one of the newest stories.`,
    );
  const { newsletters, problems } = await readNewsletters(content, settings);
  const errors = problems.filter(({ severity }) => severity === "error");
  if (newsletters && errors.length === 0) return newsletters;
  throw await faults(errors, content);
}

async function faults(problems: Problem[], content: string): Promise<CliError> {
  const located = await locate(problems, content);
  return new CliError(located.map(plainLine).join("\n"));
}

function requireSite(site: string): void {
  if (!existsSync(join(site, "index.html")))
    throw new CliError(`There is no site in ${site}: a letter has what is published. Build it, or name it with --site.`);
  if (existsSync(join(site, previewFile)))
    throw new CliError(`${site} is a preview with drafts, which no letter may have. Name the folder of the published site with --site.`);
}
