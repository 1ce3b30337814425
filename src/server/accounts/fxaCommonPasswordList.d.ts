/** The package has no types. */
declare module "fxa-common-password-list" {
  /** Whether a password is among the 50,000 most common ones with at least 8 characters. */
  const list: { test: (password: string) => boolean };
  export default list;
}
