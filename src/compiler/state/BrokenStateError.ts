/** What the build before left cannot be used: the edition is to be built from nothing. */
export class BrokenStateError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "BrokenStateError";
  }
}
