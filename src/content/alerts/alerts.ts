import * as v from "valibot";
import { Base64urlSchema } from "../base64url.ts";
import { SlugSchema } from "../article.ts";
import { DirectionSchema } from "../blocks/inline.ts";
import { FollowedKindSchema } from "../library/record.ts";

/** Subjects that the alerts of an account can be about. */
export const MOST_ALERT_SUBJECTS = 200;

/** Devices that alerts of an account can reach. */
export const MOST_ALERT_DEVICES = 10;

/** Alerts that an account can ask for in a day. */
export const MOST_ALERTS_A_DAY = 20;

/** What the server is told of a library where a reader wants alerts: nothing else of it leaves the devices unencrypted (decision 45). */
export const AlertSubjectSchema = v.object({ kind: FollowedKindSchema, slug: v.pipe(SlugSchema, v.maxLength(250)) });

/** A time of day on a clock of 24 hours. */
const ClockSchema = v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, "must be a time of day, such as 22:00"));

/** What a reader wants to hear of, and when. */
export const AlertSettingsSchema = v.object({
  subjects: v.pipe(v.array(AlertSubjectSchema), v.maxLength(MOST_ALERT_SUBJECTS, `must be at most ${MOST_ALERT_SUBJECTS}`)),
  /** Breaking news alone, besides the stories of the subjects, or only as far as a subject is theirs. */
  breaking: v.picklist(["only", "too", "none"]),
  /** From when until when nothing is pushed, in the time zone; over midnight where it ends before it begins, and never where both are the same. */
  quiet: v.nullable(v.object({ from: ClockSchema, until: ClockSchema })),
  /** A name of the IANA database: "Europe/Vienna". */
  timeZone: v.pipe(
    v.string(),
    v.maxLength(100),
    v.check((zone) => /^[a-z]/iu.test(zone) && isKnown(() => new Intl.DateTimeFormat("en", { timeZone: zone })), "must be a time zone"),
  ),
  perDay: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_ALERTS_A_DAY)),
  /** How often an email lists the new stories of the subjects. */
  digest: v.picklist(["off", "daily", "weekly"]),
  /** Of the interface, a BCP 47 tag: which edition alerts are from, and what language the digest speaks. */
  language: v.pipe(
    v.string(),
    v.maxLength(100),
    v.check((tag) => isKnown(() => Intl.getCanonicalLocales(tag)), "must be a language tag"),
  ),
});

/** `Intl` throws what it does not know. */
function isKnown(ask: () => unknown): boolean {
  try {
    ask();
    return true;
  } catch {
    return false;
  }
}

/** What alerts are before a reader has said anything. */
export const alertSettingsAtFirst = (timeZone: string, language: string): AlertSettings => ({
  subjects: [],
  breaking: "too",
  quiet: { from: "22:00", until: "07:00" },
  timeZone,
  perDay: 5,
  digest: "off",
  language,
});

const AuthSchema = v.pipe(Base64urlSchema, v.length(22));

/** A push subscription as a browser gives it (Push API, section 8). */
const SubscriptionSchema = v.object({
  endpoint: v.pipe(v.string(), v.maxLength(2000), v.url("must be an address")),
  /** A point on the curve P-256, 65 bytes, and 16 bytes (RFC 8291, section 2). */
  keys: v.object({ p256dh: v.pipe(Base64urlSchema, v.length(87)), auth: AuthSchema }),
});

/** A new subscription of a device, in the place of one that the server knows by its address and its secret. */
export const RenewedSubscriptionSchema = v.object({
  ...SubscriptionSchema.entries,
  old: v.object({ endpoint: SubscriptionSchema.entries.endpoint, auth: AuthSchema }),
});

/** A subscription, with what the reader sees its device by. */
export const NewAlertDeviceSchema = v.object({
  ...SubscriptionSchema.entries,
  label: v.pipe(v.string(), v.maxLength(200), v.regex(/^\P{Cc}*$/u, "must be text of one line")),
});

/** What the server answers about the alerts of an account. */
export const AlertsSchema = v.object({
  /** The public key that a browser is to subscribe with (RFC 8292), base64url. */
  key: v.string(),
  /** Oldest first. `addedAt` is ISO 8601. */
  devices: v.array(v.object({ id: v.string(), label: v.string(), addedAt: v.string() })),
  /** The ids of devices that no push reaches at present, and that may come back. */
  gone: v.optional(v.array(v.string()), []),
  /** Whether they are on: the server knows nothing else, and answers the settings at first. */
  on: v.boolean(),
  settings: AlertSettingsSchema,
});

/**
 * What is pushed: a message of Declarative Web Push (https://www.w3.org/TR/push-api/#declarative-push-message),
 * which a browser shows by itself, and our worker where it does not.
 */
export const AlertMessageSchema = v.object({
  web_push: v.literal(8030),
  notification: v.object({
    title: v.string(),
    body: v.optional(v.string()),
    /** The full address of the story. */
    navigate: v.string(),
    lang: v.string(),
    dir: DirectionSchema,
    /** The story's slug: a second notice of it takes the place of the first. */
    tag: v.string(),
    silent: v.optional(v.boolean()),
    data: v.optional(v.record(v.string(), v.unknown())),
  }),
});

export type AlertSubject = v.InferOutput<typeof AlertSubjectSchema>;
export type AlertSettings = v.InferOutput<typeof AlertSettingsSchema>;
export type RenewedSubscription = v.InferOutput<typeof RenewedSubscriptionSchema>;
export type NewAlertDevice = v.InferOutput<typeof NewAlertDeviceSchema>;
export type Alerts = v.InferOutput<typeof AlertsSchema>;
export type AlertMessage = v.InferOutput<typeof AlertMessageSchema>;
