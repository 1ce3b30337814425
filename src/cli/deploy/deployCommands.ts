import type { Command } from "commander";
import { parseUrl } from "../options.ts";
import type { DeployOptions } from "./deploy.ts";
import type { TargetOptions } from "./targetOf.ts";

/** Adds the commands that publish a built site, and say so. Each loads its modules when it runs. */
export function addDeployCommands(program: Command): void {
  program
    .command("deploy")
    .description("send what has changed in a built site to where it is published")
    .argument("[site]", "the folder of the site", "site")
    .requiredOption("--to <place>", "s3://bucket/prefix, rsync:host:/path, or a folder")
    .option("--endpoint <address>", "the storage, if it is not Amazon's (or AWS_ENDPOINT_URL in the environment)", parseUrl)
    .option("--region <name>", "its region (or AWS_REGION)")
    .option("--dry-run", "list what would be sent and removed, and change nothing")
    .option("--allow-removals", "go on if more than a fifth of the published stories, or all, would be removed")
    .action(async (site: string, options: TargetOptions & DeployOptions) => {
      const { deploy } = await import("./deploy.ts");
      const { targetOf } = await import("./targetOf.ts");
      const sent = await deploy(site, await targetOf(site, options), options);
      const { announce } = await import("../announce/announce.ts");
      if (sent) await announce(site, sent);
    });

  program
    .command("ping")
    .description("tell search engines and feed readers what is new in a published site, as the setting announce says")
    .argument("[site]", "the folder of the site", "site")
    .action(async (site: string) => {
      const { announce } = await import("../announce/announce.ts");
      if (!(await announce(site))) console.error(`Nobody was told: the site has no "announce" in edition.json, or no address ("url").`);
    });
}
