/** Each database that accounts can live in: the embedded one, and PostgreSQL where TEST_DATABASE_URL names one, as .ci/run does. */
export const databases: { name: string; env: Record<string, string> }[] = [
  { name: "the embedded database", env: {} },
  ...(process.env["TEST_DATABASE_URL"] === undefined
    ? []
    : [{ name: "PostgreSQL", env: { DATABASE_URL: process.env["TEST_DATABASE_URL"] } }]),
];
