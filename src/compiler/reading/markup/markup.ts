import type { Raw } from "../../text/jsonRecord.ts";

/** A markup language that a program outside of Broadsheet turns into HTML, if it is installed. */
export type Markup = {
  name: string;
  extensions: string[];
  /** Whether its program is there. */
  isThere: () => Promise<boolean>;
  /** The HTML of a text, and the fields of its header. `warn` is called with what is not in the HTML, as full sentences. */
  convert: (text: string, warn: (message: string) => void) => Promise<{ fields: Raw; html: string }>;
};
