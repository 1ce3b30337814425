/** What browsers know of a push subscription, as far as it is sent to a server. */
export const KEYS = { p256dh: "B".repeat(87), auth: "A".repeat(22) };

export type Subscription = Pick<PushSubscription, "endpoint" | "options" | "toJSON" | "unsubscribe">;

/** A browser's push manager with at most one subscription, as the real one has. */
export class PushManagerStandIn {
  current: Subscription | null = null;
  /** With what it was asked to subscribe. */
  readonly asked: unknown[] = [];
  /** The addresses of subscriptions that were ended by the paper. */
  readonly ended: string[] = [];
  readonly keys: Record<string, string>;

  constructor(keys: Record<string, string> = KEYS) {
    this.keys = keys;
  }

  /** A subscription that the browser makes itself, in the place of the one before. @param key of the server, base64url */
  replace(endpoint: string, key = "BKey"): Subscription {
    const subscription = {
      endpoint,
      options: { userVisibleOnly: true, applicationServerKey: Uint8Array.from(Buffer.from(key, "base64url")).buffer },
      toJSON: () => ({ endpoint, keys: this.keys }),
      unsubscribe: async () => {
        this.ended.push(endpoint);
        if (this.current === subscription) this.current = null;
        return true;
      },
    };
    return (this.current = subscription);
  }

  getSubscription = async (): Promise<Subscription | null> => this.current;

  subscribe = async (options: { applicationServerKey: string }): Promise<Subscription> => {
    this.asked.push(options);
    return this.current ?? this.replace(`https://push.example/made-${this.asked.length}`, options.applicationServerKey);
  };
}
