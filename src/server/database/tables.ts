import type { Kysely } from "kysely";

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
  /** How often something was tried since `since`, in milliseconds since 1970. */
  attempt: { key: string; since: number; count: number };
};

export type Database = Kysely<Tables>;
