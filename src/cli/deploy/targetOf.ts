import { resolve } from "node:path";
import { CliError } from "../CliError.ts";
import { refuseOverlap } from "../options.ts";
import { folderTarget } from "./folderTarget.ts";
import { rsyncTarget } from "./rsyncTarget.ts";
import type { Target } from "./target.ts";

export type TargetOptions = { to: string; endpoint?: string; region?: string };

/** The target that --to names: s3://bucket/prefix, rsync:host:/path, or a folder. @throws CliError if it names none */
export async function targetOf(site: string, { to, endpoint, region }: TargetOptions): Promise<Target> {
  const [, bucket, prefix = ""] = /^s3:\/\/([a-z\d][a-z\d.-]+)(?:\/(.*?))?\/*$/u.exec(to) ?? [];
  if (bucket !== undefined) {
    const { s3Target } = await import("./s3Target.ts");
    return s3Target({ bucket, prefix, ...(endpoint && { endpoint }), ...(region && { region }) });
  }
  if (to.startsWith("rsync:")) return rsyncTarget(site, to.slice("rsync:".length));
  if (/^[\w+-]+:\/\//u.test(to)) throw new CliError(`${to} is not a place to deploy to. Name s3://bucket, rsync:host:/path, or a folder.`);
  refuseOverlap(site, to, "The site must not be in the folder that it is deployed to, nor contain it.");
  return folderTarget(resolve(to));
}
