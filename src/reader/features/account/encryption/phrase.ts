import { entropyToMnemonic, mnemonicToEntropy } from "@scure/bip39";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { ApiError } from "../../../data/ApiError.ts";
import { toBase64url } from "../base64url.ts";

/** Bytes of a phrase of twelve words: nobody guesses 128 random bits. */
const BYTES = 16;

/** A recovery phrase: twelve words (BIP 39), and what they say, in base64url. */
export type Phrase = { words: string[]; secret: string };

export function newPhrase(): Phrase {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return { words: entropyToMnemonic(bytes, wordlist).split(" "), secret: toBase64url(bytes) };
}

/**
 * What a phrase says that was typed or pasted, whatever stands between its words.
 * @throws ApiError "phrase-incomplete" where it is not twelve words, "phrase-wrong" where one is not in the list or is in another's place
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
