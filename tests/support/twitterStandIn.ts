import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { portOf } from "./portOf.ts";

export type TwitterStandIn = {
  origin: string;
  /** The settings that direct the server to this stand-in. */
  env: Record<string, string>;
  /** Of the person at X. */
  id: string;
  /** Some have none. */
  email: string | undefined;
  /** Whether it accepts a request for a token and never answers. */
  hangs: boolean;
  close: () => void;
};

/** A local stand-in for X: it issues a code, and a token only to whoever has the verifier of its challenge (RFC 7636). */
export async function openTwitter(): Promise<TwitterStandIn> {
  let challenge = "";
  const provider = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://provider");
    if (url.pathname === "/authorize") {
      challenge = url.searchParams.get("code_challenge") ?? "";
      const back = new URL(url.searchParams.get("redirect_uri") ?? "");
      back.searchParams.set("code", "a-code");
      back.searchParams.set("state", url.searchParams.get("state") ?? "");
      return void response.writeHead(302, { Location: back.href }).end();
    }
    response.setHeader("Content-Type", "application/json");
    if (url.pathname === "/token") {
      if (standIn.hangs) return;
      let body = "";
      for await (const part of request) body += part;
      const given = new URLSearchParams(body);
      const verifier = given.get("code_verifier") ?? "";
      const fits = given.get("code") === "a-code" && createHash("sha256").update(verifier).digest("base64url") === challenge;
      const known = request.headers.authorization === `Basic ${Buffer.from("the-client:the-secret").toString("base64")}`;
      return void response.writeHead(fits && known ? 200 : 400).end(JSON.stringify({ access_token: "a-token", token_type: "bearer" }));
    }
    const known = request.headers.authorization === "Bearer a-token";
    const person = { id: standIn.id, name: "A reader", ...(standIn.email && { confirmed_email: standIn.email }) };
    response.writeHead(known ? 200 : 401).end(JSON.stringify({ data: person }));
  });
  const origin = `http://127.0.0.1:${await portOf(provider)}`;
  const env = {
    TWITTER_CLIENT_ID: "the-client",
    TWITTER_CLIENT_SECRET: "the-secret",
    TWITTER_AUTHORIZATION_URL: `${origin}/authorize`,
    TWITTER_TOKEN_URL: `${origin}/token`,
    TWITTER_USER_INFO_URL: `${origin}/me`,
  };
  const standIn: TwitterStandIn = {
    origin,
    env,
    id: "783214",
    email: undefined,
    hangs: false,
    close: () => (provider.close(), provider.closeAllConnections()),
  };
  return standIn;
}
