import type { WebAuthnCredential } from "@simplewebauthn/server";
import type { Database } from "../database/tables.ts";

export type Passkey = { id: string; device: string; createdAt: string; usedAt: string | null };

/** The passkeys of an account, newest first, without their keys. */
export async function passkeysOf(db: Database, user: string): Promise<Passkey[]> {
  const rows = await db
    .selectFrom("passkey")
    .select(["id", "device", "created_at", "used_at"])
    .where("user_id", "=", user)
    .orderBy("created_at", "desc")
    .execute();
  return rows.map(({ id, device, created_at: createdAt, used_at: usedAt }) => ({
    id,
    device,
    createdAt: new Date(createdAt).toISOString(),
    usedAt: usedAt === null ? null : new Date(usedAt).toISOString(),
  }));
}

export async function keepPasskey(
  db: Database,
  user: string,
  { id, publicKey, counter }: WebAuthnCredential,
  device: string,
): Promise<void> {
  const key = Buffer.from(publicKey).toString("base64url");
  await db
    .insertInto("passkey")
    .values({ id, user_id: user, public_key: key, counter, device, created_at: Date.now(), used_at: null, library_key: null })
    .execute();
}

export async function findPasskey(db: Database, id: string): Promise<{ user: string; credential: WebAuthnCredential } | undefined> {
  const row = await db.selectFrom("passkey").select(["user_id", "public_key", "counter"]).where("id", "=", id).executeTakeFirst();
  if (row === undefined) return undefined;
  const publicKey = new Uint8Array(Buffer.from(row.public_key, "base64url"));
  return { user: row.user_id, credential: { id, publicKey, counter: row.counter } };
}

export async function notePasskeyUsed(db: Database, id: string, counter: number): Promise<void> {
  await db.updateTable("passkey").set({ counter, used_at: Date.now() }).where("id", "=", id).execute();
}

/** @returns whether the account had the passkey */
export async function dropPasskey(db: Database, user: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom("passkey").where("user_id", "=", user).where("id", "=", id).executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function dropPasskeys(db: Database, user: string): Promise<void> {
  await db.deleteFrom("passkey").where("user_id", "=", user).execute();
}
