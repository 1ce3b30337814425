import * as v from "valibot";

const answerSchema = v.object({ value: v.unknown() });
const sessionSchema = v.object({ value: v.object({ sessionId: v.string() }) });

export type Ask = (method: "GET" | "POST" | "DELETE", path: string, body?: object) => Promise<unknown>;

/** A session of plain WebDriver over HTTP (https://www.w3.org/TR/webdriver2/). */
export async function openSession(address: string, alwaysMatch: object): Promise<{ ask: Ask; close: () => Promise<void> }> {
  const { value } = v.parse(sessionSchema, await call(`${address}/session`, "POST", { capabilities: { alwaysMatch } }));
  const own = `${address}/session/${value.sessionId}`;
  const ask: Ask = async (method, path, body) => v.parse(answerSchema, await call(own + path, method, body)).value;
  return { ask, close: async () => void (await ask("DELETE", "")) };
}

async function call(address: string, method: string, body?: object): Promise<unknown> {
  const response = await fetch(address, {
    method,
    headers: { "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`WebDriver refused ${method} ${address}: ${JSON.stringify(answer)}`);
  return answer;
}
