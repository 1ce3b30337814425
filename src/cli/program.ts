import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command, Option } from "commander";
import { addDeployCommands } from "./deploy/deployCommands.ts";
import type { ImportArguments } from "./importing/importCommand.ts";
import { addMembers } from "./members/membersCommand.ts";
import { addNewsletter } from "./newsletter/newsletterCommand.ts";
import { inColour } from "./terminal/inColour.ts";
import { packageFolder } from "#compiler/settings/packageFolder.ts";
import { newArticle, newPost } from "./newArticle.ts";
import {
  parseBase,
  parseData,
  parseDays,
  parseFolders,
  parseList,
  parsePort,
  parseThreads,
  parseUrl,
  type SiteOptions,
} from "./options.ts";
import { printable } from "./terminal/printable.ts";
import { buildExitCode } from "./terminal/printReport.ts";
import { ACCOUNTS_FOLDER, type Asked, closeAtEnd, PORT, sayWhere, serve } from "./serving/serveUntilEnd.ts";
import type { StatsOptions } from "./stats/stats.ts";

/** The ports if none is given; if one is taken, the next free one is used. */
const DEV_PORT = 5173;
const THEME_PORT = 4322;

// Each command loads its modules when it runs: all of them take a while to load, and memory that an import cannot spare.

/** The whole command. Parsing the arguments runs it. */
export const program = new Command("broadsheet")
  .description("A newspaper in a folder: articles in, a fast news reader out.")
  .version(version())
  .showHelpAfterError("Run it with --help for all options.")
  // Options that stand after a command are its own, also of one that has commands itself.
  .enablePositionalOptions()
  // Not the usual 2: to whoever runs a build, that is a site with something kept back.
  .exitOverride(({ exitCode: code }) => process.exit(code === 0 ? 0 : 1));

const withContent = (command: Command) => command.option("--content <folder>", "the folder with your articles", "content");

const withFuture = (command: Command) => command.option("--future", "include stories dated in the future");

const NO_WAIT = "fail if another build is writing to the same folder, instead of waiting for it";

const withSite = (command: Command) =>
  withFuture(withContent(command))
    .option("--out <folder>", "where to write the site", "site")
    .option("--url <address>", "the public address of the site, for canonical links and feeds", parseUrl)
    .option("--base </path/>", "the path of the site on its host", parseBase)
    .option("--data <address>", "where readers load the articles' JSON from, if not from the site", parseData)
    .option("--compress", "write Brotli copies beside pages, data and code, for a server of your own that sends them")
    .option("--no-compress", "write none, whatever the settings say")
    .option("--threads <number>", "number of threads that read stories and render pages (default: one per core, at most 4)", parseThreads)
    .option("--no-worker", "no offline reading; browsers that already have it drop it")
    .option("--allow-removals", "go on if more than a fifth of the published stories, or all, would be removed")
    .option("--no-wait", NO_WAIT);

/** The output folder of a build with drafts. */
const PREVIEW = "preview";

const withPlace = (command: Command, port: number) =>
  command
    .option("--port <number>", `0 for any free port; without this option ${port}, or the next free one`, parsePort)
    .option("--host <address>", "the address to listen on; 0.0.0.0 for all (default: this computer only)");

const withAccounts = (command: Command) =>
  command.option("--accounts [folder]", `with accounts and sync; the folder holds what the server stores (${ACCOUNTS_FOLDER})`);

withSite(program.command("build"))
  .option("--accounts", "for a site that is served with accounts")
  .description("build the site: JSON, HTML, feeds, sitemap")
  .option("--drafts", `build a preview that includes drafts and scheduled stories, labelled as such (in the folder ${PREVIEW})`)
  .option("--strict", "exit with code 1 on errors and warnings, though the site is built")
  .option("--timings [file]", "print the time and memory that each step takes; with a file, write them to it as JSON too")
  .action(async (options: SiteOptions & { strict?: true }, command: Command) => {
    const { build } = await import("./build/build.ts");
    // Drafts never get into the folder that the site is published from, unless --out names it.
    const out = options.drafts && command.getOptionValueSource("out") === "default" ? PREVIEW : options.out;
    const code = buildExitCode(await build({ ...options, out, publishes: true }), options.strict ?? false);
    if (code === 2) console.error(inColour("yellow", "The site is built, except for what the errors above keep back (exit code 2)."));
    process.exitCode = code;
  });

addDeployCommands(program);

withFuture(withContent(program.command("rollback")))
  .option("--out <folder>", "the folder of the site", "site")
  .option("--no-wait", NO_WAIT)
  .description("turn the site back into what it was before the last build")
  .action(async (options: SiteOptions) => {
    const { rollback } = await import("./rollback.ts");
    await rollback(options);
  });

withFuture(withContent(program.command("check")))
  .description("report what is wrong with the articles, and where")
  .option("--strict", "exit with code 1 on warnings too")
  .option("--json", "print the result as JSON")
  .action(async (options: { content: string; strict?: true; json?: true; future?: true }) => {
    const { check } = await import("./check.ts");
    process.exitCode = await check(options);
  });

program
  .command("import")
  .description("import an archive: WordPress, Ghost, feeds, ninjs, Markdown and more")
  .argument(
    "[archive]",
    "a file, a folder, a zip or tar.gz file, or an https address; without it, earlier imports are repeated (import.json), or what is in this folder is described",
  )
  .option("--from <format>", "the format, instead of detecting it")
  .option("--to <folder>", "the folder to write articles into", "content")
  .option("--dry-run", "report what would be imported, and write nothing")
  .option("--json", "print the report as JSON")
  .option("--resume", "resume an interrupted import")
  .option("--replaces <archive>", "an archive that was imported before, of which this one is a newer export")
  .option(
    "--discard-edits <files>",
    "take the archive's version of articles that editors have changed or deleted: files, or all",
    parseList,
  )
  .option("--download-images", "download pictures from their sites")
  .option("--uploads <folder>", "a folder with the pictures' originals, such as wp-content/uploads", parseFolders)
  .option("--types <names>", "further item types to import as articles, such as page,review", parseList)
  .option("--comments", "import comments too")
  .addOption(new Option("--first-tag <kind>", "what a post's first tag is if there are no sections").choices(["section", "topic"]))
  .addOption(
    new Option("--date-from <where>", "where to take missing dates from; git means the first commit of each file").choices(["git"]),
  )
  .addOption(
    new Option("--undated <what>", "what to do with stories without a date; keep gives them the date of their file").choices([
      "skip",
      "keep",
    ]),
  )
  .option("--strict", "exit with code 1 on warnings too")
  .action(async (archive: string | undefined, options: ImportArguments) => {
    const { importAgain, importCommand } = await import("./importing/importCommand.ts");
    process.exitCode = await (archive === undefined ? importAgain(options) : importCommand(archive, options));
  });

withAccounts(withPlace(withSite(program.command("start")), PORT))
  .description("build the site and serve it")
  .action(async (options: SiteOptions & Asked) => {
    const { build } = await import("./build/build.ts");
    const made = await build(options);
    if (buildExitCode(made, false) !== 0) console.error(inColour("yellow", "There are errors above; what could be published is served."));
    await serve(options.out, options, options.accounts);
  });

withAccounts(withPlace(program.command("serve"), PORT))
  .description("serve a site that has been built")
  .argument("[folder]", "the site", "site")
  .action((folder: string, options: Asked & { accounts?: true | string }) => serve(folder, options, options.accounts));

program
  .command("verify")
  .description("verify the public record of a site from its published files")
  .argument("[site]", "the site: its folder or its address", "site")
  .option("--since <file>", "an earlier public-record.json that the record must continue")
  .option("--json", "print the result as JSON")
  .action(async (site: string, options: { since?: string; json?: true }) => {
    const { verify } = await import("./verify.ts");
    process.exitCode = await verify(site, options);
  });

withContent(program.command("stats"))
  .description("count in access logs what was read, without tracking anybody")
  .argument("<logs...>", "access logs of nginx, Apache, Caddy or CloudFront, also gzipped, in any order; - for standard input")
  .option("--site <folder>", "the built site, for headlines and for the pages that missing addresses meant", "site")
  .option("--out <folder>", "write report.html, stats.json and stats.csv to this folder")
  .option("--since <day>", "count from the start of this day, in the paper's time zone")
  .option("--until <day>", "count until the start of this day")
  .option("--days <number>", "count this many days back from now", parseDays)
  .option(
    "--most-read",
    "write the ten stories read most to most-read.json in the content folder (of the last 7 days, if no others are asked for)",
  )
  .action(async (logs: string[], options: StatsOptions) => {
    const { stats } = await import("./stats/stats.ts");
    process.exitCode = await stats(logs, options);
  });

addNewsletter(program);

withPlace(withFuture(withContent(program.command("dev"))), DEV_PORT)
  .description("work on articles or on the reader: every change shows at once")
  .action(async (options: Asked & { content: string; future?: true }) => {
    const { dev } = await import("./dev.ts");
    sayWhere(await dev({ ...options, port: options.port ?? DEV_PORT, orNext: options.port === undefined }), options, DEV_PORT);
  });

withPlace(withContent(program.command("theme")), THEME_PORT)
  .description("show every kind of page in the paper's theme, all colour schemes side by side")
  .option("--out <folder>", "write the gallery to this folder, to keep it")
  .action(async (options: Asked & { content: string; out?: string }) => {
    const { gallery } = await import("./gallery.ts");
    const serving = await gallery({ ...options, port: options.port ?? THEME_PORT, orNext: options.port === undefined });
    sayWhere(serving, options, THEME_PORT);
    closeAtEnd(serving);
  });

withContent(program.command("new"))
  .description("start a story, or a post of a live blog")
  .argument("<headline>", "its headline, in quotation marks")
  .option("--post <story>", "start a post for this live blog (file name without extension)")
  .action(async (headline: string, { content, post }: { content: string; post?: string }) => {
    console.log(printable(await (post === undefined ? newArticle(headline, content) : newPost(headline, post, content))));
  });

withContent(program.command("accessibility"))
  .description("write the paper's accessibility statement as one of its pages: what is known to shut readers out, and whom to tell")
  .option(
    "--contact <address>",
    "an email address or page for reports of barriers (default: the contact page, or the footer's email address)",
  )
  .option("--print", "print the statement, and write nothing")
  .option("--force", "replace the statement that is there")
  .action(async (options: { content: string; contact?: string; print?: true; force?: true }) => {
    const { accessibility } = await import("./accessibility/accessibility.ts");
    process.exitCode = await accessibility(options, version());
  });

addMembers(program);

withContent(program.command("words"))
  .description("show how complete the translations are, including the paper's own")
  .option("--missing <language>", "list the messages of this language that are not translated yet")
  .option("--strict", "exit with code 1 on warnings too")
  .action(async (options: { content: string; missing?: string; strict?: true }) => {
    const { words } = await import("./words.ts");
    process.exitCode = await words(options);
  });

function version(): string {
  const described: { version: string } = JSON.parse(readFileSync(join(packageFolder(), "package.json"), "utf8"));
  return described.version;
}
