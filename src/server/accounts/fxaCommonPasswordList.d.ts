/** It says nothing of its types. */
declare module "fxa-common-password-list" {
  /** Whether a password is among the 50,000 most common ones of 8 characters and more. */
  const list: { test: (password: string) => boolean };
  export default list;
}
