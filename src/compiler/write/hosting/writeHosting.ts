import { NOT_FOUND_FILE } from "../headers.ts";
import type { Output } from "../../output/output.ts";
import type { Rule } from "../redirects/redirectRules.ts";
import { movedRules } from "../redirects/writeMoved.ts";
import type { Edition } from "#content/edition/edition.ts";
import { LISTED } from "#content/meantPath.ts";
import { inSite } from "#content/paths.ts";
import type { Redirect, Site } from "#content/site.ts";
import { errorFile } from "../errorPages.ts";
import { htaccess } from "./htaccess.ts";
import { caddyfile } from "./caddy.ts";
import { nginxMaps, nginxServer } from "./nginx.ts";
import { prefixesOf } from "#content/edition/editions.ts";

/** In the site, since redirects and the base belong to this build. Its name begins with a dot, so none of these servers serves it. */
const FOLDER = ".hosting";

/**
 * Writes the settings of a site for servers: Apache finds its file by itself; the
 * configurations of nginx and Caddy include theirs.
 * @param isCompressed whether there are Brotli copies beside the files
 */
export function writeHosting(
  { site, redirects, edition }: { site: Site; redirects: Redirect[]; edition: Pick<Edition, "editions" | "home"> },
  isCompressed: boolean,
  output: Pick<Output, "write" | "has">,
): void {
  const rules = [...movedRules(redirects, site, edition), ...listRules(site.base, edition)];
  const prefixes = prefixesOf(edition.editions);
  // Without a page in the main language, those in others would be all that servers have.
  const failed = output.has(errorFile) ? prefixes.filter((prefix) => output.has(inSite(prefix, `/${errorFile}`).slice(1))) : [];
  const pages = { missing: prefixes, failed };
  output.write(".htaccess", htaccess(site, rules, isCompressed, pages));
  output.write(`${FOLDER}/nginx-maps.conf`, nginxMaps(site, rules, pages));
  output.write(`${FOLDER}/nginx-server.conf`, nginxServer(site, rules, isCompressed, pages));
  output.write(NOT_FOUND_FILE, "Not found\n");
  output.write(`${FOLDER}/Caddyfile`, caddyfile(site, rules, isCompressed, pages));
}

/** The folder of all stories, topics or places is no page, and leads to the page that lists them. */
function listRules(base: string, { editions, home }: Pick<Edition, "editions" | "home">): Rule[] {
  if (home) return [];
  return prefixesOf(editions).flatMap((prefix) =>
    LISTED.map(([folder, list]) => ({ path: base + inSite(prefix, folder).slice(1), to: base + inSite(prefix, list).slice(1) })),
  );
}
