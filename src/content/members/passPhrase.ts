import { type Bytes, joined } from "./sealing.ts";

/**
 * The pass phrase of a tier for a month (YYYY-MM). The secret of each month is a hash of that of the next: whoever has the phrase of a month
 * can read the stories of earlier months too, but not those of later ones.
 */
export type PassPhrase = { month: string; secret: Bytes };

/** The first and the last month that have pass phrases. */
export const FIRST_MONTH = "2000-01";
export const LAST_MONTH = "2099-12";

/** In bytes: 80 bits cannot be guessed, and are 16 characters. */
export const SECRET_LENGTH = 10;

/** Crockford's Base32, without letters that are mistaken for others. */
const SIGNS = "0123456789abcdefghjkmnpqrstvwxyz";
const BITS = 5;

/** "2612-k7qd-m2xw-9hnp-4tve": the year and the month, which are no secret, and the secret. */
export function textOfPhrase({ month, secret }: PassPhrase): string {
  const bits = [...secret].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const signs = bits.match(/.{5}/gu)?.map((five) => SIGNS[Number.parseInt(five, 2)]) ?? [];
  const groups = signs.join("").match(/.{4}/gu) ?? [];
  return [month.slice(2).replace("-", ""), ...groups].join("-");
}

/** Reads a pass phrase as a person writes it: in capitals, with spaces, with letters for similar digits. Undefined if it is none. */
export function readPhrase(text: string): PassPhrase | undefined {
  const signs = text
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, "")
    .replace(/o/gu, "0")
    .replace(/[il]/gu, "1");
  const [, year, month, rest = ""] = /^(\d\d)(0[1-9]|1[0-2])([0-9a-hjkmnp-tv-z]+)$/u.exec(signs) ?? [];
  if (rest.length !== (SECRET_LENGTH * 8) / BITS) return undefined;
  const bits = Array.from(rest, (sign) => SIGNS.indexOf(sign).toString(2).padStart(BITS, "0")).join("");
  const secret = Uint8Array.from(bits.match(/.{8}/gu) ?? [], (eight) => Number.parseInt(eight, 2));
  return { month: `20${year}-${month}`, secret };
}

/** The phrase of the month before. */
export async function monthBefore({ month, secret }: PassPhrase): Promise<PassPhrase> {
  const [year = 0, number = 0] = month.split("-").map(Number);
  const before = number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, "0")}`;
  return { month: before, secret: (await hashOf("month", secret)).slice(0, SECRET_LENGTH) };
}

/** The phrase of this month or an earlier one; undefined for a later month. */
export async function phraseOf(phrase: PassPhrase, month: string): Promise<PassPhrase | undefined> {
  if (month > phrase.month || month < FIRST_MONTH) return undefined;
  let found = phrase;
  while (found.month > month) found = await monthBefore(found);
  return found;
}

/** The key that wraps the keys of the stories of the month. */
export const keyOfPhrase = ({ secret }: PassPhrase): Promise<Bytes> => hashOf("key", secret);

/** @param use keeps hashes for different uses apart */
const hashOf = async (use: string, secret: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", joined(new TextEncoder().encode(`broadsheet ${use} `), secret)));
