import { styleText } from "node:util";

type Colour = "red" | "yellow" | "magenta" | "cyan" | "dim" | "bold";

/** `text` in a colour where `stream` is a terminal that shows it; plain in a file, a pipe or a log of CI. */
export function inColour(colour: Colour, text: string, stream: NodeJS.WriteStream = process.stderr): string {
  return styleText(colour, text, { stream });
}
