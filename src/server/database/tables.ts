import type { Kysely } from "kysely";
import type { AlertSettings, AlertSubject } from "#content/alerts/alerts.ts";
import type { Fault } from "#content/fault.ts";

/** Our own tables. Those of users, sessions and tokens belong to the auth library, which creates them itself. */
export type Tables = {
  /**
   * One row per record, including removed ones. `revision` is when it was synced, in milliseconds since 1970, or a little later if two
   * coincide. `sealed_by` is the id of the key that encrypts it; "" in records of earlier versions that no device has encrypted since.
   */
  library: { user_id: string; kind: string; id: string; stamp: string; value: string; revision: number; sealed_by: string };
  /** The key of an account's library, encrypted under its recovery phrase, and earlier keys, encrypted under this one. */
  account_key: { user_id: string; id: string; phrase: string; earlier: string };
  /** The last revision of an account's library, and its size. */
  library_revision: { user_id: string; revision: number; records: number; bytes: number };
  /** The last revisions that devices were given, and when that last happened, in milliseconds since 1970. */
  given_revision: { user_id: string; revision: number; told: number };
  /**
   * `id` is the credential's, `public_key` its COSE key; both are base64url. Times are milliseconds since 1970.
   * `library_key` is the key of the library, encrypted under the output of the passkey's PRF, if the passkey opens it.
   */
  passkey: {
    id: string;
    user_id: string;
    public_key: string;
    counter: number;
    device: string;
    created_at: number;
    used_at: number | null;
    library_key: string | null;
  };
  /** Emails that confirm an address: the token, and the id of the browser that signed up or changed the address, both hashed. */
  email_token: { key: string; user_id: string; attempt: string | null; until: number };
  /** Emails that the mail server has not taken yet, encrypted, by their hashed recipient and the kind of message. */
  waiting_email: { recipient: string; kind: string; sealed: string; due: number; until: number; tries: number };
  /** Challenges that devices were asked to sign, hashed. */
  challenge: { key: string; until: number };
  /**
   * The settings of an account's alerts and digests. `digest_since` is the time up to which the last digest reached, `digest_due` when
   * the next one is due, and `digest_tries` how often sending it failed. Times are milliseconds since 1970, here and below.
   */
  alert_settings: {
    user_id: string;
    breaking: AlertSettings["breaking"];
    quiet_from: string | null;
    quiet_until: string | null;
    time_zone: string;
    per_day: number;
    digest: AlertSettings["digest"];
    language: string;
    digest_since: number;
    digest_due: number | null;
    digest_tries: number;
  };
  alert_subject: { user_id: string; kind: AlertSubject["kind"]; slug: string };
  /** A device that receives alerts: a push subscription (RFC 8030) with its keys (RFC 8291). `gone_at` is when it ended. */
  alert_device: {
    id: string;
    user_id: string;
    endpoint: string;
    p256dh: string;
    auth: string;
    label: string;
    added_at: number;
    gone_at: number | null;
  };
  /** Stories that an instance has found in an edition (by its prefix), once more if as breaking news: none is found twice. */
  seen_story: { edition: string; slug: string; breaking: 0 | 1; found_at: number };
  /** An alert for an account: waiting, or sent at `sent_at`. `place` is the position of its story on the front page. */
  alert: {
    user_id: string;
    slug: string;
    edition: string;
    breaking: 0 | 1;
    place: number;
    found_at: number;
    due: number;
    sent_at: number | null;
  };
  /** An alert that has not reached a device yet. An instance moves `due` before it sends one, so that no other does. */
  alert_push: { device_id: string; slug: string; edition: string; breaking: 0 | 1; due: number; until: number; tries: number };
  /** How often a fault was reported by readers' browsers on a day (UTC), YYYY-MM-DD. */
  fault: { day: string; kind: Fault["kind"]; message: string; place: string; count: number };
  /** Who gets the newsletter, by the hash of the address; of those who have left, only the hash is kept. `edition` is its prefix. */
  newsletter_subscriber: {
    recipient: string;
    email: string | null;
    edition: string;
    since: number;
    bounced_at: number | null;
    left_at: number | null;
  };
  /** An issue of the newsletter that is or was sent, and the choice of its stories. */
  newsletter_issue: { key: string; edition: string; chosen: string; made_at: number };
  /**
   * A letter of an issue: claimed by a sender before it is sent. One that stays "claimed" or is "uncertain" may have arrived; one that is
   * "waiting" is tried again when it is due.
   */
  newsletter_letter: {
    issue: string;
    recipient: string;
    sender: string;
    state: "claimed" | "sent" | "waiting" | "bounced" | "refused" | "uncertain" | "left";
    due: number;
    tries: number;
  };
  /**
   * A member on the paper's own list, `until` when, or null until removed. One with a `customer` was taken over from another system that
   * is paid with Stripe: what Stripe then tells of that customer counts instead.
   */
  member: { email: string; tier: string; until: number | null; customer: string | null; added_at: number };
  /** The address of a customer of Stripe, and when that was told. */
  stripe_customer: { id: string; email: string; told_at: number };
  /**
   * A subscription at Stripe. `version` orders its states, so that an earlier one never replaces a later one; it is 0 while only invoices
   * are known. `until` is how long that state gives access, below 0 if it gives none, and `paid_until` how far invoices are paid. `items`
   * are the ids of its prices and products, as JSON.
   */
  stripe_subscription: { id: string; customer: string; version: number; until: number; paid_until: number; items: string };
  /** The number of attempts since `since`, in milliseconds since 1970. */
  attempt: { key: string; since: number; count: number };
};

export type Database = Kysely<Tables>;
