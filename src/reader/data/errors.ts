/** A server said no. 404 means that the page does not exist; everything else may pass. */
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

/** No answer at all: the connection is gone. */
export class ConnectionError extends Error {
  readonly url: string;

  constructor(url: string, cause: unknown) {
    super(`There was no answer for ${url}.`, { cause });
    this.name = "ConnectionError";
    this.url = url;
  }
}

/** An answer that is not the JSON it should be: cut off in the middle, or another kind of file. */
export class BrokenFileError extends Error {
  readonly url: string;

  constructor(url: string, cause: unknown) {
    super(`The file ${url} is incomplete or damaged.`, { cause });
    this.name = "BrokenFileError";
    this.url = url;
  }
}

/** A part of the reader's own code did not come: there is no connection, or a newer version has been published since this page was opened. */
export class PartError extends Error {
  constructor(cause: unknown) {
    super("A part of this reader did not load.", { cause });
    this.name = "PartError";
  }
}
