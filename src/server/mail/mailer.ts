import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import type { Logger } from "pino";
import type { ServerSettings } from "../serverSettings.ts";

/** An email. `headers` are additional ones. */
export type Email = { to: string; subject: string; text: string; language: string; headers?: Record<string, string> };

export type Mailer = { send: (email: Email) => Promise<void> };

type MailSettings = Pick<ServerSettings, "smtpUrl" | "mailFrom" | "folder">;

/**
 * Sends emails by SMTP if its address is given. Else it writes each into the folder
 * `mail`, and logs that.
 * @param name the name of the paper, as the sender
 * @param note called with the result for each email
 */
export function mailer(settings: MailSettings, name: string, log: Logger, note = (_result: "sent" | "failed") => {}): Mailer {
  const { send } = opened(settings, name, log);
  return {
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

function opened(settings: MailSettings, name: string, log: Logger): Mailer {
  if (settings.smtpUrl !== undefined) {
    const transport = createTransport(settings.smtpUrl);
    // A name given with the address takes precedence.
    const from = settings.mailFrom.includes("<") ? settings.mailFrom : { name, address: settings.mailFrom };
    return {
      send: async ({ language, headers, ...email }) => {
        await transport.sendMail({ from, headers: { "Content-Language": language, ...headers }, ...email }).catch((error: unknown) => {
          // Logged here, since the auth library swallows failures in the background.
          log.error(withoutReader(error), "An email could not be sent.");
          throw new Error("An email could not be sent.");
        });
      },
    };
  }
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
  };
}

/** The loggable parts of an error: mail servers name the recipient in their refusals, which must not be logged. */
function withoutReader(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return {};
  return Object.fromEntries(["code", "command", "responseCode"].map((name) => [name, Reflect.get(error, name)]));
}
