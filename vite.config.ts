import { chunks } from "./src/loading/chunks/chunks.ts";
import { firstSheet } from "./src/loading/styles/firstSheet.ts";
import { layersTogether } from "./src/loading/styles/layersTogether.ts";
import react from "@vitejs/plugin-react";
import { build, defineConfig, type Plugin } from "vite";
import packageJson from "./package.json" with { type: "json" };

/**
 * What a paper installs: what `dev` serves to browsers from the sources, and what cannot be compiled in (native code, data loaded by
 * name). All else becomes a part of the command, so that a paper has few packages, in the versions that the tests ran with.
 */
const installed = Object.keys({ ...packageJson.dependencies, ...packageJson.peerDependencies });

/**
 * Two builds from one source: the reader for browsers (build/app), and the
 * command with the prerenderer for Node (build/node, `--ssr`). The reader's
 * addresses are relative, so that one build serves an edition at any base path.
 */
export default defineConfig(({ isSsrBuild }) => ({
  base: isSsrBuild ? "/" : "./",
  plugins: [react(), layersTogether(), ...(isSsrBuild ? [] : [firstSheet(), workers()])],
  publicDir: isSsrBuild ? false : "public",
  // Packages of many small files, which a build needs in each of its threads, are compiled in as well: they load in half the time.
  ssr: { noExternal: true, external: installed.filter((name) => !/^(?:feedsmith|@tanstack\/.*|@orama\/.*)$/u.test(name)) },
  build: isSsrBuild
    ? {
        outDir: "build/node",
        target: "node20",
        emptyOutDir: true,
        license: { fileName: "licenses.md" },
        rollupOptions: {
          input: { cli: "src/cli/main.ts", renderWorker: "src/cli/rendering/renderWorker.ts", readWorker: "src/cli/reading/readWorker.ts" },
          // All chunks in one folder, so that whichever starts a worker finds it beside itself.
          output: { chunkFileNames: "[name]-[hash].js" },
        },
      }
    : {
        outDir: "build/app",
        emptyOutDir: true,
        manifest: true,
        cssCodeSplit: false,
        // The first browsers with light-dark(), which all themes use: a fallback for older ones would be a cost to every reader.
        cssTarget: ["chrome123", "firefox120", "safari17.5"],
        assetsInlineLimit: 0,
        // Each page names the chunks it needs (see preloadChunks), and routes prefetch the rest.
        // Vite's preload helper would do the same again, for another kilobyte.
        modulePreload: false,
        rollupOptions: { output: { codeSplitting: chunks, assetFileNames: "assets/[name]-[hash:5][extname]" } },
      },
}));

/** The service worker, its kill switch, and what reports its faults, each bundled into a classic script without imports, which every browser accepts. */
function workers(): Plugin {
  return {
    name: "broadsheet-workers",
    apply: "build",
    async generateBundle() {
      for (const name of ["worker", "retire", "faults"]) {
        this.emitFile({ type: "asset", fileName: `${name}.js`, source: await oneScript(`src/worker/${name}.ts`) });
      }
    },
  };
}

async function oneScript(entry: string): Promise<string> {
  const results = await build({
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    build: { write: false, lib: { entry, name: "broadsheetWorker", formats: ["iife"] } },
  });
  const [chunk] = [results].flat().flatMap((result) => ("output" in result ? result.output : []));
  if (chunk?.type !== "chunk") throw new Error(`${entry} did not become a script.`);
  return chunk.code;
}
