import { offlinePath } from "./serviceWorker.ts";
import {
  accountPath,
  catchUpPath,
  followingPath,
  highlightsPath,
  historyPath,
  resetPath,
  savedPath,
  searchPath,
  verifyPath,
} from "./paths.ts";

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

/** Those that belong to an account, where the paper has accounts. */
export const ACCOUNT_PAGES = [accountPath, verifyPath, resetPath].map((path) => [path, "account"] as const);
