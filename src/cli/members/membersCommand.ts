import { type Command, InvalidArgumentError } from "commander";
import type { Listing } from "./memberList.ts";

const withList = (command: Command) =>
  command
    .option("--accounts <folder>", "the folder of `serve --accounts`, which has the list", ".broadsheet/accounts")
    .option("--site <folder>", "the built site, which has the tiers", "site");

/** Adds `broadsheet members` to the command. */
export function addMembers(program: Command): void {
  const command = program.command("members");
  // Its commands have options of the same names.
  command
    .enablePositionalOptions()
    .option("--content <folder>", "the folder with your articles", "content")
    .description("print the pass phrases of a month for closed stories, one for each tier of members; the first time, make the paper's key")
    .option("--month <month>", "another month than this one, such as 2026-12")
    .option("--server", "print them as the setting of a server with accounts, up to this month of the next year")
    .action(async (options: { content: string; month?: string; server?: true }) => {
      const { passPhrases } = await import("./passPhrases.ts");
      await passPhrases(options);
    });

  withList(command.command("import"))
    .description("put the members of a CSV file on the list: email, tier and until, or a members export of Ghost")
    .argument("<file>", "the file, whose first line names the columns")
    .option("--tiers <pairs>", "what tiers of the file are called here: Bronze=Friends,Gold=Patrons", parsePairs)
    .option("--dry-run", "say what would change, and change nothing")
    .action(async (file: string, options: Listing & { tiers?: Map<string, string>; dryRun?: true }) => {
      const { importMembers } = await import("./importMembers.ts");
      process.exitCode = await importMembers(file, options);
    });

  withList(command.command("add"))
    .description("put an address on the list, or change until when it is on it")
    .argument("<email>", "the address by which the member signs in")
    .argument("[tier]", "the tier, if the paper has several")
    .option("--until <day>", "the last day of the membership, such as 2027-06-30; without it, until it is removed")
    .action(async (email: string, tier: string | undefined, options: Listing & { until?: string }) => {
      const { addMember } = await import("./memberList.ts");
      await addMember(email, tier, options);
    });

  withList(command.command("remove"))
    .description("take an address off the list")
    .argument("<email>", "the address")
    .action(async (email: string, options: Listing) => {
      const { takeOff } = await import("./memberList.ts");
      await takeOff(email, options);
    });

  withList(command.command("list"))
    .description("print the members, those by Stripe too")
    .action(async (options: Listing) => {
      const { listMembers } = await import("./memberList.ts");
      await listMembers(options);
    });

  withList(command.command("export"))
    .description("write the members as CSV, which `import` reads")
    .argument("[file]", "the file; without it, they are printed")
    .action(async (file: string | undefined, options: Listing) => {
      const { exportMembers } = await import("./memberList.ts");
      await exportMembers(file, options);
    });
}

function parsePairs(text: string): Map<string, string> {
  const pairs = text.split(",").map((pair) => pair.split("=").map((part) => part.trim()));
  if (pairs.some(({ length, 0: from, 1: to }) => length !== 2 || !from || !to))
    throw new InvalidArgumentError("It must be like Bronze=Friends,Gold=Patrons.");
  return new Map(pairs.map(([from = "", to = ""]) => [from.toLowerCase(), to]));
}
