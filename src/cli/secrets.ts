import { globSync } from "tinyglobby";
import { runGit } from "#compiler/importing/runGit.ts";
import { KEY_FILE } from "#compiler/settings/memberSettings.ts";
import type { Problem } from "#compiler/draft/problem.ts";

/** Files that hold passwords, private keys or accounts, by the names that programs give them. */
const SECRETS = ".env .env.* *.pem *.key *.p12 *.pfx id_rsa id_dsa id_ecdsa id_ed25519 accounts.db accounts.db-* secret".split(" ");

const EXAMPLE = /\.(?:example|sample|template)$/u;

const WHAT = "Files of this name hold passwords, private keys or accounts";

/**
 * Warns of secrets in the content folder, and of those in the Git repository around it that are committed or would be.
 * @returns problems whose files are relative to the content folder
 */
export async function secretsIn(content: string): Promise<Problem[]> {
  const tracked = await inRepository(content, "--cached");
  const untracked = await inRepository(content, "--others", "--exclude-standard");
  const known = new Set([...tracked, ...untracked]);
  const names = SECRETS.map((name) => `**/${name}`);
  const among = globSync(names, { cwd: content, dot: true, ignore: ["**/node_modules", ".broadsheet", KEY_FILE] });
  return [
    ...warnings(
      tracked,
      "and this one is in the Git repository.",
      "Remove it with `git rm --cached`, name it in .gitignore, and replace the secrets: whoever has the repository knows them.",
    ),
    ...warnings(untracked, "and Git does not ignore this one: `git add --all` would commit it.", "Name it in .gitignore."),
    ...warnings(
      among.filter((file) => !known.has(file)),
      "and this one is among the articles.",
      "Move it out of the content folder.",
    ),
  ];
}

function warnings(files: string[], which: string, remedy: string): Problem[] {
  const secrets = files.filter((file) => !EXAMPLE.test(file)).toSorted();
  return secrets.map((file) => ({ severity: "warning", file, message: `${WHAT}, ${which}`, remedy }));
}

/** Files of the repository that the content folder is in. None without a repository, or without Git. */
async function inRepository(content: string, ...which: string[]): Promise<string[]> {
  const names = SECRETS.map((name) => `:(top,glob)**/${name}`);
  const listed = await runGit(content, "ls-files", "-z", ...which, "--", ...names).catch(() => "");
  return listed.split("\0").filter(Boolean);
}
