/** Where this device keeps that it has fetched the fonts. */
export const fontsKey = "broadsheet-fonts";
