import { exchange } from "#reader/features/account/sync/exchange.ts";
import { Device, save } from "../tests/support/device.ts";
import { openLibraryServer } from "../tests/support/libraryServer.ts";

/**
 * Measures how long it takes to send a library to an account and to receive it on
 * another device, with the code of reader and server and a database, but without a
 * network: npx tsx scripts/syncTime.ts. With DATABASE_URL it uses PostgreSQL. The
 * device's database is that of the tests, not a browser's.
 */
const ITEMS = 1000;

const server = await openLibraryServer({ DATABASE_URL: process.env["DATABASE_URL"] ?? "" });
const ask = await server.account(() => Date.now());
const [desk, phone] = [new Device(), new Device()];
await desk.store.change(
  Array.from({ length: ITEMS }, (_, at) => save(`story-${at}`, `A headline of a story that has some words, number ${at}`)),
);
await phone.store.ready;
console.log(`${ITEMS} items: sent in ${await time(desk)} ms, received in ${await time(phone)} ms`);
await Promise.all([desk, phone].map(({ store }) => store.close()));
await server.close();

async function time({ store }: Device): Promise<number> {
  const start = performance.now();
  await exchange(store, ask, true);
  return Math.round(performance.now() - start);
}
