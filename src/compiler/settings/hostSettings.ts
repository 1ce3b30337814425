import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import * as v from "valibot";
import { described } from "./settingSchemas.ts";

export const HOSTS = ["cloudflare", "github", "netlify", "vercel", "s3", "server"] as const;
export type HostName = (typeof HOSTS)[number];

/** `host` of edition.json. */
export const HostSchema = v.optional(
  described(
    v.picklist(HOSTS, `must be one of ${HOSTS.join(", ")}`),
    "Where the site is published: a build that exceeds [the limits of this host](hosting.md#limits-of-hosts) is refused. Without it, the host is guessed from files of the paper, and a build that exceeds its limits is warned of.",
    "cloudflare",
  ),
);

/** Files of a paper that only one host reads. */
const FILES: [HostName, RegExp][] = [
  ["netlify", /^netlify\.toml$/u],
  ["vercel", /^(?:vercel\.json|\.vercel)$/u],
  ["cloudflare", /^wrangler\.(?:toml|jsonc?)$/u],
];

const WORKFLOWS = ".github/workflows";

/** The host that a paper's files are for: those in the content folder, and in the folder around it. A workflow for GitHub Pages counts last. */
export function guessedHost(content: string): HostName | undefined {
  const folders = [resolve(content), dirname(resolve(content))];
  const names = folders.flatMap(namesIn);
  const own = FILES.find(([, pattern]) => names.some((name) => pattern.test(name)));
  if (own) return own[0];
  const workflows = folders.flatMap((folder) => namesIn(join(folder, WORKFLOWS)).map((name) => join(folder, WORKFLOWS, name)));
  return workflows.some((path) => /\.ya?ml$/u.test(path) && readFileSync(path, "utf8").includes("actions/deploy-pages"))
    ? "github"
    : undefined;
}

/** The names in a folder; none if it is missing, or not for this user to list. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
