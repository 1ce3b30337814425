import { entropyToMnemonic, mnemonicToEntropy } from "@scure/bip39";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { ApiError } from "../../../data/ApiError.ts";
import { toBase64url } from "#content/base64url.ts";

/** The bytes that twelve words encode: 128 random bits cannot be guessed. */
const BYTES = 16;

/** A recovery phrase: twelve words (BIP 39), and the bytes that they encode, in base64url. */
export type Phrase = { words: string[]; secret: string };

export function newPhrase(): Phrase {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return { words: entropyToMnemonic(bytes, wordlist).split(" "), secret: toBase64url(bytes) };
}

/**
 * The bytes, in base64url, that a typed or pasted phrase encodes, whatever separates its words.
 * @throws ApiError "phrase-incomplete" if it is not twelve words, "phrase-wrong" if one is not in the list or the checksum is wrong
 */
export function readPhrase(text: string): string {
  const words = text.toLowerCase().match(/[a-z]+/gu) ?? [];
  if (words.length !== 12) throw new ApiError("phrase-incomplete");
  try {
    return toBase64url(mnemonicToEntropy(words.join(" "), wordlist));
  } catch (error) {
    throw new ApiError("phrase-wrong", error);
  }
}
