import { CliError } from "../CliError.ts";
import type { SentFile } from "./sentFiles.ts";

/** `tag`: this version of it. */
export type List = { text: string; tag: string };

/** Where a site is published. Keys are paths there. */
export type Target = {
  /** For sentences. */
  name: string;
  /** Whether a web server answers there, which reads the files whose names begin with a dot and finds pages by their files. */
  hasServer: boolean;
  /** The list of what is there, with a tag of this version of it; undefined if there is none. */
  readList: () => Promise<List | undefined>;
  /**
   * Writes the list in place of the version with a tag, or where there is none.
   * @returns the tag of the new version
   * @throws CliError if there is another version by now
   */
  writeList: (text: string, tag: string | undefined) => Promise<string>;
  /** @param onSent is called for each file that is there */
  send: (files: SentFile[], onSent: () => void) => Promise<void>;
  /** Removes files, which may be gone already. */
  remove: (keys: string[]) => Promise<void>;
};

/** The name of the list, at every target. */
export const LIST = ".broadsheet-deployed.json";

export const overtaken = (name: string): CliError =>
  new CliError(
    `Another deployment to ${name} has begun, so this one has stopped. Run it again when the other has ended: it sends what is missing.`,
  );
