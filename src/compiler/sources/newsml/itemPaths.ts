/** Where items of a kind may be: alone, in a message, or in an API response. */
export const itemPaths = (name: string): string[] => [name, `*/${name}`, `*/*/${name}`, `*/newsMessage/itemSet/${name}`];
