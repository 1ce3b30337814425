/** Whether a file name or address, without query and fragment, has the extension of a picture that browsers can show. */
export const isPictureName = (name: string): boolean => /\.(?:avif|gif|jpe?g|png|svg|webp)\s*(?:[?#]|$)/iu.test(name);

/** Whether a text is only the file name of a picture, not a sentence that ends with one. */
export const isPictureFile = (text: string): boolean => !/\s/u.test(text) && isPictureName(text);
