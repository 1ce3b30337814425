import { Problem } from "../problemResponse.ts";

/** The error codes of SQLite for a full or failing disk, and of PostgreSQL for a full one (SQLSTATE 53100). */
const CODES = /^(?:SQLITE_FULL|SQLITE_IOERR.*|53100)$/u;

export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && "code" in error && typeof error.code === "string" && CODES.test(error.code);
}

/** Stored data is safe: a change is stored whole or not at all. */
export const diskFull = (): Problem =>
  new Problem(507, "disk-full", "The server's disk is full. Nothing was changed, and what was stored before is safe.");
