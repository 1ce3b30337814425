import * as v from "valibot";
import { CliError } from "../CliError.ts";
import { LIST, type Target } from "./target.ts";

/**
 * What a target has: the hash of each file by its key, "" while it is being sent; since when the site no longer has those that are
 * removed later; and when the deployment that is running has last renewed this list.
 */
const DeployedSchema = v.object({
  files: v.record(v.string(), v.string()),
  later: v.record(v.string(), v.string()),
  running: v.optional(v.object({ id: v.string(), at: v.string() })),
});

export type Deployed = v.InferOutput<typeof DeployedSchema>;

/** The list, and the tag of its version; undefined before the first deployment. */
export type Kept = { deployed: Deployed; tag: string | undefined };

/** @throws CliError if the list is there and cannot be understood */
export async function readDeployed(target: Target): Promise<Kept> {
  const list = await target.readList();
  if (list === undefined) return { deployed: { files: {}, later: {} }, tag: undefined };
  try {
    return { deployed: v.parse(DeployedSchema, JSON.parse(list.text)), tag: list.tag };
  } catch (cause) {
    throw new CliError(`The list ${LIST} at ${target.name} is damaged. Remove it there, and deploy again: everything is sent once more.`, {
      cause,
    });
  }
}
