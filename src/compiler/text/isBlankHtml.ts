/** Whether HTML has nothing to show: editors leave empty paragraphs behind. */
export const isBlankHtml = (html: string): boolean => /^(?:\s|&nbsp;|&#160;|<\/?(?:p|br|div|span)(?:\s[^<>]*)?\/?>)*$/iu.test(html);
