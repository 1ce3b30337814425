import * as v from "valibot";
import type { Problem } from "../draft/problem.ts";
import { readSettings } from "../settings/readSettings.ts";
import { settingsFiles } from "../settings/settingsFile.ts";
import { type Settings, SettingsSchema } from "../settings/settings.ts";
import type { Publication } from "../reading/source.ts";

/** The settings that an import uses. `add` adds what the archive says, and `toWrite` gives it as the text of edition.json. */
export type ImportSettings = { settings: Settings; add: (publication: Publication) => void; toWrite: () => string | undefined };

/**
 * The edition's own settings, if it has any: they are never changed. Otherwise
 * what the archive says about its publication, as soon as it is read, so that the
 * first import and every later one read dates and names in the same way.
 */
export async function importSettings(content: string): Promise<ImportSettings | { problems: Problem[] }> {
  const given = await readSettings(content);
  if ("problems" in given) return given;
  if (settingsFiles(content, "edition.json").length > 0) return { settings: given.settings, add: () => {}, toWrite: () => undefined };
  const { settings } = given;
  const publication: Publication = {};
  return {
    settings,
    add: (more) => {
      Object.assign(publication, merged(publication, more));
      Object.assign(settings, v.parse(SettingsSchema, publication));
    },
    toWrite: () => (Object.keys(publication).length === 0 ? undefined : `${JSON.stringify(publication, null, 2)}\n`),
  };
}

/** Merges what the archive says: the first value counts, lists grow, and values that are not valid settings are left out. */
function merged(publication: Publication, more: Publication): Publication {
  const all = {
    name: publication.name ?? more.name,
    tagline: publication.tagline ?? more.tagline,
    language: publication.language ?? more.language,
    timeZone: publication.timeZone ?? more.timeZone,
    url: publication.url ?? publicUrl(more.url),
    origins: publication.origins ?? more.origins,
    people: distinct([...(publication.people ?? []), ...(more.people ?? [])]),
    sections: distinct([...(publication.sections ?? []), ...(more.sections ?? [])]),
  };
  const filled = Object.entries(all).filter(
    ([, value]) => value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(filled.filter(([key, value]) => v.is(SettingsSchema, { [key]: value })));
}

const distinct = <T extends { name: string }>(subjects: T[]): T[] => [...new Map(subjects.map((each) => [each.name, each])).values()];

/** The address, unless its host is one that only the machine or network where the archive was made can resolve. */
function publicUrl(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { hostname } = new URL(url);
  return hostname.includes(".") && !/^[\d.]+$|\.(?:local|localhost|test|invalid|internal)$/u.test(hostname) ? url : undefined;
}
