/** The classes that plugins give to a post that the visitor may not read. */
export const RESTRICTED_CLASSES: ReadonlySet<string> = new Set([
  "post-password-required",
  // Paid Memberships Pro
  "pmpro-level-required",
  "pmpro-no-access",
  // Restrict Content Pro
  "rcp-is-restricted",
  "rcp-no-access",
  // WooCommerce Memberships
  "access-restricted",
  "access-delayed",
  // Members
  "members-access-error",
  // Drupal
  "node--unpublished",
  "node-unpublished",
]);

/** What the classes that WordPress gives to a post (post_class) say about its release, for WORDPRESS_FIELDS. Themes have a `status-` of their own. */
export function classFields(classes: readonly string[]): { status: string[]; post_class: string[] } {
  const isPost = classes.some((name) => /^(?:hentry|post-\d+|type-.+)$/u.test(name));
  return {
    status: isPost ? classes.flatMap((name) => /^status-(.+)$/u.exec(name)?.[1] ?? []) : [],
    post_class: classes.filter((name) => RESTRICTED_CLASSES.has(name)),
  };
}
