/** Why an item that is not an article is skipped, and how to import it. */
export const notAnArticle = (type: string): string =>
  type === ""
    ? "It does not say of what type it is, so it is taken for no article."
    : `It is of the type ${type}, which is not an article; --types ${type} imports such items too.`;
