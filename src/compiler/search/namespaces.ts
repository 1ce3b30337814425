import type { LeafSize } from "./leafWriter.ts";

/**
 * The parts of the index in the order of their keys, with the size of their
 * leaves. Words are looked up with their neighbours (other forms, prefixes), so
 * their leaves are large; a subject is looked up alone.
 */
export const NAMESPACES: [prefix: string, size: LeafSize][] = [
  ["author/", { least: 800, most: 1600 }],
  ["common/", { least: 2000, most: 6000 }],
  ["h/", { least: 5000, most: 10_000 }],
  ["lang/", { least: 1500, most: 3000 }],
  ["p/", { least: 4000, most: 8000 }],
  ["place/", { least: 800, most: 1600 }],
  ["section/", { least: 1500, most: 3000 }],
  ["spell/", { least: 2000, most: 6000 }],
  ["topic/", { least: 800, most: 1600 }],
  ["w/", { least: 4000, most: 8000 }],
];
