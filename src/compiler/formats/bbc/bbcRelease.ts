import { releaseTable } from "../../draft/release/releaseTable.ts";

/** When readers may see a story, by its metadata. */
export const bbcRelease = releaseTable({
  "passport.availability": { publishes: ["available"], withholds: ["unavailable"] },
  "passport.status": { means: "status" },
});
