import * as v from "valibot";
import { Base64urlSchema } from "#content/base64url.ts";

const CodeSchema = v.pipe(Base64urlSchema, v.maxLength(20_000));

export const PasskeyIdSchema = v.pipe(CodeSchema, v.maxLength(1400));

const rest = {
  id: PasskeyIdSchema,
  rawId: PasskeyIdSchema,
  type: v.literal("public-key"),
  // The server requests no extensions.
  clientExtensionResults: v.pipe(
    v.unknown(),
    v.transform(() => ({})),
  ),
};

/** A browser's response with a new passkey (Web Authentication, level 3, section 5.1, RegistrationResponseJSON). */
export const NewPasskeySchema = v.object({
  ...rest,
  response: v.object({ clientDataJSON: CodeSchema, attestationObject: CodeSchema }),
});

/** A browser's response signed with a passkey (AuthenticationResponseJSON). A discoverable passkey names its account in `userHandle`. */
export const SignedSchema = v.object({
  ...rest,
  response: v.object({ clientDataJSON: CodeSchema, authenticatorData: CodeSchema, signature: CodeSchema, userHandle: CodeSchema }),
});
