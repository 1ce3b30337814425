import { join } from "node:path";
import { decode } from "../../text/decode.ts";
import { readStoryFile } from "../storyFile.ts";
import { parseJson } from "../../text/parseJson.ts";
import { errorMessage } from "../../text/errorMessage.ts";
import { pythonSettings } from "./pythonSettings.ts";

/**
 * The contents of a data file or of a page's front matter, in every form that site builders accept.
 * @param path with "/", relative to the folder
 * @returns the value, or why it cannot be read, as a part of a sentence
 */
export async function dataIn(folder: string, path: string): Promise<{ value: unknown } | { error: string }> {
  try {
    const { text } = decode(await readStoryFile(join(folder, path)));
    const plain = text.replace(/^\uFEFF/u, "");
    if (/\.json$/iu.test(path)) return parseJson(plain);
    // The parsers of YAML and TOML are slow to load, and most folders have no such file.
    if (/\.ya?ml$/iu.test(path))
      return { value: (await import("yaml")).parse(plain, { uniqueKeys: false, merge: true, logLevel: "error" }) };
    if (/\.py$/iu.test(path)) return { value: pythonSettings(plain) };
    if (/\.toml$/iu.test(path)) return { value: (await import("smol-toml")).parse(plain) };
    const matter = (await import("../markdown/frontMatter.ts")).frontMatter(text);
    return "error" in matter ? matter : { value: matter.fields };
  } catch (error) {
    return { error: errorMessage(error).split("\n")[0] ?? "" };
  }
}
