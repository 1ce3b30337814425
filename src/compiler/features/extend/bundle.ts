import { createRequire } from "node:module";
import { relative, resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";
import type { BuildEnvironmentOptions, LibraryOptions, Plugin } from "vite";
import { HOST_MODULES } from "#content/blocks/customBlock.ts";

/** The bundled code of one of the paper's modules, or why it cannot be bundled. `file` is relative to the content folder. */
export type Bundled = { code: string } | { fault: { file: string; line: number; message: string } };

/**
 * Bundles a module of the paper for Node, as one module that only imports Node's built-in modules.
 * @param content the content folder
 */
export function bundleForNode(entry: string, content: string): Promise<Bundled> {
  return bundle(entry, content, { formats: ["es"] }, { target: "node20", minify: false, rollupOptions: { external: /^node:/u } });
}

/** Bundles a component of the paper, see `content/blocks/customBlock.ts`. It uses the React of the page and contains none itself. */
export async function bundleComponent(entry: string, content: string): Promise<Bundled> {
  const rollupOptions = { external: [...HOST_MODULES], output: { exports: "named" as const } };
  const bundled = await bundle(entry, content, { formats: ["cjs"] }, { rollupOptions }, [REACT_OF_THE_PAGE]);
  if ("fault" in bundled) return bundled;
  return { code: `export default (require, exports) => {\n${bundled.code}\nreturn exports.default;\n};\n` };
}

async function bundle(
  entry: string,
  content: string,
  lib: Pick<LibraryOptions, "formats">,
  options: BuildEnvironmentOptions,
  plugins: Plugin[] = [],
): Promise<Bundled> {
  // Vite takes a while to load, and most papers have no extensions.
  const { build } = await import("vite");
  try {
    const results = await build({
      root: resolve(content),
      configFile: false,
      envDir: false,
      publicDir: false,
      logLevel: "silent",
      plugins: [OF_THIS_VERSION, ...plugins],
      define: { "process.env.NODE_ENV": JSON.stringify("production") },
      oxc: { jsx: { runtime: "automatic", importSource: "react", development: false } },
      build: { write: false, ...options, lib: { entry: resolve(entry), ...lib } },
    });
    const [chunk] = [results].flat().flatMap((result) => ("output" in result ? result.output : []));
    if (chunk?.type !== "chunk") throw new Error("It is not a module.");
    return { code: chunk.code };
  } catch (error) {
    return { fault: { file: within(content, entry), line: 1, ...faultOf(error, content) } };
  }
}

const within = (content: string, file: string): string => relative(content, file).replaceAll("\\", "/");

/** Imports of Broadsheet's API resolve to this installation, wherever the paper is. */
const OF_THIS_VERSION: Plugin = {
  name: "broadsheet-extend",
  enforce: "pre",
  resolveId(id) {
    if (!["broadsheet-reader/extend", "valibot"].includes(id)) return undefined;
    const extend = createRequire(import.meta.url).resolve("broadsheet-reader/extend");
    return id === "valibot" ? this.resolve(id, extend, { skipSelf: true }) : extend;
  },
};

const REACT_OF_THE_PAGE: Plugin = {
  name: "broadsheet-component",
  enforce: "pre",
  resolveId(id) {
    if (/^react(?:-dom)?(?:\/|$)/u.test(id) && !HOST_MODULES.some((name) => name === id))
      throw new Error(`${id} is not available to blocks, which can import ${HOST_MODULES.join(" and ")}.`);
    if (/\.(?:css|scss|sass|less)$/u.test(id)) throw new Error(`${id} is a style sheet: its rules belong in theme/custom.css.`);
    return undefined;
  },
};

/** The first fault of a bundle. Rolldown collects them in `errors`. */
function faultOf(error: unknown, content: string): { file?: string; line?: number; message: string } {
  const [first] = error instanceof Error && "errors" in error && Array.isArray(error.errors) ? error.errors : [error];
  const fault: unknown = first ?? error;
  const message = fault instanceof Error ? firstLine(fault.message) : String(fault);
  const loc: unknown = typeof fault === "object" && fault !== null && "loc" in fault ? fault.loc : undefined;
  if (typeof loc !== "object" || loc === null || !("line" in loc) || typeof loc.line !== "number") return { message };
  const file = "file" in loc && typeof loc.file === "string" ? { file: within(content, loc.file) } : {};
  return { message, line: loc.line, ...file };
}

/** The message itself: Rolldown formats it for a terminal and puts the names of the plugin and the error first. */
const firstLine = (text: string): string =>
  stripVTControlCharacters(text)
    .trim()
    .replace(/^(?:\[[\w:-]+\]\s*)+/u, "")
    .replace(/\.?(?:\n.*)?$/su, ".");
