import { Problem } from "../problem.ts";
import type { Auth } from "./auth.ts";

/** @throws Problem 401 where nobody is signed in */
export async function requireSession(auth: Auth, request: Request) {
  const session = await auth.api.getSession({ headers: request.headers });
  if (session === null) throw new Problem(401, "signed-out", "You are signed out.");
  return session;
}
