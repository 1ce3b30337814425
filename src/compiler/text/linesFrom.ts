/** Returns a function for the line, from 1, of an offset in a text. Offsets must never decrease, so that the text is scanned only once. */
export function linesFrom(text: string): (at: number) => number {
  let [line, next] = [1, text.indexOf("\n")];
  return (at) => {
    for (; next !== -1 && next < at; next = text.indexOf("\n", next + 1)) line += 1;
    return line;
  };
}
