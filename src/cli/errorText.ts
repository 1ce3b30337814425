/** What went wrong and why: of an error only the text gets to another thread whole. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return `${error.stack ?? error.message}${error.cause === undefined ? "" : `\nCaused by ${errorText(error.cause)}`}`;
}
