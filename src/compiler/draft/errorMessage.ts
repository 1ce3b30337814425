/** What an error says; anything else that was thrown, as text. */
export const errorMessage = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The same with where it was thrown and what caused it: of an error only the text gets to another thread whole. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return `${error.stack ?? error.message}${error.cause === undefined ? "" : `\nCaused by ${errorText(error.cause)}`}`;
}
