import { sql } from "kysely";
import type { Database } from "../database/tables.ts";

/** Deletes an account whose address is not confirmed, since the address belongs to whoever proves it. */
export async function dropUnconfirmed(db: Database, email: string): Promise<void> {
  // The address of an account from X (Twitter) may be one that cannot be confirmed.
  await sql`delete from "user" where email = ${email} and not "emailVerified"
    and not exists (select 1 from account where account."userId" = "user".id and account."providerId" <> 'credential')`.execute(db);
}
