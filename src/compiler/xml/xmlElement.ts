/** The start of an element. */
export type XmlTag = {
  /** As written, such as "content:encoded". */
  name: string;
  /** Without its prefix. */
  local: string;
  /** The address of its namespace; "" if it has none, or if its prefix is not declared. */
  namespace: string;
  /** By their names as written, such as "xml:lang". */
  attributes: Record<string, string>;
};

/** A complete element. */
export type XmlElement = XmlTag & {
  /** Elements and texts in document order. */
  nodes: (XmlElement | string)[];
  children: XmlElement[];
  /** Its own text, CDATA included, without that of its children. */
  text: string;
  /** The line on which it starts, from 1. */
  line: number;
};

/** An element that was asked for, with the starts of the elements around it, the outermost first. */
export type XmlFound = XmlElement & { ancestors: XmlTag[] };

/** The first child with a name as written. */
export const child = (element: XmlElement, name: string): XmlElement | undefined => element.children.find((each) => each.name === name);
