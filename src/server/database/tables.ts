import type { Kysely } from "kysely";

/** The tables that are ours. Those of users, sessions and tokens belong to the auth library, which makes them itself. */
export type Tables = {
  /** One row a record, those taken away included. `revision` counts the syncs of its account. */
  library: { user_id: string; kind: string; id: string; stamp: string; value: string; revision: number };
  library_revision: { user_id: string; revision: number };
  /** How often something was tried since `since`, in milliseconds since 1970. */
  attempt: { key: string; since: number; count: number };
};

export type Database = Kysely<Tables>;
