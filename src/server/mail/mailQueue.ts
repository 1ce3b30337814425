import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import type { Logger } from "pino";
import * as v from "valibot";
import type { Database, Tables } from "../database/tables.ts";
import { hashed } from "../hashed.ts";
import { type Email, EmailError, type Mailer } from "./mailer.ts";

/** An email that waits while the mail server does not take it. `kind` is its message; after `minutes` it is of no use, as its link has expired. */
export type QueuedEmail = Email & { kind: string; minutes: number };

export type MailQueue = {
  /** Sends an email, or lets it wait in the place of an earlier one of its kind. @throws if it can never be sent */
  send: (email: QueuedEmail) => Promise<void>;
  /** Sends the emails that wait and are due. */
  sendWaiting: () => Promise<void>;
};

/** The delay before an email is sent again, in milliseconds. It doubles with each further failure. */
const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 15 * 60_000;

const AT_A_TIME = 20;

/**
 * Keeps emails in the database until the mail server takes them. They are encrypted
 * with the server's secret: whoever reads the database learns neither a token nor an address.
 */
export function mailQueue(db: Database, { send }: Mailer, secret: string, log: Pick<Logger, "error">): MailQueue {
  return {
    send: async (email) => {
      const { kind, minutes, ...rest } = email;
      const own = { recipient: hashed(email.to), kind };
      await db.deleteFrom("waiting_email").where("recipient", "=", own.recipient).where("kind", "=", kind).execute();
      await send(rest).catch(async (error: unknown) => {
        if (!isForLater(error)) throw error;
        const now = Date.now();
        const sealed = await symmetricEncrypt({ key: secret, data: JSON.stringify(rest) });
        const waiting = { sealed, due: now + FIRST_WAIT_MS, until: now + minutes * 60_000, tries: 1 };
        await db
          .insertInto("waiting_email")
          .values({ ...own, ...waiting })
          .onConflict((conflict) => conflict.columns(["recipient", "kind"]).doUpdateSet(waiting))
          .execute();
      });
    },
    sendWaiting: async () => {
      const now = Date.now();
      const { numDeletedRows } = await db.deleteFrom("waiting_email").where("until", "<=", now).executeTakeFirstOrThrow();
      if (numDeletedRows > 0n) log.error(`${numDeletedRows} emails have expired before the mail server took them.`);
      const due = await db.selectFrom("waiting_email").selectAll().where("due", "<=", now).orderBy("due").limit(AT_A_TIME).execute();
      for (const waiting of due) if ((await sendOne(waiting, now)) === "down") return;
    },
  };

  async function sendOne({ sealed, due, tries }: Tables["waiting_email"], now: number): Promise<"down" | undefined> {
    // Moved before it is sent, so that no other instance sends it too.
    const claimed = await db
      .updateTable("waiting_email")
      .set({ due: now + Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries), tries: tries + 1 })
      .where("sealed", "=", sealed)
      .where("due", "=", due)
      .executeTakeFirst();
    if (claimed.numUpdatedRows === 0n) return undefined;
    try {
      await send(v.parse(EmailSchema, JSON.parse(await symmetricDecrypt({ key: secret, data: sealed }))));
    } catch (error) {
      // One that is refused for now must not hold up the others.
      if (isForLater(error)) return error.reason === "down" ? "down" : undefined;
      log.error(error);
      // Where the secret is another one now, it waits for an instance that has it.
      if (!(error instanceof EmailError)) return undefined;
    }
    await db.deleteFrom("waiting_email").where("sealed", "=", sealed).execute();
    return undefined;
  }
}

const isForLater = (error: unknown): error is EmailError => error instanceof EmailError && error.reason !== "refused";

const EmailSchema = v.object({
  to: v.string(),
  subject: v.string(),
  text: v.string(),
  language: v.string(),
  headers: v.optional(v.record(v.string(), v.string()), {}),
});
