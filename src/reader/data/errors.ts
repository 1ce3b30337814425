/** The server refused a request. 404 means that the page does not exist; any other status may be temporary. */
export class HttpError extends Error {
  readonly status: number;
  readonly url: string;

  constructor(status: number, url: string) {
    super(`The server answered ${status} for ${url}.`);
    this.name = "HttpError";
    this.status = status;
    this.url = url;
  }
}

/** Whether the server says that there is no such page, or none any more. */
export const isGone = (error: unknown): boolean => error instanceof HttpError && error.status === 404;

/** No answer came: there is no connection. */
export class ConnectionError extends Error {
  readonly url: string;

  constructor(url: string, cause: unknown) {
    super(`There was no answer for ${url}.`, { cause });
    this.name = "ConnectionError";
    this.url = url;
  }
}

/** An answer that is not the expected JSON: cut off, or another kind of file. */
export class BrokenFileError extends Error {
  readonly url: string;

  constructor(url: string, cause: unknown) {
    super(`The file ${url} is incomplete or damaged.`, { cause });
    this.name = "BrokenFileError";
    this.url = url;
  }
}

/** A part of the app's own code did not load: there is no connection, or a newer version was published after this page was opened. */
export class PartError extends Error {
  constructor(cause: unknown) {
    super("A part of this reader did not load.", { cause });
    this.name = "PartError";
  }
}
