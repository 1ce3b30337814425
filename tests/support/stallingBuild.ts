import { Output } from "#compiler/output/output.ts";
import { stageSite } from "#cli/stage/stagedSite.ts";

// A build that pauses in the middle and waits to be killed. Its argument is the folder of the site.
const [, , site = ""] = process.argv;
setInterval(() => {}, 1000);
await stageSite(
  site,
  async ({ folder, site: before }) => {
    new Output(folder, before).write("index.html", "half");
    process.stdout.write(folder);
    await new Promise(() => {});
  },
  () => true,
  () => {},
);
