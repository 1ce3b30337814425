import { join } from "node:path";
import { decode, readStoryFile } from "../decode.ts";
import { parseJson } from "../parseJson.ts";
import { errorMessage } from "../../draft/errorMessage.ts";

/**
 * What a file of data or the front matter of a page holds, in each form that site builders take.
 * @param path with "/", from the folder
 * @returns the value, or why it cannot be read, as a part of a sentence
 */
export async function dataIn(folder: string, path: string): Promise<{ value: unknown } | { error: string }> {
  try {
    const { text } = decode(await readStoryFile(join(folder, path)));
    const plain = text.replace(/^\uFEFF/u, "");
    if (/\.json$/iu.test(path)) return parseJson(plain);
    // What reads YAML and TOML takes long to load, and most folders have no such file.
    if (/\.ya?ml$/iu.test(path))
      return { value: (await import("yaml")).parse(plain, { uniqueKeys: false, merge: true, logLevel: "error" }) };
    if (/\.toml$/iu.test(path)) return { value: (await import("smol-toml")).parse(plain) };
    const matter = (await import("../markdown/frontMatter.ts")).frontMatter(text);
    return "error" in matter ? matter : { value: matter.fields };
  } catch (error) {
    return { error: errorMessage(error).split("\n")[0] ?? "" };
  }
}
