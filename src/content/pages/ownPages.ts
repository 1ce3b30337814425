import { offlinePath } from "../serviceWorker.ts";
import { catchUpPath, followingPath, highlightsPath, historyPath, savedPath, searchPath } from "../paths.ts";

/** The page for what is not there. */
export const missingPath = "/404";

/** Pages that are no pages of the paper, with what they are for: answers of a search, and what lies on a device. */
export const OWN_PAGES = [
  [searchPath, "search"],
  [offlinePath, "offline"],
  [savedPath, "library"],
  [followingPath, "library"],
  [highlightsPath, "library"],
  [historyPath, "library"],
  [catchUpPath, "library"],
] as const;

/** The account, where the paper has accounts, and where emails about it lead, with a token behind "#". */
export const ACCOUNT_PATHS = ["/account", "/account/verify", "/account/reset", "/account/alerts/leave"] as const;
export const ACCOUNT_PAGES = ACCOUNT_PATHS.map((path) => [path, "account"] as const);
