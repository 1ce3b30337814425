import { NOT_FOUND_FILE } from "../headers.ts";
import type { Output } from "../../output/output.ts";
import { rulesOf } from "../redirects/redirectRules.ts";
import type { Redirect, Site } from "#content/site.ts";
import { htaccess } from "./htaccess.ts";
import { caddyfile } from "./caddy.ts";
import { nginxMaps, nginxServer } from "./nginx.ts";

/** In the site, since redirects and the base belong to this build. Its name begins with a dot, so none of these servers serves it. */
const FOLDER = ".hosting";

/**
 * Writes the settings of a site for servers: Apache finds its file by itself; the
 * configurations of nginx and Caddy include theirs.
 * @param isCompressed whether there are compressed copies beside the files
 */
export function writeHosting(
  { site, redirects }: { site: Site; redirects: Redirect[] },
  isCompressed: boolean,
  output: Pick<Output, "write">,
): void {
  const rules = rulesOf(redirects, site.base);
  output.write(".htaccess", htaccess(site, rules, isCompressed));
  output.write(`${FOLDER}/nginx-maps.conf`, nginxMaps(site, rules));
  output.write(`${FOLDER}/nginx-server.conf`, nginxServer(site, rules, isCompressed));
  output.write(NOT_FOUND_FILE, "Not found\n");
  output.write(`${FOLDER}/Caddyfile`, caddyfile(site, rules, isCompressed));
}
