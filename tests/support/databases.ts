/** Each kind of database for accounts: the embedded one, and PostgreSQL if TEST_DATABASE_URL is set, as in .ci/run. */
export const databases: { name: string; env: Record<string, string> }[] = [
  { name: "the embedded database", env: {} },
  ...(process.env["TEST_DATABASE_URL"] === undefined
    ? []
    : [{ name: "PostgreSQL", env: { DATABASE_URL: process.env["TEST_DATABASE_URL"] } }]),
];
