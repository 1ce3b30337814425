import type { Parser } from "./parsers.ts";

/** The most processor time for one input, in seconds. */
const MOST = 3;

/**
 * What is wrong with the way in which a parser takes some bytes: what it throws, and where, or that it takes too long.
 * It is the same for inputs with the same cause.
 */
export async function faultIn({ read }: Parser, bytes: Uint8Array): Promise<string | undefined> {
  const start = process.cpuUsage();
  try {
    await read(bytes);
  } catch (error) {
    if (!(error instanceof Error)) return String(error);
    const functions = Array.from((error.stack ?? "").matchAll(/^ +at (?:async )?([\w.<>]+) \(/gmu), ([, name]) => name);
    return [error.name, ...functions.slice(0, 3)].join(" in ");
  }
  const { user, system } = process.cpuUsage(start);
  return user + system > MOST * 1e6 ? `takes more than ${MOST} s` : undefined;
}
