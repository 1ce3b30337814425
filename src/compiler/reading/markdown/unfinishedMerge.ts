/**
 * The line on which the first conflict of a merge by Git begins, counted from 1; undefined if there is none. Such lines in a block of
 * code are an example.
 */
export function unfinishedMerge(text: string): number | undefined {
  if (!text.includes("\n>>>>>>> ")) return undefined;
  const lines = text.split("\n");
  let isCode = false;
  const start = lines.findIndex((line) => {
    if (/^ {0,3}(?:`{3,}|~{3,})/u.test(line)) isCode = !isCode;
    return !isCode && line.startsWith("<<<<<<< ");
  });
  if (start === -1) return undefined;
  const middle = lines.indexOf("=======", start);
  return middle !== -1 && lines.slice(middle).some((line) => line.startsWith(">>>>>>> ")) ? start + 1 : undefined;
}
