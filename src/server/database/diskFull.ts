import { Problem } from "../problem.ts";

/** SQLite's name for a disk that takes no more, or refuses to; PostgreSQL's (SQLSTATE 53100). */
const CODES = /^(?:SQLITE_FULL|SQLITE_IOERR.*|53100)$/u;

export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && "code" in error && typeof error.code === "string" && CODES.test(error.code);
}

/** What was there before is still there: a change is kept whole or not at all. */
export const diskFull = (): Problem =>
  new Problem(507, "disk-full", "The server's disk is full. Nothing was changed, and what was stored before is safe.");
