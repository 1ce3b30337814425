import { type IncomingMessage, request } from "node:http";
import type { Sealed } from "#content/library/sync.ts";
import type { Accounts, Browser } from "./accounts.ts";
import { sealed } from "./sealed.ts";

export const stamp = (time: number) => `${String(time).padStart(14, "0")}-0000-desk`;

/** A record of some twenty kilobytes. */
export const long = (name: string, time = 10): Sealed => sealed(name, time, "desk", "x".repeat(20_000));

/** Few enough for one request. */
export const many = (from: number, to = from + 90) => Array.from({ length: to - from }, (_, index) => long(`h${from + index}`));

/** Requests an export, which is streamed. */
export const exported = ({ origin }: Pick<Accounts, "origin">, { cookies }: Browser) =>
  new Promise<IncomingMessage>((asked, fail) => {
    const Cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    request(`${origin}/api/account/export`, { headers: { Cookie } }, asked).on("error", fail).end();
  });
