/** An error response in the form of RFC 9457. `code` is for programs, `detail` a sentence for people. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;

  constructor(status: number, code: string, detail: string, headers: Record<string, string> = {}) {
    super(detail);
    this.name = "Problem";
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export function problemResponse({ status, code, message, headers }: Problem): Response {
  return Response.json(
    { type: "about:blank", status, code, detail: message },
    { status, headers: { ...headers, "Content-Type": "application/problem+json", "Cache-Control": "no-store" } },
  );
}
