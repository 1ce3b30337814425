/** The line of a place in a text, from 1, for places that never go back: so all of them together read the text once. */
export function linesFrom(text: string): (at: number) => number {
  let [line, seen] = [1, 0];
  return (at) => {
    for (let next = text.indexOf("\n", seen); next !== -1 && next < at; next = text.indexOf("\n", seen))
      [line, seen] = [line + 1, next + 1];
    return line;
  };
}
