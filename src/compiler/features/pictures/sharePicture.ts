import type { SharePicture } from "#content/edition/edition.ts";
import { pictures as picturesOf } from "../../draft/pictures.ts";
import type { Report } from "../../draft/problem.ts";
import { pictureRemedy } from "../../body/bodyContext.ts";
import type { Settings } from "../../settings/settings.ts";
import type { SiteFile } from "../../output/siteFile.ts";
import { makePictures } from "./makePictures.ts";

/** The picture shown when a page without one of its own is shared, and its files. */
export type SharePictureFiles = { picture: SharePicture; files: SiteFile[]; close: () => void };

/** Makes the picture for shared links. Undefined if the settings name none, or if it cannot be shown, which is reported. */
export async function sharePicture(
  content: string,
  settings: Settings,
  { cache, encode }: { cache: string; encode: boolean },
  report: Report,
): Promise<SharePictureFiles | undefined> {
  if (!settings.sharePicture) return undefined;
  const { file, alt } = settings.sharePicture;
  const fail = (reason: string, nearest?: string): undefined => {
    const message = `The picture ${file} ${reason}; pages without a picture are shared without one.`;
    const named = nearest === undefined ? {} : { nearest };
    report({ severity: "warning", file: "edition.json", place: "sharePicture.file", message, ...named, remedy: pictureRemedy(reason) });
  };
  const all = picturesOf(content, settings);
  const found = all.find(file, "edition.json");
  if ("reason" in found) return fail(found.reason, found.nearest);
  const leads = new Set([found.picture.url]);
  const { pictures, close } = await makePictures(all.files(), { settings, cache, encode, leads }, () => {});
  const made = pictures.get(found.picture.url);
  if (!made || "reason" in made) return fail(made?.reason ?? "cannot be shown");
  // Social networks show only bitmaps; a drawing has its card for them.
  const { url, width, height } = made.picture.card ?? made.picture;
  return { picture: { url, width, height, alt }, files: made.files, close };
}
