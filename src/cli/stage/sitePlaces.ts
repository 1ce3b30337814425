import { lstatSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** Where a site and what belongs to its build lie, all next to each other: so one can take another's place by a rename. */
export type SitePlaces = {
  site: string;
  /** The site's folder where the site is a link to it, else the site. */
  real: string;
  /** What changes, while it is made. */
  next: string;
  /** The same, once it is being moved into the site that is shown. */
  changes: string;
  /** Hard links to the files of the site, between builds. */
  standby: string;
  /** The standby copy, while it stands in for the site or is brought up to date itself. */
  standIn: string;
  /** The site, while the standby copy stands in for it. */
  aside: string;
  /** A link that leads to the stand-in, before it takes the place of the site's. */
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
    link: besideSite(site, "link"),
  };
}

/** A folder of ours next to a site. Names that nobody gives a folder of their own: what has them is removed. */
export function besideSite(out: string, part: "state" | keyof SitePlaces | "stand-in"): string {
  const site = resolve(out);
  return join(dirname(site), `.${basename(site)}.broadsheet-${part}`);
}

export function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** Hard links lie where the files do, not where a symbolic link to the folder does. */
function targetOf(link: string | undefined): string | undefined {
  try {
    return link === undefined ? undefined : realpathSync(link);
  } catch {
    return undefined;
  }
}
