import * as v from "valibot";
import { Base64urlSchema } from "#content/base64url.ts";

const CodeSchema = v.pipe(Base64urlSchema, v.maxLength(20_000));

const IdSchema = v.pipe(CodeSchema, v.maxLength(1400));

const rest = {
  id: IdSchema,
  rawId: IdSchema,
  type: v.literal("public-key"),
  // None is asked for.
  clientExtensionResults: v.pipe(
    v.unknown(),
    v.transform(() => ({})),
  ),
};

/** What a browser answers with a new passkey (Web Authentication, level 3, section 5.1, RegistrationResponseJSON). */
export const NewPasskeySchema = v.object({
  ...rest,
  response: v.object({ clientDataJSON: CodeSchema, attestationObject: CodeSchema }),
});

/** What a browser answers that signs with a passkey (AuthenticationResponseJSON). One that can be found without a name says whose it is. */
export const SignedSchema = v.object({
  ...rest,
  response: v.object({ clientDataJSON: CodeSchema, authenticatorData: CodeSchema, signature: CodeSchema, userHandle: CodeSchema }),
});
