import * as v from "valibot";

/** JSON that violates the contract. `field` is the path of the first invalid field, such as `article.body.3.level`. */
export class ContractError extends Error {
  readonly what: string;
  readonly field: string;

  constructor(what: string, field: string, reason: string, cause: unknown) {
    super(`The ${what} cannot be read: ${field === "" ? "it" : field} ${reason}.`, { cause });
    this.name = "ContractError";
    this.what = what;
    this.field = field;
  }
}

/**
 * The only way from unknown JSON to typed content.
 * @param schema one of the schemas of this folder
 * @param value the result of JSON.parse
 * @param what a name of the value for the error: "article", "list page"
 * @throws ContractError that names the first invalid field
 */
export function parse<T>(schema: v.GenericSchema<unknown, T>, value: unknown, what: string): T {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new ContractError(what, v.getDotPath(issue) ?? "", reason(issue), result.issues);
}

/** A valibot issue as the predicate of a sentence whose subject is the field. */
export function reason(issue: v.BaseIssue<unknown>): string {
  if (issue.kind !== "schema") return issue.message;
  if (issue.received === "undefined") return "is missing";
  return `is ${issue.received} but must be ${issue.expected ?? "something else"}`;
}
