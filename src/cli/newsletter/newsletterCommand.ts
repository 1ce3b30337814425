import type { Command } from "commander";
import { parseRate, parseUrl } from "../options.ts";
import type { NewsletterOptions } from "./newsletter.ts";
import type { SendOptions } from "./sendNewsletter.ts";

const withPaper = (command: Command) =>
  command
    .option("--content <folder>", "the folder with your articles and newsletter.json", "content")
    .option("--site <folder>", "the built site: a letter has what is published there", "site")
    .option("--url <address>", "the public address of the site, if not that of the settings", parseUrl);

const withSubscribers = (command: Command) =>
  command.option("--accounts <folder>", "the folder of `serve --accounts`, which has the subscribers", ".broadsheet/accounts");

/** Adds `broadsheet newsletter` to the command. */
export function addNewsletter(program: Command): void {
  const command = program.command("newsletter");
  // Its commands have options of the same names.
  withPaper(command.enablePositionalOptions())
    .description("write the newsletter of the day or week as files for any mailing service, with a preview")
    .option("--since <time>", "what was published since then (default: a day or a week back, as newsletter.json says)")
    .option("--out <folder>", "where to write the files", "newsletter")
    .option("--edition <language>", "the edition in this language (default: the main one)")
    .action(async (options: NewsletterOptions) => {
      const { newsletter } = await import("./newsletter.ts");
      await newsletter(options);
    });

  withSubscribers(withPaper(command.command("send")))
    .description("send the newsletter of the day or week to its subscribers, each letter once; a sender that was stopped is gone on with")
    .option("--rate <number>", "letters in a minute", parseRate, 100)
    .option("--dry-run", "say how many letters would be sent, and send none")
    .option("--test <address>", "send one letter to this address, and to nobody else")
    .action(async (options: SendOptions) => {
      const { sendNewsletter } = await import("./sendNewsletter.ts");
      const stop = new AbortController();
      for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stop.abort());
      process.exitCode = await sendNewsletter(options, stop.signal);
    });

  withSubscribers(command.command("export"))
    .description("write the subscribers of the newsletter as CSV")
    .argument("[file]", "the file; without it, they are printed")
    .action(async (file: string | undefined, options: { accounts: string }) => {
      const { exportSubscribers } = await import("./subscribersCommand.ts");
      await exportSubscribers(file, options);
    });

  withSubscribers(command.command("import"))
    .description("add subscribers from CSV, who have agreed to get the newsletter")
    .argument("<file>", "a file with the column email, and perhaps edition and since")
    .action(async (file: string, options: { accounts: string }) => {
      const { importSubscribers } = await import("./subscribersCommand.ts");
      process.exitCode = await importSubscribers(file, options);
    });
}
