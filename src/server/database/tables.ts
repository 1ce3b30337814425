import type { Kysely } from "kysely";
import type { AlertSettings, AlertSubject } from "#content/alerts/alerts.ts";

/** The tables that are ours. Those of users, sessions and tokens belong to the auth library, which makes them itself. */
export type Tables = {
  /**
   * One row a record, those taken away included. `revision` is when it was synced, in milliseconds since 1970, or a little after
   * where two fell together. `sealed_by` is the key that encrypts it; "" in what earlier versions stored and no device has encrypted since.
   */
  library: { user_id: string; kind: string; id: string; stamp: string; value: string; revision: number; sealed_by: string };
  /** The key of an account's library, encrypted under its recovery phrase, and earlier keys, encrypted under this one. */
  account_key: { user_id: string; id: string; phrase: string; earlier: string };
  /** The last revision of an account, and what it holds. */
  library_revision: { user_id: string; revision: number; records: number; bytes: number };
  /** The last revisions that devices were told, and when they last were, in milliseconds since 1970. */
  given_revision: { user_id: string; revision: number; told: number };
  /**
   * `id` is the credential's, `public_key` its COSE key; both are base64url. Times are milliseconds since 1970.
   * `library_key` is the key of the library, encrypted under what the passkey's PRF answers, where it opens it.
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
  /** Emails that ask to confirm an address: token and the browser that signed up or changed the address, both hashed. */
  email_token: { key: string; user_id: string; attempt: string | null; until: number };
  /** What devices were asked to sign, hashed. */
  challenge: { key: string; until: number };
  /**
   * What an account asked to be told of, by push and by mail. `digest_since` is until when the last digest reached, `digest_due` when the
   * next one is, and `digest_tries` how often that did not leave. Times are milliseconds since 1970, here and below.
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
  /** Where alerts of an account go: a push subscription (RFC 8030), with its keys (RFC 8291). Since `gone_at` its push service has no device for it. */
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
  /** Stories that an instance has found in an edition (by its prefix), and once more where it was breaking news: none is found twice. */
  seen_story: { edition: string; slug: string; breaking: 0 | 1; found_at: number };
  /** A story that an account is to be told of, or was at `sent_at`. `place` is the one that the front page gave it. */
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
  /** An alert that has not reached a device yet. Whoever sends it moves `due` first, so that no other instance does. */
  alert_push: { device_id: string; slug: string; edition: string; breaking: 0 | 1; due: number; until: number; tries: number };
  /** How often something was tried since `since`, in milliseconds since 1970. */
  attempt: { key: string; since: number; count: number };
};

export type Database = Kysely<Tables>;
