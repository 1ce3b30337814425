/** Whether a file's name or an address ends as those of pictures do that browsers show, before a query or fragment. */
export const isPictureName = (name: string): boolean => /\.(?:avif|gif|jpe?g|png|svg|webp)\s*(?:[?#]|$)/iu.test(name);

/** The same of a text that is nothing else: no sentence that ends so. */
export const isPictureFile = (text: string): boolean => !/\s/u.test(text) && isPictureName(text);
