import { Readable } from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer";
import { parseConnectionUrl } from "nodemailer/lib/shared";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { senderOf } from "../mail/mailer.ts";
import type { ServerSettings } from "../serverSettings.ts";

/** A letter to one address. `leave` is the address that unsubscribes with one press (RFC 8058); `id` is that of the message. */
export type Letter = { to: string; subject: string; html: string; text: string; language: string; leave: string; id: string };

/**
 * What became of a letter. `bounced`: the mail server refuses its address for good. `refused`: it refuses the letter, whoever it is for.
 * `later`: not for now. `down`: there is no mail server, or it takes nobody. `uncertain`: the connection broke after the letter
 * had begun to be sent, so that the mail server may have it.
 */
export type Outcome = "sent" | "bounced" | "refused" | "later" | "down" | "uncertain";

export type LetterPost = { send: (letter: Letter) => Promise<Outcome>; close: () => void };

/** In milliseconds. */
const TO_CONNECT = 20_000;
const TO_ANSWER = 60_000;

/** Sends letters one after the other in one connection, which is opened again when it breaks. */
export function letterPost(smtpUrl: string, settings: Pick<ServerSettings, "mailFrom">, name: string): LetterPost {
  const from = senderOf(settings, name);
  let connection: SMTPConnection | undefined;
  const close = () => {
    connection?.close();
    connection = undefined;
  };
  return {
    close,
    send: async ({ leave, id, language, ...letter }) => {
      const headers = {
        "Content-Language": language,
        "List-Unsubscribe": `<${leave}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      };
      const message = new MailComposer({ ...letter, from, headers, messageId: id }).compile();
      const bytes = await message.build();
      try {
        connection ??= await opened(smtpUrl);
      } catch {
        return "down";
      }
      // Pulled from only when the mail server has asked for the text.
      let isBegun = false;
      const body = Readable.from(
        (function* () {
          isBegun = true;
          yield bytes;
        })(),
      );
      const open = connection;
      const error = await new Promise<unknown>((done) => open.send(message.getEnvelope(), body, done));
      if (!error) return "sent";
      close();
      return outcomeOf(error, isBegun);
    },
  };
}

async function opened(smtpUrl: string): Promise<SMTPConnection> {
  const options = parseConnectionUrl(smtpUrl);
  const { auth } = options;
  const connection = new SMTPConnection({
    ...options,
    connectionTimeout: TO_CONNECT,
    greetingTimeout: TO_CONNECT,
    socketTimeout: TO_ANSWER,
  });
  await new Promise<void>((done, fail) => {
    // It stays, since an error without a listener ends the process; while a letter is sent, its callback has the error too.
    connection.on("error", fail);
    connection.connect((error) => (error ? fail(error) : done()));
  });
  if (auth) await new Promise<void>((done, fail) => connection.login(auth, (error) => (error ? fail(error) : done())));
  return connection;
}

/** The replies of mail servers: RFC 5321, section 4.2.1; enhanced codes: RFC 3463. */
function outcomeOf(error: unknown, isBegun: boolean): Outcome {
  const at = (name: string): unknown => (typeof error === "object" && error !== null ? Reflect.get(error, name) : undefined);
  const code = Number(at("responseCode") ?? 0);
  if (code === 421) return isBegun ? "later" : "down";
  if (code < 400) return isBegun ? "uncertain" : "down";
  if (code < 500) return "later";
  // 5.7: a policy, such as against the sending network, which says nothing about the address.
  const isPolicy = /^\d{3}[ -]5\.7\./u.test(String(at("response")));
  return at("command") === "RCPT TO" && !isPolicy ? "bounced" : "refused";
}
