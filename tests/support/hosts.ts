import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serveSite } from "#cli/serving/serveSite.ts";
import { besideSite } from "#cli/stage/sitePlaces.ts";
import { installedProgram } from "./installedProgram.ts";

/** A web server from Debian's packages, set up as docs/hosting.md says, or `broadsheet serve`. */
export type Host = Debian | "broadsheet serve";

type Debian = "nginx" | "apache" | "apache without its optional modules" | "caddy";

const PROGRAMS: Record<Debian, { file: string; debian: string }> = {
  nginx: { file: "/usr/sbin/nginx", debian: "nginx" },
  apache: { file: "/usr/sbin/apache2", debian: "apache2" },
  "apache without its optional modules": { file: "/usr/sbin/apache2", debian: "apache2" },
  caddy: { file: "/usr/bin/caddy", debian: "caddy" },
};

export type Hosted = { ports: number[]; close: () => Promise<void> };

/**
 * Serves built editions on this computer, each on a separate port.
 * @param editions the folder of each, and the base that it was built for
 */
export async function openHost(host: Host, editions: { site: string; base: string }[]): Promise<Hosted> {
  if (host === "broadsheet serve") return ownHost(editions.map(({ site }) => site));
  const program = programOf(host);
  // Servers drop root, and could not read a folder that only root can read.
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-host-"));
  execFileSync("chmod", ["755", folder]);
  const sites = await Promise.all(
    editions.map(async ({ site, base }, index) => {
      const root = join(folder, `root${index}`);
      const own = join(root, ...base.split("/"));
      mkdirSync(root, { recursive: true });
      cpSync(site, own, { recursive: true });
      const [state, copy] = [besideSite(site, "state"), besideSite(own, "state")];
      if (existsSync(state)) {
        cpSync(state, copy, { recursive: true });
        // A server without root could not read it anyway, so the test would not show that its settings refuse it.
        execFileSync("chmod", ["--recursive", "a+rX", copy]);
      }
      // A folder that fails; the other servers get a location that does.
      if (host === "apache")
        for (const failing of ["fails", "de/fails"]) {
          mkdirSync(join(own, failing), { recursive: true });
          writeFileSync(join(own, failing, ".htaccess"), 'RewriteEngine On\nRewriteRule "^" "-" [R=503,L]\n');
        }
      return { root, own, base, port: await unusedPort() };
    }),
  );
  return run(
    program,
    host,
    folder,
    settingsOf(host, folder, sites),
    sites.map(({ port }) => port),
  );
}

/** The files of a new paper that configure a reverse proxy for accounts. */
const DEPLOY = "packages/create-broadsheet/template/deploy";

/**
 * Starts a reverse proxy before `broadsheet serve --accounts`, with the configuration of a new paper.
 * @param port on which it listens
 * @param behind the port of the accounts
 */
export async function openProxy(host: "nginx" | "caddy", port: number, behind: number): Promise<Hosted> {
  const program = programOf(host);
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-proxy-"));
  const here = `127.0.0.1:${port}`;
  const settings =
    host === "nginx"
      ? nginxAround(folder, readFileSync(join(DEPLOY, "nginx-accounts.conf"), "utf8").replace("listen 80", `listen ${here}`))
      : `${CADDY_ALONE}\n${readFileSync(join(DEPLOY, "Caddyfile"), "utf8").replace("{$PAPER_HOST}", `http://${here}`)}`;
  return run(program, host, folder, settings.replace(/(?:paper|127\.0\.0\.1):4321/u, `127.0.0.1:${behind}`), [port]);
}

async function run(program: string, host: Debian, folder: string, settings: string, ports: number[]): Promise<Hosted> {
  const file = join(folder, "settings");
  writeFileSync(file, settings);
  const child = spawn(program, argumentsFor(host, file), {
    cwd: folder,
    env: { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder, HOME: folder },
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (part: string) => (log += part));
  const close = () => ended(child, folder);
  try {
    await Promise.all(ports.map((port) => answers(port, child)));
  } catch (cause) {
    const written = join(folder, "log");
    if (existsSync(written)) log += readFileSync(written, "utf8");
    await close();
    throw new Error(`${host} did not begin to serve: ${log}\n${settings}`, { cause });
  }
  return { ports, close };
}

async function ownHost(sites: string[]): Promise<Hosted> {
  const open = await Promise.all(sites.map((site) => serveSite(site, { port: 0, host: "127.0.0.1" })));
  return { ports: open.map(({ port }) => port), close: async () => void (await Promise.all(open.map(({ close }) => close()))) };
}

function programOf(host: Debian): string {
  const { file, debian } = PROGRAMS[host];
  return installedProgram(file, debian);
}

type Placed = { root: string; own: string; base: string; port: number };

function argumentsFor(host: Debian, file: string): string[] {
  if (host === "nginx") return ["-c", file, "-e", "stderr", "-g", "daemon off;"];
  if (host === "caddy") return ["run", "--adapter", "caddyfile", "--config", file];
  return ["-D", "FOREGROUND", "-f", file];
}

function settingsOf(host: Debian, folder: string, sites: Placed[]): string {
  switch (host) {
    case "nginx":
      return nginxSettings(folder, sites);
    case "caddy":
      return caddySettings(sites);
    case "apache":
      return apacheSettings(folder, sites, ["rewrite", "headers"]);
    case "apache without its optional modules":
      return apacheSettings(folder, sites, []);
  }
}

function nginxSettings(folder: string, sites: Placed[]): string {
  const servers = sites.map(
    ({ root, own, base, port }) => `
  include ${own}/.hosting/nginx-maps.conf;
  server { listen 127.0.0.1:${port}; root ${root}; include ${own}/.hosting/nginx-server.conf;
    location ^~ ${base}fails/ { return 503; } location ^~ ${base}de/fails/ { return 503; } }`,
  );
  return nginxAround(folder, servers.join(""));
}

/** The parts of Debian's nginx.conf around the `server` blocks. */
function nginxAround(folder: string, servers: string): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${folder}/${kind};`);
  return `pid ${folder}/pid; worker_processes 1;
events { worker_connections 64; }
http {
  ${temporary.join(" ")}
  access_log off; gzip on; types_hash_max_size 2048; map_hash_max_size 262144; map_hash_bucket_size 512;
  include /etc/nginx/mime.types; default_type application/octet-stream;${servers}
}
`;
}

/** The modules that Debian enables, and the two that docs/hosting.md requires. */
function apacheSettings(folder: string, sites: Placed[], more: string[]): string {
  const modules = [
    "mpm_event",
    "authz_core",
    "authz_host",
    "alias",
    "autoindex",
    "deflate",
    "dir",
    "env",
    "filter",
    "mime",
    "negotiation",
    "setenvif",
  ];
  const loaded = [...modules, ...more].map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`);
  const configured = ["autoindex", "deflate", "dir", "mime", "negotiation", "setenvif"].map(
    (name) => `Include /etc/apache2/mods-available/${name}.conf`,
  );
  const hosts = sites.map(
    ({ root, port }) => `Listen 127.0.0.1:${port}
<VirtualHost 127.0.0.1:${port}>
  DocumentRoot ${root}
  <Directory ${root}>
    Options Indexes FollowSymLinks
    AllowOverride All
    Require all granted
  </Directory>
</VirtualHost>`,
  );
  return [
    `ServerName localhost\nServerRoot /etc/apache2\nPidFile ${folder}/pid\nDefaultRuntimeDir ${folder}\nMutex pthread\nErrorLog ${folder}/log`,
    ...loaded,
    ...(process.getuid?.() === 0 ? ["User www-data", "Group www-data"] : []),
    '<FilesMatch "^\\.ht">\n  Require all denied\n</FilesMatch>',
    ...configured,
    ...hosts,
    "",
  ].join("\n");
}

/** Automatic certificates and the admin API are for public machines. */
const CADDY_ALONE = "{\n\tadmin off\n\tauto_https off\n}";

function caddySettings(sites: Placed[]): string {
  const blocks = sites.map(
    ({ root, own, port }) =>
      `http://127.0.0.1:${port} {\n\troot * ${root}\n\t@fails path */fails/*\n\troute @fails {\n\t\terror 503\n\t}\n\timport ${own}/.hosting/Caddyfile\n}`,
  );
  return [CADDY_ALONE, ...blocks, ""].join("\n");
}

export async function unusedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (typeof address !== "object" || address === null) throw new Error("There is no unused port.");
  return address.port;
}

async function answers(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (child.exitCode !== null) break;
    const found = await fetch(`http://127.0.0.1:${port}/`, { redirect: "manual" }).then(
      () => true,
      () => false,
    );
    if (found) return;
    await new Promise((wait) => setTimeout(wait, 50));
  }
  throw new Error(`Nothing answers at port ${port}.`);
}

async function ended(child: ChildProcess, folder: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const closed = once(child, "close");
    child.kill();
    await closed;
  }
  rmSync(folder, { recursive: true, force: true });
}
