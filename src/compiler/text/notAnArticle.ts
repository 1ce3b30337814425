/** Why an item that is not an article is skipped, and how to import it. */
export const notAnArticle = (type: string): string =>
  `It is of the type ${type}, which is not an article; --types ${type} imports such items too.`;
