import { request as requestHttp } from "node:http";
import { Agent, request as requestHttps } from "node:https";
import webPush from "web-push";
import type { AlertMessage } from "#content/alerts/alerts.ts";
import { guarded, publicNetwork } from "#compiler/importing/fetchPublic.ts";
import type { Tables } from "../database/tables.ts";
import { hashed } from "../hashed.ts";
import type { ServerSettings } from "../serverSettings.ts";
import { isPushEndpoint } from "./pushEndpoint.ts";

/** What came of a push. `wait` is in milliseconds, as far as the service says. */
export type Pushed =
  { type: "sent" } | { type: "gone" } | { type: "refused"; status: number } | { type: "later"; wait: number | undefined };

export type Pusher = {
  /** @param seconds for which the service keeps it where the device cannot be reached */
  push: (
    device: Pick<Tables["alert_device"], "endpoint" | "p256dh" | "auth">,
    message: AlertMessage,
    options: { seconds: number; isUrgent: boolean },
  ) => Promise<Pushed>;
  close: () => void;
};

type PushSettings = Pick<ServerSettings, "vapidKey" | "pushServices" | "address" | "mailFrom">;

/** Milliseconds in which a push service has answered. */
const PATIENCE = 10_000;

/** For how many milliseconds a push service is left alone that did not answer in time: the pushes to others would wait behind those to it. */
const SILENCE = 60_000;

/** Connections to one push service. */
const MOST_CONNECTIONS = 10;

/**
 * Sends encrypted messages to push services (RFC 8030, RFC 8291, RFC 8292). The address is
 * whatever a device said: it is connected to only where it is one of the public network,
 * no redirect is followed, and nothing of the answer is read but its status.
 */
export function pusher({ vapidKey, pushServices, address, mailFrom }: PushSettings, network = publicNetwork, patience = PATIENCE): Pusher {
  const agent = new Agent({ keepAlive: true, maxSockets: MOST_CONNECTIONS, lookup: guarded(network) });
  const vapidDetails = {
    ...vapidKey,
    subject: address.startsWith("https:") ? address : `mailto:${/<(.+)>/u.exec(mailFrom)?.[1] ?? mailFrom}`,
  };
  /** Until when push services are left alone, by their origins. */
  const silent = new Map<string, number>();
  const noteSilent = (origin: string) => {
    for (const [each, until] of silent) if (until <= Date.now()) silent.delete(each);
    silent.set(origin, Date.now() + SILENCE);
  };
  return {
    close: () => agent.destroy(),
    push: async ({ endpoint, p256dh, auth }, message, { seconds, isUrgent }) => {
      // The operator may have named others when the device was added.
      if (!isPushEndpoint(endpoint, pushServices)) return { type: "gone" };
      const { origin } = new URL(endpoint);
      if ((silent.get(origin) ?? 0) > Date.now()) return { type: "later", wait: undefined };
      const { method, headers, body } = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify(message), {
        vapidDetails,
        TTL: seconds,
        urgency: isUrgent ? "high" : "normal",
        // Of two messages about one story that a device has not got yet, the later one.
        topic: hashed(message.notification.tag).slice(0, 32),
      });
      const own = pushServices.includes(origin) ? {} : { agent };
      const signal = AbortSignal.timeout(patience);
      const pushed = await statusOf(endpoint, { method, headers: { ...headers }, signal, ...own }, body);
      if (pushed === undefined && signal.aborted) noteSilent(origin);
      return pushed ?? { type: "later", wait: undefined };
    },
  };
}

type Options = { method: string; headers: Record<string, string>; signal: AbortSignal; agent?: Agent };

/** Undefined where there was no answer. */
function statusOf(endpoint: string, options: Options, body: Buffer | null): Promise<Pushed | undefined> {
  return new Promise((done) => {
    const ask = endpoint.startsWith("https:") ? requestHttps : requestHttp;
    ask(endpoint, options, (response) => {
      done(outcome(response.statusCode ?? 0, response.headers["retry-after"]));
      // A connection can be used again once its answer is read; one that goes on is not worth that.
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

/** Seconds, or a date (RFC 9110, section 10.2.3). */
function waitIn(retryAfter = ""): number | undefined {
  const wait = /^\d{1,9}$/u.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - Date.now();
  return wait > 0 ? wait : undefined;
}
