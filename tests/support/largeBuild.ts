import { writeSync } from "node:fs";
import { Output } from "#compiler/output/output.ts";
import { stageSite } from "#cli/stage/stagedSite.ts";

// A build that changes many files. Its arguments are the folder of the site and their number.
const [, , site = "", count = ""] = process.argv;
await stageSite(
  site,
  async ({ folder, site: before }) => {
    const output = new Output(folder, before);
    for (let at = 0; at < Number(count); at += 1) output.write(`article/${at}.html`, "two");
    return output.finish();
  },
  () => {
    // The next step puts the new site in place.
    writeSync(1, "now");
    return true;
  },
  () => {},
);
