import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { openDatabase, type OpenDatabase } from "#server/database/openDatabase.ts";
import { type ServerSettings, serverSettings, ServerSettingsError } from "#server/serverSettings.ts";
import { errorMessage } from "#compiler/text/errorMessage.ts";
import { CliError } from "./CliError.ts";

/** For commands that send no email, in which the server's address would be. */
export const NOWHERE = "http://localhost/";

/**
 * Opens the database of the server, on the settings that `serve --accounts` has too.
 * @param migrate creates the tables that the command needs
 */
export async function openAccounts(
  folder: string,
  { address, migrate, env = process.env }: { address: string; migrate: (database: OpenDatabase) => Promise<void>; env?: NodeJS.ProcessEnv },
): Promise<{ settings: ServerSettings; database: OpenDatabase }> {
  if (!env["DATABASE_URL"] && !existsSync(join(folder, "accounts.db")))
    throw new CliError(`There are no accounts in ${folder}. Name the folder of \`serve --accounts\` with --accounts, or set DATABASE_URL.`);
  try {
    const settings = serverSettings(env, address, resolve(folder));
    const database = openDatabase(settings);
    await migrate(database);
    return { settings, database };
  } catch (error) {
    if (error instanceof ServerSettingsError) throw new CliError(error.message, { cause: error });
    throw new CliError(`The database cannot be opened: ${errorMessage(error)}`, { cause: error });
  }
}
