import * as v from "valibot";

/** A request as a log has it. Fields that the log lacks are empty. Only counts of it leave the memory: see tally.ts. */
export type Logged = {
  /** Milliseconds since 1970. */
  at: number;
  method: string;
  /** The path with its query. */
  target: string;
  status: number;
  referrer: string;
  agent: string;
  host: string;
  /** `Sec-Purpose` and `Sec-Fetch-Mode`, which only Caddy logs. */
  purpose: string;
  mode: string;
};

/** "other": a line that is fine and about no request, such as a header. */
export type ReadLine = (line: string) => Logged | "other" | "unreadable";

/**
 * Reads the lines of one log, in any of the formats; the lines themselves tell which.
 *
 * - Combined Log Format of Apache and nginx, also after the name of a virtual host (Apache's `vhost_combined`)
 * - Caddy's JSON
 * - CloudFront's standard logs (W3C Extended Log File Format, with the line `#Fields`)
 */
export function logReader(): ReadLine {
  let columns: string[] = [];
  return (line) => {
    if (line.startsWith("{")) return ofCaddy(line);
    if (line.startsWith("#")) {
      if (line.startsWith("#Fields:")) columns = line.slice("#Fields:".length).trim().split(/\s+/u);
      return "other";
    }
    if (line.trim() === "") return "other";
    return columns.length > 0 ? ofCloudFront(line.split("\t"), columns) : ofCombined(line);
  };
}

/** Apache: `%h %l %u %t "%r" %>s %b "%{Referer}i" "%{User-agent}i"`. In quotes, both servers escape quotation marks. */
const COMBINED =
  /^(.*?) \[(\d\d)\/([A-Z][a-z]{2})\/(\d{4}):(\d\d):(\d\d):(\d\d) ([+-]\d\d)(\d\d)\] "((?:[^"\\]|\\.)*)" (\d{3}) \S+ "((?:[^"\\]|\\.)*)" "((?:[^"\\]|\\.)*)"/u;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function ofCombined(line: string): Logged | "unreadable" {
  const [, start = "", day, month = "", year, hour, minute, second, zone = "", rest, request = "", status, referrer = "", agent = ""] =
    COMBINED.exec(line) ?? [];
  if (status === undefined) return "unreadable";
  const local = Date.UTC(Number(year), MONTHS.indexOf(month), Number(day), Number(hour), Number(minute), Number(second));
  const east = (Math.abs(Number(zone)) * 60 + Number(rest)) * (zone.startsWith("-") ? -1 : 1);
  // A request that is none, such as TLS at the port of HTTP, has no target.
  const [method = "", target = ""] = request.split(" ");
  const [host = "", , , user] = start.split(" ");
  return {
    ...NOTHING,
    at: local - east * 60_000,
    method,
    target,
    status: Number(status),
    referrer: given(referrer),
    agent: given(agent),
    // With the virtual host there is a field more.
    host: user === undefined ? "" : host.replace(/:\d+$/u, ""),
  };
}

const NOTHING = { host: "", purpose: "", mode: "" };

const given = (value: string | undefined): string => (value === undefined || value === "-" ? "" : value);

const CaddySchema = v.object({
  ts: v.union([v.number(), v.string()]),
  status: v.number(),
  request: v.object({
    method: v.string(),
    uri: v.string(),
    host: v.optional(v.string(), ""),
    headers: v.optional(v.record(v.string(), v.union([v.array(v.string()), v.string()])), {}),
  }),
});

function ofCaddy(line: string): Logged | "other" | "unreadable" {
  const entry = jsonOf(line);
  if (entry === undefined) return "unreadable";
  // Caddy may write what else it has to say into the same file.
  if (!(typeof entry === "object" && entry !== null && "request" in entry && "status" in entry)) return "other";
  const read = v.safeParse(CaddySchema, entry);
  if (!read.success) return "unreadable";
  const { ts, status, request } = read.output;
  const at = typeof ts === "number" ? ts * 1000 : Date.parse(ts.replaceAll("/", "-"));
  const header = (name: string): string => [request.headers[name] ?? ""].flat()[0] ?? "";
  if (Number.isNaN(at)) return "unreadable";
  return {
    at,
    method: request.method,
    target: request.uri,
    status,
    referrer: header("Referer"),
    agent: header("User-Agent"),
    host: request.host.replace(/:\d+$/u, ""),
    purpose: header("Sec-Purpose"),
    mode: header("Sec-Fetch-Mode"),
  };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function ofCloudFront(cells: string[], columns: string[]): Logged | "unreadable" {
  const cell = (name: string): string => given(cells[columns.indexOf(name)]);
  const at = Date.parse(`${cell("date")}T${cell("time")}Z`);
  const status = cell("sc-status");
  if (cells.length !== columns.length || Number.isNaN(at) || status === "") return "unreadable";
  const query = cell("cs-uri-query");
  return {
    ...NOTHING,
    at,
    method: cell("cs-method"),
    target: cell("cs-uri-stem") + (query === "" ? "" : `?${query}`),
    status: Number(status),
    referrer: cell("cs(Referer)"),
    // Spaces are encoded, and in older logs twice.
    agent: cell("cs(User-Agent)").replaceAll(/%(?:25)?20/gu, " "),
    host: cell("x-host-header"),
  };
}
