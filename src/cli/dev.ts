import { join, relative, resolve } from "node:path";
import sirv from "sirv";
import { createServer, type Plugin, type ViteDevServer } from "vite";
import { compile } from "#compiler/compile.ts";
import { earlyHead } from "#prerender/head/earlyHead.ts";
import { CliError } from "./CliError.ts";
import { packageFolder } from "./installation.ts";
import { requireFolder } from "./options.ts";
import { printReport } from "./printReport.ts";

/** Waits for an editor to have written all that it writes on one save, in milliseconds. */
const REST = 50;

/**
 * Serves the reader from its source, with the content compiled beside it. A
 * change of code replaces the module in the open page; a change of content
 * makes the open page fetch its data again, and scroll and focus stay.
 * @returns the address
 */
export async function dev({ content, port }: { content: string; port: number }): Promise<string> {
  requireFolder(content);
  const root = packageFolder();
  const out = join(root, ".cache", "dev");
  await compileInto(out, content);
  const server = await createServer({
    root,
    configFile: join(root, "vite.config.ts"),
    base: "/",
    server: { port },
    plugins: [contentPlugin(out, content)],
  });
  await server.listen();
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new CliError(`Port ${port} could not be opened. Name another with --port.`);
  return address;
}

/** Serves data and pictures, says in the page what a built one says before the first paint, and compiles again when the content changes. */
function contentPlugin(out: string, content: string): Plugin {
  const files = sirv(out, { dev: true, etag: true });
  return {
    name: "broadsheet-content",
    transformIndexHtml: (html) => html.replace("<!--head-->", earlyHead),
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (!/^\/(?:data|pictures)\//u.test(request.url ?? "")) return next();
        files(request, response, () => void response.writeHead(404).end("Not found"));
      });
      watch(server, resolve(content), () => compileInto(out, content));
    },
  };
}

function watch(server: ViteDevServer, folder: string, compileAgain: () => Promise<void>): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  server.watcher.add(folder);
  server.watcher.on("all", (_event, path) => {
    if (relative(folder, path).startsWith("..")) return;
    clearTimeout(timer);
    timer = setTimeout(async () => {
      await compileAgain();
      server.ws.send({ type: "custom", event: "broadsheet:content" });
    }, REST);
  });
}

async function compileInto(out: string, content: string): Promise<void> {
  const { problems, counts } = await compile({ content, out });
  printReport(problems, counts);
}
