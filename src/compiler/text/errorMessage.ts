/** The message of an error; anything else that was thrown, as text. */
export const errorMessage = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** An error as text, with its stack and its causes: another thread would not receive an error object intact. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return `${error.stack ?? error.message}${error.cause === undefined ? "" : `\nCaused by ${errorText(error.cause)}`}`;
}

/** The first line of an error that the paper's code threw, with a full stop at the end. */
export function messageOf(error: unknown): string {
  const [line = ""] = errorMessage(error).trim().split("\n");
  return line.replace(/\.?$/u, ".");
}
