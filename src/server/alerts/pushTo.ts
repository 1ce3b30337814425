import { request as requestHttp } from "node:http";
import { Agent, request as requestHttps } from "node:https";
import webPush from "web-push";
import type { AlertMessage } from "#content/alerts/alerts.ts";
import { guardedLookup, publicNetwork } from "#compiler/importing/fetchPublic.ts";
import type { Tables } from "../database/tables.ts";
import { hashed } from "../hashed.ts";
import type { ServerSettings } from "../serverSettings.ts";
import { isPushEndpoint } from "./pushEndpoint.ts";

/** The outcome of a push. `wait` is in milliseconds, if the service states it. */
export type Pushed =
  { type: "sent" } | { type: "gone" } | { type: "refused"; status: number } | { type: "later"; wait: number | undefined };

export type Pusher = {
  /** @param seconds how long the service keeps the message while it cannot reach the device */
  push: (
    device: Pick<Tables["alert_device"], "endpoint" | "p256dh" | "auth">,
    message: AlertMessage,
    options: { seconds: number; isUrgent: boolean },
  ) => Promise<Pushed>;
  close: () => void;
};

type PushSettings = Pick<ServerSettings, "vapidKey" | "pushServices" | "address" | "mailFrom">;

/** How long to wait for a push service's response, in milliseconds. */
const RESPONSE_TIMEOUT_MS = 10_000;

/** How long a push service that did not respond in time gets no pushes, in milliseconds: those to others would wait behind them. */
const SKIP_SERVICE_MS = 60_000;

/** The maximum number of connections to one push service. */
const MOST_CONNECTIONS = 10;

/**
 * Sends encrypted messages to push services (RFC 8030, RFC 8291, RFC 8292). Endpoints come
 * from devices and are not trusted: only public addresses are connected to, redirects are
 * not followed, and only the status and Retry-After of the response are used.
 */
export function pusher(
  { vapidKey, pushServices, address, mailFrom }: PushSettings,
  network = publicNetwork,
  timeout = RESPONSE_TIMEOUT_MS,
): Pusher {
  const agent = new Agent({ keepAlive: true, maxSockets: MOST_CONNECTIONS, lookup: guardedLookup(network) });
  const vapidDetails = {
    ...vapidKey,
    subject: address.startsWith("https:") ? address : `mailto:${/<(.+)>/u.exec(mailFrom)?.[1] ?? mailFrom}`,
  };
  /** Until when push services get no pushes, by their origins. */
  const silent = new Map<string, number>();
  const noteSilent = (origin: string) => {
    for (const [each, until] of silent) if (until <= Date.now()) silent.delete(each);
    silent.set(origin, Date.now() + SKIP_SERVICE_MS);
  };
  return {
    close: () => agent.destroy(),
    push: async ({ endpoint, p256dh, auth }, message, { seconds, isUrgent }) => {
      // The allowed services may have changed since the device was added.
      if (!isPushEndpoint(endpoint, pushServices)) return { type: "gone" };
      const { origin } = new URL(endpoint);
      if ((silent.get(origin) ?? 0) > Date.now()) return { type: "later", wait: undefined };
      const { method, headers, body } = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify(message), {
        vapidDetails,
        TTL: seconds,
        urgency: isUrgent ? "high" : "normal",
        // The later of two undelivered messages about one story replaces the earlier.
        topic: hashed(message.notification.tag).slice(0, 32),
      });
      const own = pushServices.includes(origin) ? {} : { agent };
      const signal = AbortSignal.timeout(timeout);
      const pushed = await statusOf(endpoint, { method, headers: { ...headers }, signal, ...own }, body);
      if (pushed === undefined && signal.aborted) noteSilent(origin);
      return pushed ?? { type: "later", wait: undefined };
    },
  };
}

type Options = { method: string; headers: Record<string, string>; signal: AbortSignal; agent?: Agent };

/** The outcome of a push; undefined if there was no response. */
function statusOf(endpoint: string, options: Options, body: Buffer | null): Promise<Pushed | undefined> {
  return new Promise((done) => {
    const ask = endpoint.startsWith("https:") ? requestHttps : requestHttp;
    ask(endpoint, options, (response) => {
      done(outcome(response.statusCode ?? 0, response.headers["retry-after"]));
      // A connection can be reused once its response is read; a response with a body is not worth reading.
      response.on("error", () => {});
      response.once("data", () => response.destroy()).resume();
    })
      .on("error", () => done(undefined))
      .end(body);
  });
}

function outcome(status: number, retryAfter: string | undefined): Pushed {
  if (status >= 200 && status < 300) return { type: "sent" };
  if (status === 404 || status === 410) return { type: "gone" };
  if (status === 429 || status >= 500) return { type: "later", wait: waitIn(retryAfter) };
  return { type: "refused", status };
}

/** Retry-After in milliseconds: the header has seconds or a date (RFC 9110, section 10.2.3). */
function waitIn(retryAfter = ""): number | undefined {
  const wait = /^\d{1,9}$/u.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - Date.now();
  return wait > 0 ? wait : undefined;
}
