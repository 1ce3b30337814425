/** The ending of a script's name: a digest of its contents, which holds the names of the scripts that it imports. */
const ENDING = /-[\w-]{8}\.js$/u;
const NAME = /[\w-]+-[\w-]{8}\.js(?=["'`])/gu;

const stemOf = (file: string): string => file.slice(file.lastIndexOf("/") + 1).replace(ENDING, "");

/** The code of a script with the present names of those that it imports. @param files the names of all present scripts */
export function withNames(code: string, files: string[]): string {
  const names = new Map(files.map((file) => [stemOf(file), file]));
  return code.replaceAll(NAME, (written) => names.get(stemOf(written)) ?? written);
}

/**
 * A script made from that of an earlier version on this device, if only names of others in it may have changed: a change in one script
 * renames all that import it. It may have other changes too, so its digest has to be compared.
 * @param url of the present script
 * @param shells the names of the caches of earlier versions
 * @param files the names of all present scripts
 * @returns undefined if there is no earlier one
 */
export async function renamedScript(url: string, shells: string[], files: string[]): Promise<Response | undefined> {
  if (!ENDING.test(url)) return undefined;
  for (const name of shells) {
    const shell = await caches.open(name);
    const earlier = (await shell.keys()).find((request) => ENDING.test(request.url) && stemOf(request.url) === stemOf(url));
    const answer = earlier && (await shell.match(earlier));
    if (answer) return new Response(withNames(await answer.text(), files), { headers: answer.headers });
  }
  return undefined;
}
