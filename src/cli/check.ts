import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile } from "#compiler/compile.ts";
import { drawerOf } from "#prerender/loadComponents.tsx";
import { locate } from "#compiler/reading/locate.ts";
import { findDesk } from "./admin/writeDesk.ts";
import { requireFolder } from "./options.ts";
import { secretsIn } from "./secrets.ts";
import { printableJson } from "./terminal/printable.ts";
import { exitCode, printReport } from "./terminal/printReport.ts";

/**
 * Checks an edition's input as a build would, and publishes nothing.
 * @returns the exit code: 1 on an error, and under `strict` on a warning
 */
export async function check({
  content,
  strict = false,
  json = false,
  future,
}: {
  content: string;
  strict?: boolean;
  json?: boolean;
  future?: boolean;
}): Promise<number> {
  requireFolder(content);
  const out = await mkdtemp(join(tmpdir(), "broadsheet-check-"));
  try {
    const { problems, counts, built } = await compile({ content, out, encode: false, future, drawerOf });
    const desk = built && findDesk(content, built.settings);
    if (desk && "problem" in desk) problems.push(...(await locate([desk.problem], content)));
    problems.push(...(await secretsIn(content)));
    if (json) console.log(printableJson(JSON.stringify({ counts, problems }, null, 2)));
    else printReport(problems, counts, built !== undefined);
    return exitCode(problems, strict);
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}
