/** Whether the server has this page, and can be reached at all. */
export async function answers(url: string): Promise<boolean> {
  return fetch(url, { method: "HEAD", cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );
}
