import { errorMessage } from "../text/errorMessage.ts";

/** How much a packed archive may contain, unpacked. */
export type UnpackLimits = { bytes: number; files: number };

export const UNPACK_LIMITS: UnpackLimits = { bytes: 4_000_000_000, files: 200_000 };

/** Why a packed archive is refused: completes a sentence whose subject is its file. */
class UnpackRefused extends Error {}

/** What a packed archive may still put on the disk. */
export class Allowance {
  readonly #left: UnpackLimits;

  constructor(limits: UnpackLimits) {
    this.#left = { ...limits };
  }

  /**
   * @param written the path in the archive
   * @returns the path below the folder; undefined for folders, what the macOS Finder adds, and hidden files but the one that tells a vault of Obsidian
   */
  file(written: string): string | undefined {
    const name = written.replaceAll("\\", "/");
    if (/^(?:\/|[a-z]:)|(?:^|\/)\.\.(?:\/|$)|\0/iu.test(name)) throw new UnpackRefused(`contains a path that leads out of it (${name})`);
    this.#left.files -= 1;
    if (this.#left.files < 0) throw new UnpackRefused("contains too many files");
    return name.endsWith("/") || /(?:^|\/)(?:__MACOSX\/|\.(?!\/|obsidian\/app\.json$))/u.test(name) ? undefined : name;
  }

  bytes(count: number): void {
    this.#left.bytes -= count;
    if (this.#left.bytes < 0) throw new UnpackRefused("becomes too large when unpacked");
  }
}

/** Why a packed archive could not be unpacked, completing a sentence whose subject is its file. */
export const whyNotUnpacked = (error: unknown): string =>
  error instanceof UnpackRefused ? error.message : `cannot be unpacked (${errorMessage(error)})`;
