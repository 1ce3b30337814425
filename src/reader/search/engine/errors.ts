/** The search cannot answer: its files did not come, or came damaged. The page offers "Try again". */
export class SearchError extends Error {
  constructor(cause: unknown) {
    super("The search index could not be loaded.", { cause });
    this.name = "SearchError";
  }
}
