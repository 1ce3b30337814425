import { ApiError } from "../../../data/ApiError.ts";
import { fromBase64url, toBase64url } from "../base64url.ts";

/** What a passkey's pseudo-random function is asked (Web Authentication, level 3, section 10.1.4). Another text would get another answer, so it never changes. */
const QUESTION = new TextEncoder().encode("broadsheet library key");

/**
 * Asks the device for one of some passkeys, and what its PRF answers: a secret
 * that only this passkey gives, and only to this site. It is sent nowhere.
 * @throws ApiError where the device says no, or the passkey has no PRF
 */
export async function askPrf(passkeys: string[]): Promise<{ passkey: string; secret: string }> {
  const found = await navigator.credentials
    .get({
      publicKey: {
        // Nobody checks the signature: the answer of the PRF opens the key, or does not.
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        allowCredentials: passkeys.map((id) => ({ type: "public-key", id: fromBase64url(id) })),
        userVerification: "required",
        extensions: { prf: { eval: { first: QUESTION } } },
      },
    })
    .catch((error: unknown) => {
      throw new ApiError("passkey-unused", error);
    });
  if (!(found instanceof PublicKeyCredential)) throw new ApiError("passkey-unused");
  const answer = found.getClientExtensionResults().prf?.results?.first;
  if (answer === undefined) throw new ApiError("passkey-no-prf");
  return {
    passkey: found.id,
    secret: toBase64url("buffer" in answer ? new Uint8Array(answer.buffer, answer.byteOffset, answer.byteLength) : answer),
  };
}
