import { Problem } from "../problemResponse.ts";
import { type Auth, FRESH_MINUTES } from "./auth.ts";

/** After this many days everybody has to sign in again, however active they were (ASVS 5.0, 7.3.2). */
const LONGEST_DAYS = 180;

/** The session of a request and its user, or null. */
export async function sessionOf(auth: Auth, { headers }: Request) {
  const signedIn = await auth.api.getSession({ headers });
  return signedIn === null || ageOf(signedIn) > LONGEST_DAYS * 24 * 60 ? null : signedIn;
}

/** @throws Problem 401 if nobody is signed in */
export async function requireSession(auth: Auth, request: Request) {
  const signedIn = await sessionOf(auth, request);
  if (signedIn === null) throw new Problem(401, "signed-out", "You are signed out.");
  return signedIn;
}

/**
 * For changes to how an account is signed in to (ASVS 5.0, 7.5.1).
 * @throws Problem 401 if nobody is signed in, 403 if the sign-in was too long ago
 */
export async function requireFreshSession(auth: Auth, request: Request) {
  const signedIn = await requireSession(auth, request);
  if (ageOf(signedIn) > FRESH_MINUTES) throw new Problem(403, "sign-in-again", "Sign in again to do this.");
  return signedIn;
}

/** All sessions of an account. The auth library's own route lists them only shortly after signing in. */
export async function sessionsOf(auth: Auth, user: string) {
  const { internalAdapter } = await auth.$context;
  return internalAdapter.listSessions(user);
}

/** The age of a session in minutes. */
const ageOf = ({ session }: { session: { createdAt: Date } }): number => (Date.now() - session.createdAt.getTime()) / 60_000;
