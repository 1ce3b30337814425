import type { IncomingMessage, ServerResponse } from "node:http";
import { existsSync, mkdtempSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import react from "@vitejs/plugin-react";
import * as v from "valibot";
import { type Alias, createServer, type Plugin, type ViteDevServer } from "vite";
import { compile, type OtherPaper } from "#compiler/compile.ts";
import { PUBLIC_FOLDER } from "#compiler/settings/settingsFile.ts";
import type { Problem } from "#compiler/draft/problem.ts";
import { locate } from "#compiler/reading/locate.ts";
import { CACHE, prepareCache } from "#compiler/state/prepareCache.ts";
import { NOT_CACHED } from "#compiler/write/headers.ts";
import type { SiteFile } from "#compiler/output/siteFile.ts";
import type { Brand } from "#content/brand.ts";
import { decoded } from "#content/decoded.ts";
import { element } from "#prerender/head/element.ts";
import { type Slots, slotsIn } from "#content/slots.ts";
import type { WordFiles } from "#content/words/wordFiles.ts";
import { workerFile } from "#content/serviceWorker.ts";
import { drawerOf } from "#prerender/loadComponents.tsx";
import { brandedTokens } from "#prerender/brandedStyles.ts";
import { headSlot, slotTemplates } from "#prerender/slotTemplates.ts";
import { createEarlyHead } from "#prerender/head/earlyHead.ts";
import { sendDesk } from "./admin/sendDesk.ts";
import { deskFiles } from "./admin/writeDesk.ts";
import { packageFolder } from "#compiler/settings/packageFolder.ts";
import { addressAt, addressesFromOutside, freePort, type Place } from "./serving/listen.ts";
import { errorText } from "#compiler/text/errorMessage.ts";
import { requireFolder } from "./options.ts";
import { systemTrouble } from "./terminal/systemTrouble.ts";
import { plainLine, printReport } from "./terminal/printReport.ts";
import type { Serving } from "./serving/serveSite.ts";
import { findFile, sendFound } from "./serving/siteFiles.ts";
import { readdir, stat } from "node:fs/promises";

/** Where the reader looks for its words when no page names them: beside src/reader/i18n/loadCatalogue.ts. */
const WORDS = /^\/src\/reader\/i18n\/words-([\w-]*?)(-more)?\.js(?:\?|$)/u;

/** How long to wait for an editor to finish writing the files of one save, in milliseconds. */
const SAVE_PAUSE_MS = 50;

/** Files that the compiler writes and the reader requests. All other addresses are pages or the reader's own modules. */
const COMPILED = /^\/(?:data|pictures|assets)\/|^\/icon(?:-[\w-]+)?\.(?:svg|png)$/u;

/**
 * Serves the reader from its source, with the content compiled beside it. A
 * change of code replaces the module in the open page; a change of content
 * makes the open page fetch its data again, and keeps scroll and focus. Stories
 * that readers may not see yet, or any more, are included, marked in their
 * headlines. Errors cover the page until they are fixed or dismissed.
 */
export async function dev({ content, future, ...place }: Place & { content: string; future?: boolean }): Promise<Serving> {
  requireFolder(content);
  const root = packageFolder();
  const { host } = place;
  const port = await freePort(place);
  const cache = devCache(content);
  const out = join(cache, String(port));
  let compiled: Compiling = { brand: undefined, slots: undefined, words: undefined, others: [], faults: [], desk: [] };
  const looks = (): Looks => compiled;
  const compileAgain = async () => {
    compiled = await compileInto(out, content, future);
  };
  const before = await folderState(content);
  await compileAgain();
  const server = await createServer({
    root,
    configFile: false,
    cacheDir: join(cache, "vite"),
    resolve: { alias: searchPackage(root) },
    server: { port, strictPort: true, ...(host !== undefined && { host }) },
    plugins: [
      react(),
      brandPlugin(looks),
      deskPlugin(() => compiled.desk),
      contentPlugin({ content, out }, looks, (server) =>
        watch(server, { folder: resolve(content), before, compileAgain, looks, faults: () => compiled.faults }),
      ),
    ],
  });
  await server.listen();
  return { address: addressAt(host, port), outside: addressesFromOutside(host, port), port, close: () => server.close() };
}

const EntriesSchema = v.object({ exports: v.record(v.string(), v.string()) });

/** The search engine, which is a part of this package: each of its entries with the source of it. */
function searchPackage(root: string): Alias[] {
  const folder = join(root, "packages", "static-search");
  const { exports } = v.parse(EntriesSchema, JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
  return Object.entries(exports).map(([entry, source]) => ({
    find: new RegExp(`^static-search${entry.slice(1).replace("*", "(.*)")}$`, "u"),
    replacement: join(folder, source.replace("*", "$1")),
  }));
}

/** The folder for what is compiled. The package's own folder need not be writable, nor that of the content. */
function devCache(content: string): string {
  const cache = join(resolve(content), CACHE);
  return prepareCache(cache) ? join(cache, "dev") : mkdtempSync(join(tmpdir(), "broadsheet-dev-"));
}

/** The paper's looks and words, as of the last compilation. */
type Looks = {
  brand: Brand | undefined;
  slots: Slots | undefined;
  words: WordFiles | undefined;
  others: OtherPaper[];
};

const wordsIn = ({ words, others }: Looks, language: string): WordFiles | undefined =>
  others.find(({ edition }) => edition.language === language)?.words ?? words;

/** The prefix of the edition that an address belongs to, if it is not the main one. */
const prefixOf = (url: string, { others }: Looks): string | undefined =>
  others.map((other) => other.prefix).find((each) => `${url.replace(/[?#].*$/su, "")}/`.startsWith(`${each}/`));

/** The meta elements that tell the page of an edition below a prefix its address. */
function addressOf(prefix: string | undefined): string {
  return prefix === undefined
    ? ""
    : element("meta", { name: "broadsheet-prefix", content: prefix }) +
        element("meta", { name: "broadsheet-data", content: `/data${prefix}/` });
}

/** The same, with the errors that were found and the files of the desk. */
type Compiling = Looks & { faults: Problem[]; desk: SiteFile[] };

/** Of the paper, and of what is compiled. */
type Folders = { content: string; out: string };

const NO_INDEX = '<meta name="robots" content="noindex">';

const TOKENS = "/src/reader/styles/tokens.css";

/** Puts the paper's looks into the tokens, from which all style sheets take their values. */
function brandPlugin(looks: () => Looks): Plugin {
  return {
    name: "broadsheet-brand",
    enforce: "pre",
    transform: (code, id) => {
      const { brand } = looks();
      return brand && id.endsWith(TOKENS) ? brandedTokens(code, brand, "/assets/") : undefined;
    },
  };
}

function contentPlugin({ content, out }: Folders, looks: () => Looks, watchContent: (server: ViteDevServer) => Promise<void>): Plugin {
  return {
    name: "broadsheet-content",
    // Adds what a built page has before the first paint. The page itself stays empty, so that the reader renders it
    // instead of hydrating markup that is not there. Search engines that reach this machine must not index drafts.
    transformIndexHtml: (html, { originalUrl = "" }) => {
      const { brand, slots } = looks();
      const prefix = prefixOf(originalUrl, looks());
      const own = slotsIn(slots, prefix);
      return html
        .replace("<!--head-->", () => createEarlyHead(brand?.frame).head + NO_INDEX + addressOf(prefix) + headSlot(own))
        .replace("<!--page-->", "")
        .replace("</body>", () => `${slotTemplates(own)}</body>`);
    },
    async configureServer(server) {
      // A built site that was tried at this address may have left its service worker.
      server.middlewares.use(`/${workerFile}`, (_request, response, next) => {
        const send = (code = "") => void response.setHeader("Content-Type", "text/javascript").end(code);
        server.transformRequest("/src/worker/retire.ts").then((result) => send(result?.code), next);
      });
      server.middlewares.use((request, response, next) => {
        const script = WORDS.exec(request.url ?? "");
        const code = script && wordsIn(looks(), script[1] ?? "")?.[script[2] === undefined ? "page" : "more"];
        if (code) return void response.setHeader("Content-Type", "text/javascript").setHeader("Cache-Control", NOT_CACHED).end(code);
        if (!COMPILED.test(request.url ?? "") && !isPublic(content, request.url ?? "")) return next();
        sendCompiled(out, request, response, next).catch(next);
      });
      await watchContent(server);
    },
  };
}

/** Serves the desk, whose files change with the settings. */
function deskPlugin(files: () => SiteFile[]): Plugin {
  return {
    name: "broadsheet-desk",
    configureServer: (server) =>
      void server.middlewares.use((request, response, next) => {
        sendDesk(files(), request, response).then((isSent) => isSent || next(), next);
      }),
  };
}

/** Whether an address is that of a file that the paper publishes as it is. */
function isPublic(content: string, url: string): boolean {
  const path = join(content, PUBLIC_FOLDER, decoded(url.replace(/[?#].*$/su, "")));
  return existsSync(path) && statSync(path).isFile();
}

async function sendCompiled(out: string, request: IncomingMessage, response: ServerResponse, next: () => void): Promise<void> {
  const [path = ""] = (request.url ?? "").split("?");
  const found = await findFile(out, [path], request);
  // Icons that the paper lacks come from the reader.
  if (found === undefined && path.startsWith("/icon")) return next();
  if (found === undefined) return void response.writeHead(404).end("Not found");
  await sendFound(found, response, { "Cache-Control": NOT_CACHED });
}

type Watched = {
  folder: string;
  /** The folder's state before the first compilation: the watcher does not see changes made during it. */
  before: string;
  compileAgain: () => Promise<void>;
  looks: () => Looks;
  /** The errors of the last compilation. */
  faults: () => Problem[];
};

/** Compiles again after each change, never twice at once, and tells the open pages. */
async function watch(server: ViteDevServer, { folder, before, compileAgain, looks, faults }: Watched): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = Promise.resolve();
  const recompile = async (): Promise<void> => {
    try {
      const earlier = looks();
      await compileAgain();
      await showLooks(server, earlier, looks());
      server.ws.send({ type: "custom", event: "broadsheet:content" });
      showFaults(server, faults());
    } catch (error) {
      // The author is in the middle of writing: the server goes on.
      server.config.logger.error(systemTrouble(error) ?? errorText(error));
    }
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (last = last.then(recompile)), SAVE_PAUSE_MS);
  };
  server.ws.on("connection", () => faults().length > 0 && showFaults(server, faults()));
  const words = join(packageFolder(), "words");
  server.watcher.add([folder, words]);
  server.watcher.on("all", (_event, path) => {
    if (isContent(relative(folder, path)) || isContent(relative(words, path))) soon();
  });
  if ((await folderState(folder)) !== before) soon();
}

/** Updates styles in the open page. Slots are in its HTML and words in its scripts, so a change of these reloads it. */
async function showLooks(server: ViteDevServer, before: Looks, now: Looks): Promise<void> {
  // A file's name changes with its bytes, so names are enough.
  const textOf = ({ brand }: Looks) => JSON.stringify({ ...brand, files: brand?.files.map(({ file }) => file) });
  const [tokens] = server.moduleGraph.getModulesByFile(join(packageFolder(), TOKENS)) ?? [];
  if (tokens && textOf(before) !== textOf(now)) await server.reloadModule(tokens);
  const loaded = ({ slots, words, others }: Looks) => JSON.stringify([slots?.slots, slots?.editions, words, others]);
  if (loaded(before) !== loaded(now)) server.ws.send({ type: "full-reload" });
}

/** Shows errors in Vite's overlay, and closes it when there are none. */
function showFaults(server: ViteDevServer, faults: Problem[]): void {
  const message = faults.map(plainLine).join("\n\n");
  if (faults.length === 0) server.ws.send({ type: "update", updates: [] });
  else server.ws.send({ type: "error", err: { message, stack: "", plugin: "broadsheet" } });
}

async function compileInto(out: string, content: string, future: boolean | undefined): Promise<Compiling> {
  const { problems, counts, built } = await compile({ content, out, encode: false, future, preview: true, isLocal: true, drawerOf });
  const { files: desk, problem }: Awaited<ReturnType<typeof deskFiles>> = built ? await deskFiles(built, content, []) : { files: [] };
  if (problem) problems.push(...(await locate([problem], content)));
  printReport(problems, counts, built !== undefined);
  const faults = problems.filter(({ severity }) => severity === "error");
  return { brand: built?.brand, slots: built?.slots, words: built?.words, others: built?.others ?? [], faults, desk };
}

/** Excludes paths outside the folder and the build cache inside it. */
const isContent = (path: string): boolean => !path.startsWith(".");

/** A fingerprint of a folder that changes whenever anything in it changes. */
export async function folderState(folder: string): Promise<string> {
  // A folder in it may vanish while it is read: that is a new state, not an error.
  const names = await readdir(folder, { recursive: true }).catch(() => ["gone"]);
  const changed = (name: string) =>
    stat(join(folder, name)).then(
      ({ ctimeMs }) => ctimeMs,
      () => "gone",
    );
  const content = names.filter(isContent).toSorted();
  return JSON.stringify(await Promise.all(content.map(async (name) => [name, await changed(name)])));
}
