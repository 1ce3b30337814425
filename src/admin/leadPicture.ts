/** The picture that the preview shows, and the button in the form that shows it too: only previews can ask the CMS for a file. */
const shown: { url: string; button: HTMLElement | null } = { url: "", button: null };

/** Shows the lead picture of the entry in the form. @param url "" while there is none */
export function showLeadPicture(url: string): void {
  shown.url = url;
  update();
}

/** Called by the CMS with the button, and with null when the form is closed. */
export function inPicture(button: HTMLElement | null): void {
  shown.button = button;
  update();
}

function update(): void {
  const { url, button } = shown;
  const picture = button?.querySelector("img");
  if (!button || !picture) return;
  button.style.display = url === "" ? "none" : "block";
  if (url !== "" && picture.src !== url) picture.src = url;
}
