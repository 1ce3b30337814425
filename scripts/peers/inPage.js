// Runs first in every document of a measured visit. What is waited for is kept in the session's storage, because a tap may lead
// to another document: awaitTexts([["h1", "Dogs"]]) notes when an h1 with this text has been painted.
(() => {
  let isLooking = false;
  addEventListener("click", (event) => (sessionStorage.pressed = performance.timeOrigin + event.timeStamp), true);
  addEventListener("pageshow", (event) => event.persisted && look());
  globalThis.awaitTexts = (texts) => {
    sessionStorage.removeItem("painted");
    sessionStorage.awaited = JSON.stringify(texts);
    look();
  };
  look();

  function look() {
    if (isLooking || sessionStorage.awaited === undefined) return;
    if (!JSON.parse(sessionStorage.awaited).every(isShown)) {
      isLooking = true;
      requestAnimationFrame(() => ((isLooking = false), look()));
      return;
    }
    sessionStorage.removeItem("awaited");
    // A message comes after the frame is painted.
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => (sessionStorage.painted = performance.timeOrigin + performance.now()));
    port1.start();
    port2.postMessage("");
  }

  function isShown([selector, text]) {
    return [...document.querySelectorAll(selector)].some(
      (element) =>
        element.textContent.replace(/\s+/g, " ").trim().toLowerCase().startsWith(text.toLowerCase()) &&
        element.getClientRects().length > 0 &&
        element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    );
  }
})();
