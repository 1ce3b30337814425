import { readMessage, sayMessage } from "#content/words/message.ts";
import type { MailWords } from "#content/words/wordFiles.ts";

/** The messages of emails, in the paper's language. */
export type EmailMessages = {
  language: string;
  /** @param values the arguments of the message */
  say: (email: string, part: string, values: Record<string, string>) => string;
};

/** @param words all messages, as the build writes them into a site */
export function emailMessages({ language, sentences }: MailWords): EmailMessages {
  return {
    language,
    say: (email, part, values) => sayMessage(readMessage(sentences[email]?.[part] ?? "", language), language, values),
  };
}
