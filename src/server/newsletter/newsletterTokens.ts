import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import * as v from "valibot";
import { hashed } from "../hashed.ts";
import { isSignature, signatureOf } from "../signature.ts";

/** How long a link that confirms a subscription works, in milliseconds: two days, as the email says. */
const CONFIRM_MS = 2 * 24 * 60 * 60 * 1000;

const AskedSchema = v.object({ newsletter: v.literal(true), email: v.string(), edition: v.string(), until: v.number() });

type Asked = { email: string; edition: string };

/**
 * The token that subscribes an address: it has the address in it, encrypted, so that the server stores nothing of somebody
 * who has not confirmed, and no log learns it from the link.
 */
export const confirmToken = (secret: string, { email, edition }: Asked, now: number): Promise<string> =>
  symmetricEncrypt({ key: secret, data: JSON.stringify({ newsletter: true, email, edition, until: now + CONFIRM_MS }) });

/** The address of a token; undefined if it is not one of ours, or too old. */
export async function askedIn(secret: string, token: string, now: number): Promise<Asked | undefined> {
  const text = await symmetricDecrypt({ key: secret, data: token }).catch(() => "null");
  const read = v.safeParse(AskedSchema, parsed(text));
  return read.success && read.output.until > now ? read.output : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The token that ends the subscription of an address. It is valid as long as the server's secret, so that old letters work too. */
export function leaveToken(secret: string, email: string): string {
  const recipient = hashed(email);
  return `${recipient}.${signatureOf(secret, statementOf(recipient))}`;
}

/** The hashed address of a token; undefined if it is not one of ours. */
export function recipientOf(secret: string, token: string): string | undefined {
  const [recipient = "", signed = ""] = token.split(".");
  return isSignature(signed, secret, statementOf(recipient)) ? recipient : undefined;
}

const statementOf = (recipient: string): string => `end the newsletter of ${recipient}`;
