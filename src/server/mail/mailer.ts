import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import type { Logger } from "pino";
import type { ServerSettings } from "../serverSettings.ts";

/** An email. `headers` are additional ones. */
export type Email = { to: string; subject: string; text: string; language: string; headers?: Record<string, string> };

export type Mailer = { send: (email: Email) => Promise<void> };

export type OpenMailer = Mailer & {
  /** Whether the mail server responded when it was last asked, which this does every ten seconds at most. Readers' emails do not change it. */
  isReachable: () => boolean;
  /** Waits for the mail server for two more seconds. */
  stop: () => void;
};

/** An email that the mail server did not take: it refused this one for good or for now, or it takes none at present. */
export class EmailError extends Error {
  readonly reason: "refused" | "later" | "down";

  constructor(reason: EmailError["reason"]) {
    super("An email could not be sent.");
    this.name = "EmailError";
    this.reason = reason;
  }
}

type MailSettings = Pick<ServerSettings, "smtpUrl" | "mailFrom" | "folder">;

/**
 * Sends emails by SMTP if its address is given. Else it writes each into the folder
 * `mail`, and logs that.
 * @param name the name of the paper, as the sender
 * @param note called with the result for each email
 */
export function mailer(settings: MailSettings, name: string, log: Logger, note = (_result: "sent" | "failed") => {}): OpenMailer {
  const { send, ...rest } = settings.smtpUrl === undefined ? intoFolder(settings, log) : bySmtp(settings.smtpUrl, settings, name, log);
  return {
    ...rest,
    send: (email) =>
      send(email).then(
        () => note("sent"),
        (error: unknown) => {
          note("failed");
          throw error;
        },
      ),
  };
}

/** The sender of emails. A name given with the address takes precedence. */
export const senderOf = ({ mailFrom }: Pick<ServerSettings, "mailFrom">, name: string): string | { name: string; address: string } =>
  mailFrom.includes("<") ? mailFrom : { name, address: mailFrom };

/** How long the mail server may take for an email, and how often it is asked at most whether it is there, in milliseconds. */
const LONGEST_SENDING = 30_000;
const CHECK_INTERVAL = 10_000;

/** How long an email may still take when the server ends, in milliseconds. */
const LONGEST_END = 2_000;

function bySmtp(smtpUrl: string, { mailFrom }: MailSettings, name: string, log: Logger): OpenMailer {
  const transport = createTransport(smtpUrl);
  const from = senderOf({ mailFrom }, name);
  const ending = new AbortController();
  let [isReachable, checked] = [true, 0];
  return {
    send: async ({ language, headers, ...email }) => {
      const late = AbortSignal.any([ending.signal, AbortSignal.timeout(LONGEST_SENDING)]);
      const sending = transport.sendMail({ from, headers: { "Content-Language": language, ...headers }, ...email });
      const given = (late.aborted ? Promise.resolve() : once(late, "abort")).then(() => Promise.reject(new EmailError("down")));
      await Promise.race([sending, given]).catch((error: unknown) => {
        // Logged here, since the auth library swallows failures in the background.
        const fault = withoutReader(error);
        log.error(fault, "An email could not be sent.");
        throw new EmailError(reasonOf(fault["code"], fault["responseCode"]));
      });
    },
    isReachable: () => {
      const now = Date.now();
      if (now - checked >= CHECK_INTERVAL) {
        checked = now;
        transport.verify().then(
          () => (isReachable = true),
          () => (isReachable = false),
        );
      }
      return isReachable;
    },
    stop: () => void setTimeout(() => ending.abort(), LONGEST_END).unref(),
  };
}

/** @param code of the library: EENVELOPE and EMESSAGE are about one email @param reply of the mail server (RFC 5321, section 4.2.1) */
function reasonOf(code: unknown, reply: unknown): EmailError["reason"] {
  if (code !== "EENVELOPE" && code !== "EMESSAGE") return "down";
  return Number(reply) >= 500 ? "refused" : "later";
}

function intoFolder(settings: MailSettings, log: Logger): OpenMailer {
  const folder = join(settings.folder, "mail");
  let count = 0;
  return {
    send: async ({ to, subject, text, headers = {} }) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      count += 1;
      const file = join(folder, `${Date.now()}-${String(count).padStart(4, "0")}.txt`);
      const more = Object.entries(headers).map(([name, value]) => `${name}: ${value}\n`);
      await writeFile(file, `To: ${to}\nSubject: ${subject}\n${more.join("")}\n${text}`, { mode: 0o600 });
      log.info({ file }, "No SMTP_URL is set: an email was written to a file instead of being sent.");
    },
    isReachable: () => true,
    stop: () => {},
  };
}

/** The loggable parts of an error: mail servers name the recipient in their refusals, which must not be logged. */
function withoutReader(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return {};
  return Object.fromEntries(["code", "command", "responseCode"].map((name) => [name, Reflect.get(error, name)]));
}
