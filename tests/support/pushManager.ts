/** The parts of a browser's push subscription that are sent to a server. */
export const KEYS = { p256dh: "B".repeat(87), auth: "A".repeat(22) };

export type Subscription = Pick<PushSubscription, "endpoint" | "options" | "toJSON" | "unsubscribe">;

/** A browser's push manager with at most one subscription, like the real one: ending any of its objects ends it. */
export class PushManagerStandIn {
  current: Subscription | null = null;
  /** The options of each subscription, in order. */
  readonly asked: unknown[] = [];
  /** The addresses of subscriptions that were ended by the paper. */
  readonly ended: string[] = [];
  readonly keys: Record<string, string>;
  /** The server's key for the current subscription. */
  #key = "";

  constructor(keys: Record<string, string> = KEYS) {
    this.keys = keys;
  }

  /** A subscription with which the browser itself replaces the previous one. @param key of the server, base64url */
  replace(endpoint: string, key = "BKey"): Subscription {
    const subscription = {
      endpoint,
      options: { userVisibleOnly: true, applicationServerKey: Uint8Array.from(Buffer.from(key, "base64url")).buffer },
      toJSON: () => ({ endpoint, keys: this.keys }),
      unsubscribe: async () => {
        if (!this.current) return false;
        this.ended.push(this.current.endpoint);
        this.current = null;
        return true;
      },
    };
    this.#key = key;
    return (this.current = subscription);
  }

  getSubscription = async (): Promise<Subscription | null> => this.current;

  subscribe = async (options: { applicationServerKey: string }): Promise<Subscription> => {
    this.asked.push(options);
    if (this.current && this.#key !== options.applicationServerKey) throw new DOMException("It has another key.", "InvalidStateError");
    return this.current ?? this.replace(`https://push.example/made-${this.asked.length}`, options.applicationServerKey);
  };
}
