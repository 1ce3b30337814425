/** jsdom brings no style sheets and tells of none. To whoever waits for one, this says at once that it is here, as a browser does in its time. */
const observer = new MutationObserver((changes) => {
  for (const added of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
    if (added instanceof HTMLLinkElement && added.rel === "stylesheet") added.dispatchEvent(new Event("load"));
  }
});
observer.observe(document.body, { childList: true });
