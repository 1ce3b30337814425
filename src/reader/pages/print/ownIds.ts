/** On one sheet with others, each story's notes and pictures need names of their own: a link in the file that a printer writes would lead to the first of that name. */
export function ownIds(paper: HTMLElement): void {
  paper.querySelectorAll(".story").forEach((story, place) => {
    for (const named of story.querySelectorAll("[id]")) named.id = `story-${place + 1}-${named.id}`;
    for (const labelled of story.querySelectorAll("[aria-labelledby]")) {
      labelled.setAttribute("aria-labelledby", `story-${place + 1}-${labelled.getAttribute("aria-labelledby") ?? ""}`);
    }
    for (const link of story.querySelectorAll("a[href^='#']")) {
      link.setAttribute("href", `#story-${place + 1}-${link.getAttribute("href")?.slice(1) ?? ""}`);
    }
  });
}
