/** The server said no, or nothing. `code` is the one of its problem; "connection" where no answer came. */
export class ApiError extends Error {
  readonly code: string;

  constructor(code: string, cause?: unknown) {
    super(`The accounts answered: ${code}.`, { cause });
    this.name = "ApiError";
    this.code = code;
  }
}
