import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { build, version } from "vite";
import { digest } from "#compiler/state/digest.ts";
import { packageFolder } from "#compiler/settings/packageFolder.ts";

/**
 * Bundles the desk's script with everything it loads, so that nothing comes from
 * another server. It is built once for each version of the CMS and of this package.
 * @param cms the module of the CMS that the paper has installed
 * @param cache the folder that keeps the bundle
 * @returns the folder with `desk.js`
 */
export async function deskBundle(cms: string, cache: string): Promise<string> {
  const sources = join(packageFolder(), "src", "admin");
  const texts = readdirSync(sources)
    .toSorted()
    .map((file) => readFileSync(join(sources, file), "utf8"));
  // Vite resolves a relative path against its own root.
  const descriptions = [descriptionOf(cms), join(packageFolder(), "package.json")].map((file) => readFileSync(file, "utf8"));
  const folder = resolve(cache, digest(JSON.stringify([version, descriptions, texts])));
  if (existsSync(folder)) return folder;
  rmSync(cache, { recursive: true, force: true });
  const unfinished = `${folder}.new`;
  await build({
    configFile: false,
    root: sources,
    base: "./",
    publicDir: false,
    logLevel: "error",
    resolve: { alias: { "@sveltia/cms": cms } },
    // React is that of production, also where `broadsheet dev` is the first to need the bundle.
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    oxc: { jsx: { development: false } },
    build: {
      outDir: unfinished,
      emptyOutDir: true,
      target: "es2022",
      assetsInlineLimit: 0,
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
      rollupOptions: {
        input: join(sources, "desk.ts"),
        output: { entryFileNames: "desk.js", chunkFileNames: "[name]-[hash].js", assetFileNames: "[name]-[hash][extname]" },
      },
    },
  });
  renameSync(unfinished, folder);
  return folder;
}

/** The package.json of the package that a module belongs to. */
export function descriptionOf(module: string): string {
  const file = join(dirname(module), "package.json");
  return existsSync(file) ? file : descriptionOf(dirname(module));
}
