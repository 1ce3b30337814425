import { screen, within } from "@testing-library/react";
import { anEdition } from "./anArticle.ts";
import { type Files, renderApp } from "./renderApp.tsx";

export const accountOf = (account: { email: string } | null, twitter = false) => ({ account, providers: { twitter } });
const device = "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0";
const session = { usedAt: "2026-05-01T10:00:00.000Z", device };
/** What the server says of a reader who came with X (Twitter), and has two sessions and two passkeys. */
export const signedIn: Files = {
  "/api/account": accountOf({ email: "x@twitter.invalid" }, true),
  "/api/account/sessions": {
    sessions: [
      { ...session, id: "a", current: true },
      { ...session, id: "b", current: false, device: "?" },
    ],
  },
  "/api/account/passkeys": {
    passkeys: [
      { id: "p", device, createdAt: "2026-05-01T10:00:00.000Z" },
      { id: "q", device: "?", createdAt: "2026-05-02" },
    ],
  },
  "/api/account/alerts": Response.json({ status: 503, code: "unavailable" }, { status: 503 }),
};

/** Opens a page of the account. Requests to the server are noted with what they send. */
export async function openAccount(address: string, files: Files = {}, answers: Record<string, unknown> = {}) {
  const sent: [string, unknown][] = [];
  const noted = Object.entries(answers).map(([path, answer]) => [
    path,
    ({ body }: RequestInit) => {
      sent.push([path, typeof body === "string" ? JSON.parse(body) : body]);
      return answer;
    },
  ]);
  const app = await renderApp(address, {
    "edition.json": { ...anEdition, accounts: true },
    "/api/account": accountOf(null),
    ...files,
    ...Object.fromEntries(noted),
  });
  return { ...app, sent, press: (name: string) => app.user.click(within(screen.getByRole("main")).getByRole("button", { name })) };
}
