import type { Command } from "commander";
import { parseUrl } from "../options.ts";
import type { NewsletterOptions } from "./newsletter.ts";

const withPaper = (command: Command) =>
  command
    .option("--content <folder>", "the folder with your articles and newsletter.json", "content")
    .option("--site <folder>", "the built site: a letter has what is published there", "site")
    .option("--url <address>", "the public address of the site, if not that of the settings", parseUrl)
    .option("--since <time>", "what was published since then (default: a day or a week back, as newsletter.json says)");

/** Adds `broadsheet newsletter` to the command. */
export function addNewsletter(program: Command): void {
  withPaper(program.command("newsletter"))
    .description("write the newsletter of the day or week as files for any mailing service, with a preview")
    .option("--out <folder>", "where to write the files", "newsletter")
    .option("--edition <language>", "the edition in this language (default: the main one)")
    .action(async (options: NewsletterOptions) => {
      const { newsletter } = await import("./newsletter.ts");
      await newsletter(options);
    });
}
