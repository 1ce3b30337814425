import type { Context } from "hono";
import type { Logger } from "pino";
import type { Auth } from "./accounts/auth.ts";
import type { OpenDatabase } from "./database/openDatabase.ts";
import type { Limited } from "./limits.ts";
import type { Paper } from "./mail/emails.ts";
import type { Metrics } from "./metrics.ts";
import type { QueuedEmail } from "./mail/mailQueue.ts";
import type { ServerSettings } from "./serverSettings.ts";

/** The services that routes share. */
export type Server = {
  settings: ServerSettings;
  paper: Paper;
  /** The paper in the language of the page that sent a request, for the emails that it causes. */
  paperFor: (request: Request) => Promise<Paper>;
  auth: Auth;
  database: OpenDatabase;
  log: Logger;
  metrics: Metrics;
  /** Counts an attempt from one network. @throws Problem 429 */
  limit: (context: Context, what: Limited) => Promise<void>;
  /**
   * Counts an email that a network may cause, to any address and whether it is sent
   * or not, so that the response reveals nothing about the address.
   * @throws Problem 429
   */
  limitEmails: (context: Context) => Promise<void>;
  /** Counts an attempt on one account or email address. @throws Problem 429 */
  limitFor: (what: Limited, by: string) => Promise<void>;
  /** The same without throwing, if the response must not reveal the limit. @returns whether the attempt is allowed */
  allows: (what: Limited, by: string) => Promise<boolean>;
  /** Resets the count for one account or email address. */
  forget: (what: Limited, by: string) => Promise<void>;
  /** Limits concurrent requests, each counted until its response is sent or its client has gone. @throws Problem 429 */
  atOnce: (context: Context, what: string, most: number) => void;
  /** Runs work after the response, so that the response's timing reveals nothing about it. */
  later: (work: () => Promise<unknown>) => void;
  /** Sends an email without delaying the response. It waits in the database while the mail server does not take it. */
  send: (email: QueuedEmail) => void;
  /** Whether the mail server responds. */
  isMailReachable: () => boolean;
  isStopping: () => boolean;
};
