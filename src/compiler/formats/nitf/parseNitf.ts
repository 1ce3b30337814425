import { readXml } from "../../xml/readXml.ts";
import type { XmlElement } from "../../xml/xmlElement.ts";
import { XmlError } from "../../xml/XmlError.ts";

/** A NITF document that another format holds as text, or what is wrong with it. */
export async function parseNitf(text: string): Promise<XmlElement | { error: string }> {
  const input = {
    path: "",
    async *bytes() {
      yield new TextEncoder().encode(text.trim());
    },
  };
  try {
    for await (const nitf of readXml(input, { paths: ["nitf"], report: () => {}, lenient: true })) return nitf;
    return { error: "It has no nitf element." };
  } catch (error) {
    if (error instanceof XmlError) return { error: `${error.message} (${error.place})` };
    throw error;
  }
}
