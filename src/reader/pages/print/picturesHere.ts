/** How long paper waits for a picture that may never come, in milliseconds. */
const PATIENCE = 10_000;

/** Waits for the pictures of what is printed, which nobody scrolls to. One that does not come leaves its place empty. */
export async function picturesHere(paper: HTMLElement | null): Promise<void> {
  const pictures = [...(paper?.querySelectorAll("img") ?? [])];
  for (const picture of pictures) picture.loading = "eager";
  const late = new Promise((done) => setTimeout(done, PATIENCE));
  await Promise.race([late, Promise.allSettled(pictures.map((picture) => picture.decode()))]);
}
