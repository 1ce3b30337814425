import * as v from "valibot";
import { described } from "./settingSchemas.ts";

/** What crawlers may do, from everything to nothing. */
export const ROBOTS = ["all", "no-training", "search", "none"] as const;

/** `robots` of edition.json. */
export const RobotsSettingsSchema = v.optional(
  described(
    v.strictObject({
      allow: v.optional(
        described(
          v.picklist(ROBOTS, `must be one of ${ROBOTS.join(", ")}`),
          "`all`: everything. `no-training`: all but collecting texts to train models. `search`: search engines only, no training and no assistants. `none`: nothing.",
        ),
        "all",
      ),
      lines: v.optional(
        described(
          v.array(v.pipe(v.string(), v.regex(/^[^\r\n]*$/u, "must be one line"))),
          "Lines of your own, added at the end of robots.txt.",
        ),
        [],
      ),
    }),
    "What [crawlers](hosting.md#crawlers) may do, in robots.txt, in headers and in the reservation of text and data mining.",
    { allow: "no-training", lines: ["User-agent: Slowbot", "Crawl-delay: 10"] },
  ),
  {},
);
