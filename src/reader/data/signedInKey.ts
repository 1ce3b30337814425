/** Where this device keeps that it is signed in. One for all editions of a host, as the session's cookie is. */
export const signedInKey = "broadsheet-in";
