/** The state of the previous build cannot be used: the edition must be built from scratch. */
export class BrokenStateError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "BrokenStateError";
  }
}
