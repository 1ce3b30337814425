/** The storage key of the hint that this device is signed in. All editions of a host share it, like the session's cookie. */
export const signedInKey = "broadsheet-in";
