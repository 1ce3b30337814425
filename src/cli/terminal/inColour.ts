import { styleText } from "node:util";

type Colour = "red" | "yellow" | "magenta" | "cyan" | "dim" | "bold";

/** `text` in a colour if `stream` is a terminal that supports it; plain in a file, a pipe or a CI log. */
export function inColour(colour: Colour, text: string, stream: NodeJS.WriteStream = process.stderr): string {
  return styleText(colour, text, { stream });
}
