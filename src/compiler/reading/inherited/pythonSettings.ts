import type { Raw } from "../../text/jsonRecord.ts";

/**
 * The settings of Pelican (pelicanconf.py) and Nikola (conf.py) under the names of other site builders. Nothing is run: only texts that
 * are assigned to a name as they are count.
 */
export function pythonSettings(text: string): Raw {
  const given = new Map(
    [...text.matchAll(/^([A-Z][A-Z_]+)[ \t]*=[ \t]*u?(["'])((?:(?!\2)[^\\\n])*)\2/gmu)].map(([, name = "", , value = ""]) => [name, value]),
  );
  const first = (...names: string[]) => names.map((name) => given.get(name)).find((value) => value !== undefined && value !== "");
  const all = {
    title: first("SITENAME", "BLOG_TITLE"),
    tagline: first("SITESUBTITLE"),
    description: first("BLOG_DESCRIPTION"),
    author: first("AUTHOR", "BLOG_AUTHOR"),
    language: first("DEFAULT_LANG"),
    timeZone: first("TIMEZONE"),
    url: first("SITEURL", "SITE_URL"),
    status: STATUS.exec(text)?.[1],
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** Pelican's default for stories that give no status of their own. */
const STATUS = /^DEFAULT_METADATA\s*=\s*(?:\{[^}]*|dict\([^)]*)["']?\bstatus["']?\s*[:=]\s*["'](\w+)["']/mu;
