import * as v from "valibot";
import { blocked, type Fault, faultOf } from "#content/fault.ts";

const Text = v.optional(v.nullable(v.string()), "");
const Line = v.optional(v.nullable(v.number()), 0);

/** What our pages send. */
const OwnSchema = v.object({
  faults: v.pipe(
    v.array(v.object({ kind: v.picklist(["error", "rejection", "policy", "worker"]), message: v.string(), place: v.string() })),
    v.maxLength(5),
  ),
});

/** What browsers send to the endpoint of `Reporting-Endpoints` (Reporting API, section 2.4). The bodies of other types mean nothing here. */
const ReportsSchema = v.pipe(v.array(v.object({ type: v.string(), body: v.unknown() })), v.maxLength(50));
const ViolationSchema = v.object({ effectiveDirective: Text, blockedURL: Text, sourceFile: Text, lineNumber: Line });
const CrashSchema = v.object({ reason: Text });

/** What they send for `report-uri` (CSP 3, section 5.5). */
const LegacySchema = v.object({
  "csp-report": v.object({
    "effective-directive": Text,
    "violated-directive": Text,
    "blocked-uri": Text,
    "source-file": Text,
    "line-number": Line,
  }),
});

/** Everything that reports faults. */
export const FaultReportSchema = v.union([OwnSchema, ReportsSchema, LegacySchema], "is not a report");

/** The faults in a report, without address, query, user agent, or anything else that it says of the reader. Those that extensions of the browser cause are left out. */
export function readFaults(report: v.InferOutput<typeof FaultReportSchema>): Fault[] {
  if ("faults" in report)
    return report.faults.map(({ kind, message, place }) => {
      const [, script, line] = /^([\w.-]+\.js):(\d{1,7})$/u.exec(place) ?? [];
      return faultOf(kind, message, script, line);
    });
  if ("csp-report" in report) {
    const { "effective-directive": directive, "violated-directive": violated, ...more } = report["csp-report"];
    return violation(directive || violated, more["blocked-uri"], more["source-file"], more["line-number"]);
  }
  return report.flatMap(({ type, body }) => {
    if (type === "crash" && v.is(CrashSchema, body)) return [faultOf("crash", body.reason || "unknown")];
    const seen = v.safeParse(ViolationSchema, body);
    if (type !== "csp-violation" || !seen.success) return [];
    const { effectiveDirective, blockedURL, sourceFile, lineNumber } = seen.output;
    return violation(effectiveDirective, blockedURL, sourceFile, lineNumber);
  });
}

function violation(directive: string | null, what: string | null, source: string | null, line: number | null): Fault[] {
  if (/^[a-z-]+-extension\b/u.test(source ?? "") || /^[a-z-]+-extension\b/u.test(what ?? "")) return [];
  return [faultOf("policy", `${directive ?? ""} ${blocked(what ?? "")}`, source ?? "", line ?? 0)];
}
