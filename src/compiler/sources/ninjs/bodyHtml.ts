import { type Raw, scalarText } from "../article/record.ts";
import { plainTextHtml } from "../plainTextHtml.ts";
import { byRole, isHtml, isNitf, type Text, textsOf } from "./texts.ts";

/** The text of an item as HTML, from the richest of its bodies; from its description where it has no body. */
export function bodyHtml(item: Raw): string {
  const bodies = textsOf(item, "bodies", "body").filter(({ role }) => role !== "footer");
  const html = bodies.find((each) => isHtml(each) && !isNitf(each));
  const plain =
    bodies.find(({ type, role }) => type === "text/plain" || (type === "" && role === "text")) ?? bodies.find(({ type }) => type === "");
  const footer = scalarText(item["body_footer"]);
  const chosen =
    html ?? plain ?? (bodies.length === 0 ? byRole(textsOf(item, "descriptions", "description"), "main", "text", "html") : undefined);
  return `${chosen === undefined ? "" : asHtml(chosen)}${footer}`;
}

const asHtml = (text: Text): string => (isHtml(text) ? text.value : plainTextHtml(text.value));
