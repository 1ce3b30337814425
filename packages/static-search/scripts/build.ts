/**
 * Makes the package as it is published: `npm run build -w static-search`, then
 * `npm publish packages/static-search/dist`. The sources are TypeScript, which
 * Node does not read below node_modules; there each entry is JavaScript with its types.
 */
import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const out = process.argv[2] ?? join(root, "dist");
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");

rmSync(out, { recursive: true, force: true });
execFileSync(process.execPath, [tsc, "-p", root, "--outDir", out], { stdio: "inherit" });
for (const file of ["README.md", "FORMAT.md", "LICENSE"]) cpSync(join(root, file), join(out, file));
writeFileSync(join(out, "package.json"), `${JSON.stringify(published(), undefined, 2)}\n`);

function published(): object {
  const {
    scripts: _scripts,
    devDependencies: _tools,
    files: _sources,
    exports,
    ...kept
  } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const entries = Object.entries<string>(exports).map(([entry, source]) => {
    const built = source.replace("./src/", "./").replace(/\.ts$/u, "");
    return [entry, { types: `${built}.d.ts`, default: `${built}.js` }];
  });
  return { ...kept, exports: Object.fromEntries(entries) };
}
