import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { compile } from "#compiler/compile.ts";
import { CliError } from "../CliError.ts";
import { requireFolder } from "../options.ts";
import { inColour } from "../terminal/inColour.ts";
import { printable } from "../terminal/printable.ts";
import { printReport } from "../terminal/printReport.ts";
import { factsOf } from "./accessibilityFacts.ts";
import { statement } from "./statement.ts";

type Options = { content: string; contact?: string; print?: true; force?: true };

/**
 * Writes the accessibility statement of a paper, as a page of the paper. Never overwrites without `force`.
 * @param contact an email address, or the address of a page, in place of the paper's contact page
 * @param version that of Broadsheet
 * @returns the exit code: 1 if the paper cannot be built
 */
export async function accessibility(options: Options, version: string, now = new Date()): Promise<number> {
  const { content, contact, print = false, force = false } = options;
  requireFolder(content);
  const out = await mkdtemp(join(tmpdir(), "broadsheet-accessibility-"));
  try {
    const { built, problems, counts } = await compile({ content, out, encode: false });
    if (!built) {
      printReport(problems, counts, false);
      return 1;
    }
    const facts = factsOf(built, problems, contact);
    if (facts.contact === undefined) console.error(inColour("yellow", NO_CONTACT));
    const text = statement(facts, version, now);
    if (print) console.log(text.split("\n").map(printable).join("\n"));
    else console.log(printable(await written(join(content, built.settings.pages, "accessibility.md"), text, force)));
    return 0;
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

const NO_CONTACT =
  "The paper has no contact page (pages/contact.md) and no email address in its footer. Name one with --contact, or readers cannot report barriers.";

async function written(file: string, text: string, force: boolean): Promise<string> {
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(file, text, { flag: force ? "w" : "wx" });
  } catch (cause) {
    const exists = cause instanceof Error && "code" in cause && cause.code === "EEXIST";
    const why = exists ? "it already exists; --force replaces it" : String(cause);
    throw new CliError(`${file} could not be written: ${why}.`, { cause });
  }
  return file;
}
