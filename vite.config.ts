import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/**
 * Two builds from one source: the reader for browsers (build/app), and the
 * command with the prerenderer for Node (build/node, `--ssr`). The reader's
 * addresses are relative, so that one build serves an edition at any base path.
 */
export default defineConfig(({ isSsrBuild }) => ({
  base: isSsrBuild ? "/" : "./",
  plugins: [react(), layersFirst()],
  publicDir: isSsrBuild ? false : "public",
  build: isSsrBuild
    ? {
        outDir: "build/node",
        target: "node20",
        emptyOutDir: true,
        rollupOptions: { input: { cli: "src/cli/main.ts" } },
      }
    : {
        outDir: "build/app",
        emptyOutDir: true,
        manifest: true,
        cssCodeSplit: false,
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
      },
}));

/**
 * Says the order of the cascade layers before anything else. The bundler writes
 * the styles of a shared chunk before those of the entry that states the order,
 * and a layer that is met first would be the weakest.
 */
function layersFirst(): Plugin {
  const order = "@layer tokens,base,layout,components,states,print;";
  return {
    name: "broadsheet-layers-first",
    enforce: "post",
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== "asset" || typeof file.source !== "string" || !file.fileName.endsWith(".css")) continue;
        file.source = order + file.source;
      }
    },
  };
}
