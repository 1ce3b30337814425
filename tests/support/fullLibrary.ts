import { type IncomingMessage, request } from "node:http";
import type { LibraryRecord } from "#content/library/record.ts";
import type { Accounts, Browser } from "./accounts.ts";

export const stamp = (time: number) => `${String(time).padStart(14, "0")}-0000-desk`;

/** A record of some twenty kilobytes. */
export const long = (id: string, time = 10): LibraryRecord => ({
  kind: "highlight",
  id,
  stamp: stamp(time),
  value: {
    slug: "a",
    headline: "A",
    passage: { exact: "x".repeat(10_000), prefix: "", suffix: "", start: 0, end: 1 },
    colour: "yellow",
    note: "n".repeat(10_000),
    madeAt: 1,
  },
});

/** So many that one request can bring them. */
export const many = (from: number, to = from + 90) => Array.from({ length: to - from }, (_, index) => long(`h${from + index}`));

/** Asks for an export, which comes as it is read. */
export const exported = ({ origin }: Pick<Accounts, "origin">, { cookies }: Browser) =>
  new Promise<IncomingMessage>((asked, fail) => {
    const Cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    request(`${origin}/api/account/export`, { headers: { Cookie } }, asked).on("error", fail).end();
  });
