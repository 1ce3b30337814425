import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import * as v from "valibot";
import { ApiError } from "../../data/ApiError.ts";
import { postApi } from "../../data/api.ts";

/** Whether this browser supports passkeys. */
export const hasPasskeys = (): boolean => "PublicKeyCredential" in globalThis;

// The library passes the options on to the browser, which checks them.
const CreationSchema = v.custom<PublicKeyCredentialCreationOptionsJSON>((options) => v.is(ChallengeSchema, options));
const RequestSchema = v.custom<PublicKeyCredentialRequestOptionsJSON>((options) => v.is(ChallengeSchema, options));
const ChallengeSchema = v.looseObject({ challenge: v.string() });

/**
 * Lets the device choose a passkey, and signs in with it.
 * @param remember whether to stay signed in after the browser is closed
 * @throws ApiError
 */
export async function signInWithPasskey(remember: boolean): Promise<void> {
  const optionsJSON = v.parse(RequestSchema, await postApi("passkey/ask"));
  const { startAuthentication } = await import("@simplewebauthn/browser");
  const answer = await startAuthentication({ optionsJSON }).catch(notDone);
  await postApi("passkey/sign-in", { answer, remember });
}

/**
 * Lets the device make a passkey for the account that is signed in.
 * @throws ApiError
 */
export async function addPasskey(): Promise<void> {
  const optionsJSON = v.parse(CreationSchema, await postApi("account/passkeys/ask"));
  const { startRegistration } = await import("@simplewebauthn/browser");
  await postApi(
    "account/passkeys/add",
    await startRegistration({ optionsJSON: { ...optionsJSON, extensions: { ...optionsJSON.extensions, ...PRF } } }).catch(notDone),
  );
}

/** Lets the passkey also open an encrypted library. Some devices enable this only when the passkey is created. */
const PRF = { prf: {} };

/** The device refused: the reader cancelled, or it already holds a passkey of this account (Web Authentication, section 5.1.3). */
function notDone(error: unknown): never {
  const known = error instanceof Error && error.name === "InvalidStateError";
  throw new ApiError(known ? "passkey-known" : "passkey-unused", error);
}
