import { readFileSync } from "node:fs";
import { pictureRemedy } from "../../body/bodyContext.ts";
import { assetName, assets, fileHash } from "../../draft/assets.ts";
import { measure } from "../../draft/measure.ts";
import type { Report } from "../../draft/problem.ts";
import type { Settings } from "../../settings/settings.ts";
import type { SiteFile } from "../../output/siteFile.ts";

/** The sizes that Apple accepts, in pixels. */
const SMALLEST = 1400;
const LARGEST = 3000;

/** The cover of the podcast, as an unchanged file. Undefined if the settings name none, or if it cannot be shown, which is reported. */
export function podcastCover(content: string, settings: Settings, report: Report): SiteFile | undefined {
  const { image } = settings.podcast;
  if (image === undefined) return undefined;
  const warn = (message: string, remedy: string, nearest?: string): undefined => {
    const named = nearest === undefined ? {} : { nearest };
    report({ severity: "warning", file: "edition.json", place: "podcast.image", message, ...named, remedy });
    return undefined;
  };
  const found = assets(content, settings).find(image, "edition.json");
  if ("reason" in found) return warn(`The cover ${image} ${found.reason}.`, pictureRemedy(found.reason), found.nearest);
  const bytes = readFileSync(found.path);
  const size = measure(bytes);
  if ("reason" in size) return warn(`The cover ${image} ${size.reason}.`, pictureRemedy(size.reason));
  const isCover = /^(?:jpg|png)$/u.test(size.type) && size.width === size.height && size.width >= SMALLEST && size.width <= LARGEST;
  if (!isCover)
    warn(
      `The cover ${image} is a ${size.type.toUpperCase()} of ${size.width} × ${size.height} pixels, which podcast apps may not take.`,
      `Give a square JPEG or PNG of ${SMALLEST} to ${LARGEST} pixels.`,
    );
  return { url: `/media/${assetName(found.path, fileHash(bytes), "cover")}.${size.type}`, from: found.path };
}
