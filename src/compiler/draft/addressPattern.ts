/** Whether an address is one for many articles (":year", "{{ slug }}"), and so the address of none. */
export const isAddressPattern = (url: string): boolean => /[{}\s]|(?:^|\/):\w/u.test(url);
