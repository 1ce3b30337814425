/** The ending of a script's name: a digest of its contents, which holds the names of the scripts that it imports. */
const ENDING = /-[\w-]{8}\.js$/u;
const NAME = /[\w-]+-[\w-]{8}\.js(?=["'`])/gu;

const stemOf = (file: string): string => file.slice(file.lastIndexOf("/") + 1).replace(ENDING, "");

/** Gives the code of a script the present names of those that it imports. @param files the names of all present scripts */
export function withNames(files: string[]): (code: string) => string {
  const names = new Map(files.map((file) => [stemOf(file), file]));
  return (code) => code.replaceAll(NAME, (written) => names.get(stemOf(written)) ?? written);
}

/**
 * Makes a present script, by its address, from that of an earlier version on this device if only names of others in it may have changed:
 * a change in one script renames all that import it. It may have other changes too, so its digest has to be compared.
 * @param shells the names of the caches of earlier versions, the latest first
 * @param files the names of all present scripts
 * @returns a function that gives undefined if there is no earlier one
 */
export async function renamedScripts(shells: string[], files: string[]): Promise<(url: string) => Promise<Response | undefined>> {
  const earlier = new Map<string, () => Promise<Response | undefined>>();
  for (const name of shells.toReversed()) {
    const shell = await caches.open(name);
    for (const request of await shell.keys()) if (ENDING.test(request.url)) earlier.set(stemOf(request.url), () => shell.match(request));
  }
  const renamed = withNames(files);
  return async (url) => {
    const answer = ENDING.test(url) ? await earlier.get(stemOf(url))?.() : undefined;
    return answer && new Response(renamed(await answer.text()), { headers: answer.headers });
  };
}
