import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { globSync } from "tinyglobby";

/** Copies the files of a repository into the browser's private file system, in place of a folder that a person picks on the next page. */
export async function pickable(page: Page, repository: string): Promise<void> {
  const files = globSync("content/**/*.*", { cwd: repository }).map((path) => [path, readFileSync(join(repository, path), "base64")]);
  await page.addInitScript(() => Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() }));
  await page.evaluate(async (all) => {
    const root = await navigator.storage.getDirectory();
    await root.getDirectoryHandle(".git", { create: true });
    for (const [path = "", text = ""] of all) {
      const names = path.split("/");
      let folder = root;
      for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true });
      const writable = await (await folder.getFileHandle(names.at(-1) ?? "", { create: true })).createWritable();
      await writable.write(Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)));
      await writable.close();
    }
  }, files);
}

/** Writes the changes back into the repository. @returns the paths of all files there */
export async function takeBack(page: Page, repository: string): Promise<string[]> {
  const files = await page.evaluate(async () => {
    const found: [string, number[]][] = [];
    const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const [name, handle] of folder.entries()) {
        if (handle instanceof FileSystemDirectoryHandle) await walk(handle, `${path}${name}/`);
        else if (handle instanceof FileSystemFileHandle)
          found.push([path + name, [...new Uint8Array(await (await handle.getFile()).arrayBuffer())]]);
      }
    };
    await walk(await navigator.storage.getDirectory(), "");
    return found;
  });
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(repository, path)), { recursive: true });
    writeFileSync(join(repository, path), Uint8Array.from(bytes));
  }
  return files.map(([path]) => path);
}
