import { offlinePath } from "../serviceWorker.ts";
import { catchUpPath, followingPath, highlightsPath, historyPath, savedPath, searchPath } from "../paths.ts";

/** The 404 page. */
export const missingPath = "/404";

/** What a paper says when its server fails; a file of its own, not a page of the app. */
export const failedPath = "/500";

/** Pages without content of the paper, each with its feature: search results, and what is stored on the device. */
export const OWN_PAGES = [
  [searchPath, "search"],
  [offlinePath, "offline"],
  [savedPath, "library"],
  [followingPath, "library"],
  [highlightsPath, "library"],
  [historyPath, "library"],
  [catchUpPath, "library"],
] as const;

/** The account pages of a paper with accounts: the account, and the targets of links in emails, with a token after "#". */
export const ACCOUNT_PATHS = ["/account", "/account/verify", "/account/reset", "/account/alerts/leave"] as const;
export const ACCOUNT_PAGES = ACCOUNT_PATHS.map((path) => [path, "account"] as const);
