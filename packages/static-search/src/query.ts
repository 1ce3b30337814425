/** The entry for parsing queries, for a search that does not use the index. */
export { type Lexeme, lexQuery } from "./query/lexQuery.ts";
export { type Notice, noticeText } from "./query/notice.ts";
export { parseQuery } from "./query/parseQuery.ts";
export type { Clause, Item, Query, QueryToken } from "./query/clauses.ts";
