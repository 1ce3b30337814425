const underway = new Map<string, Promise<Response>>();

/** Asks for a file of the edition before the app is there that will want it. */
export function askEarly(url: string): void {
  const answer = fetch(url, { priority: "low" });
  // A failure is the affair of whoever takes the answer.
  answer.catch(() => {});
  underway.set(url, answer);
}

/** The answer to what was asked early. It is given once: who asks again wants to know what is true now. */
export function takeEarly(url: string): Promise<Response> | undefined {
  const answer = underway.get(url);
  underway.delete(url);
  return answer;
}
