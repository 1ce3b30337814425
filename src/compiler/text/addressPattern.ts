/** Whether an address is a pattern for many articles (":year", "{{ slug }}"), and so not the address of one. */
export const isAddressPattern = (url: string): boolean => /[{}]|(?:^|\/):\w/u.test(url);
