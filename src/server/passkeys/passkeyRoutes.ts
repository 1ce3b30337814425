import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { Hono } from "hono";
import * as v from "valibot";
import { MOST_PASSKEYS } from "#content/accountRules.ts";
import { onlyCookies } from "../accounts/askAuth.ts";
import { requireFreshSession, requireSession } from "../accounts/session.ts";
import { isReachable, passkeyEmail } from "../mail/emails.ts";
import { Problem } from "../problemResponse.ts";
import { bodyOf } from "../request.ts";
import type { Server } from "../server.ts";
import { NewPasskeySchema, PasskeyIdSchema, SignedSchema } from "./passkeySchemas.ts";
import { challenges } from "./challenges.ts";
import { dropPasskey, findPasskey, keepPasskey, notePasskeyUsed, passkeysOf } from "./passkeyStore.ts";

/**
 * The routes for passkeys, with which a device signs in without a name and a
 * password. The device requires a fingerprint, a face or a PIN each time, so that
 * one signature proves two factors (ASVS 6.3.3).
 */
export const passkeyRoutes = (server: Server): Hono => new Hono().route("/", ownRoutes(server)).route("/", signInRoutes(server));

/** The routes for an account's own passkeys. */
function ownRoutes(server: Server): Hono {
  const { auth, paper } = server;
  const notifyOwner = async (request: Request, { email }: { email: string }, change: "added" | "removed") => {
    if (isReachable(email)) server.send(passkeyEmail(await server.paperFor(request), email, change));
  };
  const { db, hostname, give, take, expected } = partsOf(server);
  return new Hono()
    .get("/account/passkeys", async (c) => {
      const { user } = await requireSession(auth, c.req.raw);
      return c.json({ passkeys: await passkeysOf(db, user.id) });
    })
    .post("/account/passkeys/ask", async (c) => {
      const { user } = await requireFreshSession(auth, c.req.raw);
      await server.limitFor("new passkey", user.id);
      const known = await passkeysOf(db, user.id);
      if (known.length >= MOST_PASSKEYS)
        throw new Problem(409, "passkeys-many", `An account can have ${MOST_PASSKEYS} passkeys. Remove one first.`);
      const options = await generateRegistrationOptions({
        rpName: paper.name,
        rpID: hostname,
        userName: user.email,
        userID: new TextEncoder().encode(user.id),
        excludeCredentials: known.map(({ id }) => ({ id })),
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
      });
      await give(c, `add to ${user.id}`, options.challenge);
      return c.json(options);
    })
    .post("/account/passkeys/add", async (c) => {
      const { user } = await requireFreshSession(auth, c.req.raw);
      await server.limitFor("new passkey", user.id);
      const response = await bodyOf(c.req, NewPasskeySchema);
      const expectedChallenge = await take(c, `add to ${user.id}`);
      const { registrationInfo } = await checked(verifyRegistrationResponse({ response, expectedChallenge, ...expected }));
      if (registrationInfo === undefined || (await findPasskey(db, registrationInfo.credential.id))) throw refused();
      await keepPasskey(db, user.id, registrationInfo.credential, (c.req.header("user-agent") ?? "").slice(0, 500));
      await notifyOwner(c.req.raw, user, "added");
      return c.json({ ok: true });
    })
    .post("/account/passkeys/remove", async (c) => {
      const { user } = await requireFreshSession(auth, c.req.raw);
      await server.limitFor("new passkey", user.id);
      const { id } = await bodyOf(c.req, v.object({ id: PasskeyIdSchema }));
      if (!(await dropPasskey(db, user.id, id))) throw new Problem(404, "no-passkey", "There is no such passkey.");
      await notifyOwner(c.req.raw, user, "removed");
      return c.json({ ok: true });
    });
}

/** The routes for signing in with a passkey, which need no session. */
function signInRoutes(server: Server): Hono {
  const { auth, limit } = server;
  const { db, hostname, give, take, expected } = partsOf(server);
  return new Hono()
    .post("/passkey/ask", async (c) => {
      await limit(c, "passkey");
      // The account is not known yet: no passkey is named, and the device offers those that it has.
      const options = await generateAuthenticationOptions({ rpID: hostname, userVerification: "required" });
      await give(c, "sign in", options.challenge);
      return c.json(options);
    })
    .post("/passkey/sign-in", async (c) => {
      await limit(c, "passkey");
      const schema = v.object({ answer: SignedSchema, remember: v.optional(v.boolean(), false) });
      const { answer: response, remember } = await bodyOf(c.req, schema);
      const expectedChallenge = await take(c, "sign in");
      const known = await findPasskey(db, response.id);
      if (known === undefined) throw refused();
      const { credential, user } = known;
      const { verified, authenticationInfo } = await checked(
        verifyAuthenticationResponse({ response, expectedChallenge, credential, ...expected }),
      );
      if (!verified || !isOf(user, response.response.userHandle)) throw refused();
      await notePasskeyUsed(db, response.id, authenticationInfo.newCounter);
      return onlyCookies(await auth.api.signInAs({ body: { userId: user, remember }, headers: c.req.raw.headers, asResponse: true }));
    });
}

function partsOf({ auth, database: { db }, settings }: Server) {
  const { origin, hostname } = new URL(settings.address);
  const expected = { expectedOrigin: origin, expectedRPID: hostname, requireUserVerification: true };
  return { db, hostname, expected, ...challenges(db, auth) };
}

const refused = () => new Problem(401, "passkey-refused", "This passkey does not belong to an account here.");

/** The library throws if anything does not match. */
function checked<T>(verifying: Promise<T>): Promise<T> {
  return verifying.catch(() => Promise.reject(refused()));
}

const isOf = (user: string, handle: string): boolean => Buffer.from(handle, "base64url").toString() === user;
