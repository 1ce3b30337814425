import type { Settings } from "../settings/settings.ts";

/** The language of a story as its file states it, if that is a BCP 47 tag; otherwise the paper's. */
export const storyLanguage = (stated: unknown, { language }: Pick<Settings, "language">): string =>
  typeof stated === "string" && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(stated) ? stated : language;
