/** A request to the account server, or a step of one, failed. `code` is that of the server's problem; "connection" if no answer came. */
export class ApiError extends Error {
  readonly code: string;

  constructor(code: string, cause?: unknown) {
    super(`The account request failed: ${code}.`, { cause });
    this.name = "ApiError";
    this.code = code;
  }
}
