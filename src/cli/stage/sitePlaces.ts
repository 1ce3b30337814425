import { lstatSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** The paths of a site and of the folders of its build. All are siblings, so that one can replace another by a rename. */
export type SitePlaces = {
  site: string;
  /** The folder that the site links to, if it is a symbolic link; else the site. */
  real: string;
  /** The changed files, once they are all built; until then they are in a folder of the same name with a suffix. */
  next: string;
  /** The same, while they are being moved into the live site. */
  changes: string;
  /** Hard links to the files of the site, between builds. */
  standby: string;
  /** The standby copy, while it stands in for the site or is being updated. */
  standIn: string;
  /** The site, while the standby copy stands in for it. */
  aside: string;
  /** Hard links to the files that the last change replaced or removed. */
  previous: string;
  /** A symbolic link to the stand-in, before it replaces the site's link. */
  link: string;
};

export function placesOf(out: string): SitePlaces {
  const site = resolve(out);
  const aside = besideSite(site, "aside");
  const real = targetOf([aside, site].find(isLink)) ?? site;
  return {
    site,
    real,
    next: besideSite(site, "next"),
    changes: besideSite(site, "changes"),
    standby: besideSite(real, "standby"),
    standIn: besideSite(real, "stand-in"),
    aside,
    previous: besideSite(real, "previous"),
    link: besideSite(site, "link"),
  };
}

/** What the folders of a build are called. */
type Part = "state" | "announced" | "lease" | "next" | "changes" | "standby" | "previous" | "stand-in" | "aside" | "link";

/** A folder of the build next to a site. Nobody else uses such names: whatever has them may be removed. */
export function besideSite(out: string, part: Part): string {
  const site = resolve(out);
  return join(dirname(site), `.${basename(site)}.broadsheet-${part}`);
}

export function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** Hard links must be on the disk of the files, not where a symbolic link to their folder is. */
function targetOf(link: string | undefined): string | undefined {
  try {
    return link === undefined ? undefined : realpathSync(link);
  } catch {
    return undefined;
  }
}
