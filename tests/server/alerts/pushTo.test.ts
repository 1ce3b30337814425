import { createServer } from "node:http";
import { expect, test, vi } from "vitest";
import { pusher } from "../../../src/server/alerts/pushTo.ts";
import { messageOf } from "../../../src/server/alerts/sendPushes.ts";
import { serverSettings } from "../../../src/server/serverSettings.ts";
import { publicNetwork } from "#compiler/importing/fetchPublic.ts";
import { isPublicAddress } from "#compiler/importing/publicAddress.ts";
import { portOf } from "../../support/portOf.ts";
import { openPushService } from "../../support/pushService.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const story = {
  slug: "tea",
  headline: "Tea",
  inLanguage: "en",
  direction: "ltr" as const,
  datePublished: "2026-03-10T12:00:00Z",
  section: undefined,
  topics: [],
  places: [],
  authors: [],
  subjects: [],
  kicker: "Kitchen",
};
const message = messageOf(story, { navigate: "https://paper.example/article/tea", isBreaking: false });

test("a host whose name leads into a private network is not connected to", async () => {
  let connections = 0;
  const inside = createServer().on("connection", (socket) => ((connections += 1), socket.destroy()));
  await portOf(inside);
  const service = await openPushService();
  const { subscription } = service.subscribe();
  const asked: string[] = [];
  const resolve = (host: string) => (asked.push(host), Promise.resolve([{ address: "127.0.0.1", family: 4 }]));
  const { push, close } = pusher(serverSettings({}, "http://127.0.0.1/", temporaryFolder()), { resolve, isAllowed: isPublicAddress });
  const device = { ...subscription.keys };
  const result = await push({ ...device, endpoint: "https://push.services.example.com/x" }, message, { seconds: 60, isUrgent: false });
  expect([result, asked, connections]).toEqual([{ type: "later", wait: undefined }, ["push.services.example.com"], 0]);
  close();
  inside.close();
  await service.close();
});

test("a device whose address is no push service's any more is gone", async () => {
  const service = await openPushService();
  const { subscription, asked } = service.subscribe();
  const { push, close } = pusher(serverSettings({}, "http://127.0.0.1/", temporaryFolder()));
  const device = { endpoint: subscription.endpoint, ...subscription.keys };
  expect([await push(device, message, { seconds: 60, isUrgent: false }), asked()]).toEqual([{ type: "gone" }, 0]);
  close();
  await service.close();
});

test("a push service that does not answer in time is left alone for a minute, so that pushes to others need not wait", async () => {
  let requests = 0;
  const server = createServer(() => (requests += 1));
  const origin = `http://127.0.0.1:${await portOf(server)}`;
  const service = await openPushService();
  const { subscription, asked } = service.subscribe();
  const settings = serverSettings({ PUSH_SERVICES: `${origin} ${service.origin}` }, "http://127.0.0.1/", temporaryFolder());
  const { push, close } = pusher(settings, publicNetwork, 100);
  const to = (endpoint: string) => push({ endpoint, ...subscription.keys }, message, { seconds: 60, isUrgent: false });
  const later = { type: "later", wait: undefined };
  expect([await to(`${origin}/x`), await to(`${origin}/y`), requests]).toEqual([later, later, 1]);
  expect([await to(subscription.endpoint), asked()]).toEqual([{ type: "sent" }, 1]);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
  expect([await to(`${origin}/x`), requests]).toEqual([later, 2]);
  vi.useRealTimers();
  close();
  server.closeAllConnections();
  server.close();
  await service.close();
});

test("a message says the standfirst, else the topic, and as much of it as a push service takes", () => {
  expect(message.notification.body).toBe("Kitchen");
  const long = messageOf(
    { ...story, standfirst: "Стоит ".repeat(2000) },
    { navigate: "https://paper.example/article/tea", isBreaking: false },
  );
  const size = Buffer.byteLength(JSON.stringify(long));
  expect([size > 3300, size <= 3500, long.notification.body?.endsWith("Стоит …")]).toEqual([true, true, true]);
});
