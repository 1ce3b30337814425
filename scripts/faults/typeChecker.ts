import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";

/** @returns a function that says whether the compiler accepts another text of a source file, given the sources as they are */
export function typeChecker(): (file: string, source: string) => boolean {
  const { config }: { config?: unknown } = ts.readConfigFile("tsconfig.json", (path) => ts.sys.readFile(path));
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd());
  let changed = { file: "", source: "", version: 0 };
  const service = ts.createLanguageService({
    ...ts.sys,
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    getCompilationSettings: () => options,
    getScriptFileNames: () => fileNames,
    getScriptVersion: (file) => (file === changed.file ? String(changed.version) : "0"),
    getScriptSnapshot: (file) => {
      if (file === changed.file) return ts.ScriptSnapshot.fromString(changed.source);
      return existsSync(file) ? ts.ScriptSnapshot.fromString(readFileSync(file, "utf8")) : undefined;
    },
    getCurrentDirectory: () => process.cwd(),
    getDefaultLibFileName: (each) => ts.getDefaultLibFilePath(each),
  });
  return (file, source) => {
    changed = { file: resolve(file), source, version: changed.version + 1 };
    return service.getSyntacticDiagnostics(changed.file).length === 0 && service.getSemanticDiagnostics(changed.file).length === 0;
  };
}
