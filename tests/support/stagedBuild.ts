import { Output } from "#compiler/output/output.ts";
import { type Stage, stageSite } from "#cli/stage/stagedSite.ts";

/**
 * A build of a site with these files, as the compiler writes it.
 * @returns its messages
 */
export async function stagedBuild(site: string, files: Record<string, string>): Promise<string[]> {
  const said: string[] = [];
  const write = (stage: Stage) => {
    const output = new Output(stage.folder, stage.site);
    for (const [file, text] of Object.entries(files)) output.write(file, text);
    return Promise.resolve(output.finish());
  };
  await stageSite(
    site,
    write,
    () => true,
    (sentence) => said.push(sentence),
  );
  return said;
}

/** A build that fails. */
export async function failedBuild(site: string): Promise<unknown> {
  return stageSite(
    site,
    () => Promise.reject(new Error("No story.")),
    () => true,
    () => {},
  ).catch((error: unknown) => error);
}
