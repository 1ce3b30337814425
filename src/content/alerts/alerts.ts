import * as v from "valibot";
import { Base64urlSchema } from "../base64url.ts";
import { SlugSchema } from "../article.ts";
import { DirectionSchema } from "../blocks/inline.ts";
import { FollowedKindSchema } from "../library/libraryRecord.ts";

/** How many subjects the alerts of an account can have. */
export const MOST_ALERT_SUBJECTS = 200;

/** How many devices can receive the alerts of an account. */
export const MOST_ALERT_DEVICES = 10;

/** How many alerts a day an account can ask for. */
export const MOST_ALERTS_A_DAY = 20;

/** All that the server learns of the library of a reader who wants alerts: the rest never leaves the devices unencrypted (decision 45). */
export const AlertSubjectSchema = v.object({ kind: FollowedKindSchema, slug: v.pipe(SlugSchema, v.maxLength(250)) });

/** A time of day on a 24-hour clock. */
const ClockSchema = v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, "must be a time of day, such as 22:00"));

/** What a reader wants alerts about, and when. */
export const AlertSettingsSchema = v.object({
  subjects: v.pipe(v.array(AlertSubjectSchema), v.maxLength(MOST_ALERT_SUBJECTS, `must be at most ${MOST_ALERT_SUBJECTS}`)),
  /** "only": breaking news and nothing else; "too": breaking news and the stories of the subjects; "none": only the latter. */
  breaking: v.picklist(["only", "too", "none"]),
  /** The hours in which nothing is pushed, by the time zone. Past midnight if they end before they begin; none if both are the same. */
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
  /** The language of the interface, a BCP 47 tag. It selects the edition that alerts come from, and the language of the digest. */
  language: v.pipe(
    v.string(),
    v.maxLength(100),
    v.check((tag) => isKnown(() => Intl.getCanonicalLocales(tag)), "must be a language tag"),
  ),
});

/** `Intl` throws on values it does not know. */
function isKnown(ask: () => unknown): boolean {
  try {
    ask();
    return true;
  } catch {
    return false;
  }
}

/** The settings of alerts before a reader changes them. */
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

/** A device's new subscription, which replaces one that the server identifies by its endpoint and secret. */
export const RenewedSubscriptionSchema = v.object({
  ...SubscriptionSchema.entries,
  old: v.object({ endpoint: SubscriptionSchema.entries.endpoint, auth: AuthSchema }),
});

/** A subscription, with the label of its device. */
export const NewAlertDeviceSchema = v.object({
  ...SubscriptionSchema.entries,
  label: v.pipe(v.string(), v.maxLength(200), v.regex(/^\P{Cc}*$/u, "must be text of one line")),
});

/** The server's response about the alerts of an account. */
export const AlertsSchema = v.object({
  /** The public key with which a browser subscribes (RFC 8292), in base64url. */
  key: v.string(),
  /** Oldest first. `addedAt` is ISO 8601. */
  devices: v.array(v.object({ id: v.string(), label: v.string(), addedAt: v.string() })),
  /** The ids of devices that pushes do not reach at present. They may come back. */
  gone: v.optional(v.array(v.string()), []),
  /** Whether alerts are on. While they are off the server stores no settings, and returns the defaults. */
  on: v.boolean(),
  settings: AlertSettingsSchema,
});

/**
 * A push message in the form of Declarative Web Push (https://www.w3.org/TR/push-api/#declarative-push-message).
 * Browsers that support it show it by themselves; in others, our worker does.
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
    /** The story's slug: a second notification about it replaces the first. */
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
