/** The line of a place in a text, from 1, for places that never go back: so all of them together read the text once. */
export function linesFrom(text: string): (at: number) => number {
  let [line, next] = [1, text.indexOf("\n")];
  return (at) => {
    for (; next !== -1 && next < at; next = text.indexOf("\n", next + 1)) line += 1;
    return line;
  };
}
