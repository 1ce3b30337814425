import type { Context } from "hono";
import type { Logger } from "pino";
import type { Auth } from "./accounts/auth.ts";
import type { OpenDatabase } from "./database/openDatabase.ts";
import type { Limited } from "./limits.ts";
import type { Paper } from "./mail/emails.ts";
import type { Metrics } from "./metrics.ts";
import type { Email } from "./mail/mailer.ts";
import type { ServerSettings } from "./serverSettings.ts";

/** What the routes share. */
export type Server = {
  settings: ServerSettings;
  paper: Paper;
  auth: Auth;
  database: OpenDatabase;
  log: Logger;
  metrics: Metrics;
  /** Counts what one network does. @throws Problem 429 */
  limit: (context: Context, what: Limited) => Promise<void>;
  /**
   * Counts an email that a network may have sent, to whomever and whether one
   * goes out or not: the answer tells nothing of an address.
   * @throws Problem 429
   */
  limitEmails: (context: Context) => Promise<void>;
  /** Counts what is done to one account or email address. @throws Problem 429 */
  limitFor: (what: Limited, by: string) => Promise<void>;
  /** Counts as well. @returns whether it may be done, where the answer must not tell */
  allows: (what: Limited, by: string) => Promise<boolean>;
  /** Counts anew what was done to one account or email address. */
  forget: (what: Limited, by: string) => Promise<void>;
  /** Counts what is under way, until its answer has left or its client has gone. @throws Problem 429 */
  atOnce: (context: Context, what: string, most: number) => void;
  /** Does what the answer does not wait for, so that the time of the answer tells nothing of it. */
  later: (work: () => Promise<unknown>) => void;
  /** Sends an email when the answer is out already. */
  send: (email: Email) => void;
  isStopping: () => boolean;
};
