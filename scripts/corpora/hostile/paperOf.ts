import { join } from "node:path";
import { hostileContent } from "../../../tests/support/hostile/hostileContent.ts";
import { broadsheet, install } from "../../../tests/support/installation.ts";

/** A built paper, and the paths of its articles. */
export type Paper = { site: string; paths: string[] };

/** Builds a paper with articles that have each payload in each of their fields. */
export async function paperOf(folder: string, payloads: string[]): Promise<Paper> {
  const below = (name: string) => join(folder, name);
  const paths = hostileContent(below("content"), payloads);
  await install(below("installation"));
  await broadsheet(below("installation"), "build", "--content", below("content"), "--out", below("site"), "--no-compress");
  return { site: below("site"), paths };
}
