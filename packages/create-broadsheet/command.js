import { createInterface } from "node:readline/promises";
import { relative } from "node:path";
import { parseArgs } from "node:util";
import { createPaper, PaperError } from "./createPaper.js";

const HELP = `npm create broadsheet@latest <folder> -- [options]

Starts a newspaper in a folder.

  --name <name>        the name of the paper; without it you are asked
  --language <tag>     the language of the paper, such as en, de or pt-BR (default: en)
  --theme <name>       the theme that it begins with: literary, local, magazine or tabloid
  --broadsheet <spec>  the version of Broadsheet, or a tarball of it (default: the version of this command)
  --help               this text
`;

const OPTIONS = {
  name: { type: "string" },
  language: { type: "string" },
  theme: { type: "string" },
  broadsheet: { type: "string" },
  help: { type: "boolean" },
};

/**
 * Runs the command, and prints what to do next.
 * @param {string[]} args the arguments of the command
 */
export async function command(args) {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    if (values.help) return void process.stdout.write(HELP);
    const [folder] = positionals;
    if (folder === undefined || positionals.length > 1) throw new PaperError(`Name one folder for the paper.\n\n${HELP}`);
    const { help: _, name = await askName(), ...choices } = values;
    const made = createPaper(folder, { ...choices, ...(name && { name }) });
    process.stdout.write(next(inShell(relative(process.cwd(), made) || "."), managerOf(process.env)));
  } catch (error) {
    const isWrongUse = error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
    if (!(error instanceof PaperError) && !isWrongUse) throw error;
    process.stderr.write(`${error.message.trimEnd()}\n`);
    process.exitCode = isWrongUse ? 2 : 1;
  }
}

/** In a script nobody can answer: the folder's name is then used. */
async function askName() {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return undefined;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const name = await terminal.question("What is the paper called? ");
  terminal.close();
  return name.trim();
}

/** A path as shells take it: in quotation marks if it has a space or another sign that means something to them. */
const inShell = (path) =>
  /^[\p{L}\p{N}_./\\:-]+$/u.test(path) ? path : process.platform === "win32" ? `"${path}"` : `'${path.replaceAll("'", "'\\''")}'`;

/** The package manager that runs this command, which names itself ("pnpm/10.1.0 npm/? …"). */
const managerOf = ({ npm_config_user_agent: agent = "" }) => ["pnpm", "yarn"].find((name) => agent.startsWith(`${name}/`)) ?? "npm";

const next = (folder, manager) => `The paper is in ${folder}. Continue with:

  cd ${folder}
  ${manager} install
  ${manager} run dev

README.md there says how to write, look, check and publish.
`;
