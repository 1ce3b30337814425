import { randomBytes } from "node:crypto";
import pg from "pg";

/** A separate database on the PostgreSQL server of an environment, for tests of tasks that run over all accounts. */
export async function ownDatabase(env: Record<string, string>): Promise<{ env: Record<string, string>; drop: () => Promise<void> }> {
  const address = env["DATABASE_URL"];
  if (address === undefined) return { env, drop: () => Promise.resolve() };
  const name = `own_${randomBytes(6).toString("hex")}`;
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  await client.query(`create database ${name}`);
  const own = new URL(address);
  own.pathname = `/${name}`;
  const drop = async () => {
    await client.query(`drop database ${name} with (force)`);
    await client.end();
  };
  return { env: { ...env, DATABASE_URL: own.href }, drop };
}
