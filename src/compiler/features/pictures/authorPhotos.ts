import type { Picture } from "#content/image.ts";
import { slug } from "#content/slug.ts";
import { pictureRemedy } from "../../body/bodyContext.ts";
import { pictures as picturesOf } from "../../draft/pictures.ts";
import type { Report } from "../../draft/problem.ts";
import type { Settings } from "../../settings/settings.ts";
import type { SiteFile } from "../../output/siteFile.ts";
import { makePictures } from "./makePictures.ts";

/** The photographs of people and desks by their slugs, and their files. */
export type Photos = { of: ReadonlyMap<string, Picture>; files: SiteFile[]; close: () => void };

/** Makes the photographs that the settings name. One that cannot be shown is reported and left out. */
export async function authorPhotos(
  content: string,
  settings: Settings,
  { cache, encode }: { cache: string; encode: boolean },
  report: Report,
): Promise<Photos> {
  const fail = (file: string, place: string, reason: string, nearest?: string): void => {
    const message = `The picture ${file} ${reason}, so no photograph is shown.`;
    const named = nearest === undefined ? {} : { nearest };
    report({ severity: "warning", file: "edition.json", place, message, ...named, remedy: pictureRemedy(reason) });
  };
  const all = picturesOf(content, settings);
  const wanted = (["desks", "people"] as const).flatMap((kind) =>
    settings[kind].flatMap(({ name, slug: given, photo }, at) => {
      if (photo === undefined) return [];
      const place = `${kind}.${at}.photo`;
      const found = all.find(photo, "edition.json");
      if ("picture" in found) return [{ slug: given ?? slug(name), photo, place, url: found.picture.url }];
      fail(photo, place, found.reason, found.nearest);
      return [];
    }),
  );
  if (wanted.length === 0) return { of: new Map(), files: [], close: () => {} };
  const { pictures, close } = await makePictures(all.files(), { settings, cache, encode, leads: new Set() }, () => {});
  const of = new Map<string, Picture>();
  const files = new Map<string, SiteFile>();
  for (const { slug: own, photo, place, url } of wanted) {
    const made = pictures.get(url);
    if (!made || "reason" in made) {
      fail(photo, place, made?.reason ?? "cannot be shown");
      continue;
    }
    of.set(own, { url: made.picture.url, width: made.picture.width, height: made.picture.height, sources: made.picture.sources });
    for (const file of made.files) files.set(file.url, file);
  }
  return { of, files: [...files.values()], close };
}
