/** Where items of a kind stand: by themselves, in a message, or in the answer of an interface. */
export const itemPaths = (name: string): string[] => [name, `*/${name}`, `*/*/${name}`, `*/newsMessage/itemSet/${name}`];
