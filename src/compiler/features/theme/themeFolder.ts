import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import type { Report } from "../../draft/problem.ts";
import { nearestName } from "../../text/nearestName.ts";
import { digest } from "../../state/digest.ts";
import { THEME_FILE } from "./readThemeFile.ts";

/** The files of a theme: read by name, and published under names with a hash of their bytes. */
export class ThemeFolder {
  readonly #folder: string;
  readonly #report: Report;
  readonly #names: string[];
  readonly published = new Map<string, Uint8Array>();

  /** @param folder `theme/` of the content folder */
  constructor(folder: string, report: Report) {
    this.#folder = folder;
    this.#report = report;
    this.#names = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => posix.relative(folder, posix.join(entry.parentPath, entry.name)));
  }

  /** The bytes of a file; undefined if it does not exist, which is reported. @param place where theme.json names it */
  read(name: string, place: string, file = THEME_FILE): Uint8Array | undefined {
    const inside = posix.normalize(name);
    if (this.#names.includes(inside)) return readFileSync(join(this.#folder, inside));
    const nearest = nearestName(inside, this.#names);
    return this.refuse(name, place, "is not in the folder theme", { file, ...(nearest !== undefined && { nearest }) });
  }

  /** Reports that a file cannot be used, and returns undefined. @param why the end of a sentence whose subject is the file */
  refuse(name: string, place: string, why: string, more: { file?: string; nearest?: string; remedy?: string } = {}): undefined {
    const message = `The file ${name} ${why}; this part of the theme is left out.`;
    this.#report({ severity: "warning", file: THEME_FILE, place, message, remedy: "Name another file, or remove it.", ...more });
  }

  /** Reports what a file does that shuts readers out. It is published all the same. */
  warn(file: string, place: string, message: string, remedy: string): void {
    this.#report({ severity: "warning", file, place, message, remedy });
  }

  /** Publishes bytes. @returns their path in the site, below its base */
  publish(name: string, bytes: Uint8Array): string {
    const { name: stem, ext } = posix.parse(name);
    const file = `assets/${stem.replaceAll(/[^\w-]/gu, "-")}-${digest(bytes).slice(0, 8)}${ext.toLowerCase()}`;
    this.published.set(file, bytes);
    return file;
  }
}
