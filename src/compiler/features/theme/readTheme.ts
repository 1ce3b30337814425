import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Brand, PALETTES, type Theme, THEMES, type Tokens } from "#content/brand.ts";
import type { Report } from "../../draft/problem.ts";
import type { LastGood } from "../../settings/lastGood.ts";
import type { Settings } from "../../settings/settings.ts";
import { readCustomCss } from "./customCss.ts";
import { readFaces } from "./faces.ts";
import { isSquare, makeIcons, makeSharePicture, type Mark, readLogo, readMark } from "./iconAndLogo.ts";
import { contrastRed, palettes } from "./palettes.ts";
import { readThemeFile } from "./readThemeFile.ts";
import { markRules, sectionRules, sharedTokens } from "./themeRules.ts";
import { ThemeFolder } from "./themeFolder.ts";

/**
 * Reads the look of a paper from the folder `theme/` of its content folder. A part with
 * a fault is reported, and the paper appears without it.
 * @returns undefined for a paper without the folder
 */
export async function readTheme(content: string, settings: Settings, report: Report, good?: LastGood): Promise<Brand | undefined> {
  const place = join(content, "theme");
  if (!statSync(place, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  const folder = new ThemeFolder(place, report);
  const theme = await readThemeFile(content, report, good);
  const colors = palettes(theme, report);
  const frame = frameOf(colors);
  const shown = readLogo(theme.logo, folder);
  const icon = iconOf(theme.icon, folder);
  const css = existsSync(join(place, "custom.css")) ? readFileSync(join(place, "custom.css"), "utf8") : undefined;
  const { typefaces, faces } = await readFaces(theme, folder);
  const icons = icon && (await drawn(icon, "icon", folder, () => makeIcons(icon, frame.light)));
  const mark = shown?.mark ?? icon;
  const ground = { paper: frame.light, alt: settings.name };
  const sharePicture =
    mark && settings.sharePicture === undefined
      ? await drawn(mark, shown ? "logo" : "icon", folder, () => makeSharePicture(mark, ground, folder))
      : undefined;
  const custom = css === undefined ? "" : readCustomCss(css, folder, colors);
  return {
    colors: { light: colors.light ?? {}, sepia: colors.sepia ?? {}, dark: colors.dark ?? {} },
    ...((colors.light ?? colors.dark) && { contrastRed: contrastRed(colors) }),
    tokens: sharedTokens(theme),
    typefaces,
    faces,
    rules: markRules(theme, shown?.logo) + sectionRules(theme, colors, settings, report),
    custom,
    frame,
    ...(icon && icons && { icon: icon.isDrawing ? "drawing" : "bitmap" }),
    ...(sharePicture && { sharePicture }),
    files: [...(icons ?? []), ...[...folder.published].map(([file, bytes]) => ({ file, bytes }))],
  };
}

function frameOf(colors: Partial<Record<Theme, Tokens>>): Record<Theme, string> {
  const paper = (theme: Theme): string => colors[theme]?.["paper"] ?? PALETTES[theme]["paper"] ?? "";
  const [light = "", sepia = "", dark = ""] = THEMES.map(paper);
  return { light, sepia, dark };
}

/** Makes bitmaps of a picture. One that only browsers can draw is reported and left out. */
async function drawn<T>({ name }: Mark, place: string, folder: ThemeFolder, make: () => Promise<T>): Promise<T | undefined> {
  try {
    return await make();
  } catch {
    return folder.refuse(name, place, "cannot be drawn as a bitmap, which icons and shared links need");
  }
}

function iconOf(name: string | undefined, folder: ThemeFolder): Mark | undefined {
  const icon = name === undefined ? undefined : readMark(name, "icon", folder);
  if (icon === undefined || isSquare(icon)) return icon;
  return folder.refuse(icon.name, "icon", `is ${icon.width} × ${icon.height}, but icons must be square`);
}
