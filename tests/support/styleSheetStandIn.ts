/** jsdom loads no style sheets and fires no load events for them: this fires them at once. */
const observer = new MutationObserver((changes) => {
  for (const added of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
    if (added instanceof HTMLLinkElement && added.rel === "stylesheet") added.dispatchEvent(new Event("load"));
  }
});
observer.observe(document.body, { childList: true });
