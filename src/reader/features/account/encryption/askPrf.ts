import { ApiError } from "../../../data/ApiError.ts";
import { fromBase64url, toBase64url } from "#content/base64url.ts";

/** The input of the passkey's PRF (Web Authentication Level 3, section 10.1.4). It never changes: another input gives another secret. */
const PRF_INPUT = new TextEncoder().encode("broadsheet library key");

/**
 * Asks the device for one of these passkeys and the output of its PRF: a secret
 * that only this passkey gives, and only to this site. It is never sent anywhere.
 * @throws ApiError if the device refuses, or the passkey has no PRF
 */
export async function askPrf(passkeys: string[]): Promise<{ passkey: string; secret: string }> {
  const found = await navigator.credentials
    .get({
      publicKey: {
        // The signature is not checked: the output of the PRF opens the key, or does not.
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        allowCredentials: passkeys.map((id) => ({ type: "public-key", id: fromBase64url(id) })),
        userVerification: "required",
        extensions: { prf: { eval: { first: PRF_INPUT } } },
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
