/**
 * The properties of a page that Notion has exported: lines of `Name: value` below the heading. Other texts may begin so as well, so
 * `isCertain` says whether the file has the name that Notion gives it, which ends with an id.
 */
export function notionProperties(path: string, text: string): { properties: Record<string, string>; isCertain: boolean } {
  const [, lines = ""] = /^\uFEFF?\s*# [^\n]+\n\s*\n((?:[\p{Lu}][^\n:]{0,40}: [^\n]*\n)+)\s*(?:\n|$)/u.exec(`${text}\n`) ?? [];
  const pairs = [...lines.matchAll(/^([^\n:]+): (.*)$/gmu)].map(([, name = "", value = ""]): [string, string] => [
    name.trim(),
    value.trim(),
  ]);
  return { properties: Object.fromEntries(pairs), isCertain: /[ -][0-9a-f]{32}\.\w+$/u.test(path) };
}
