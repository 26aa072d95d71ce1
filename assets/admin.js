// Administration: live progress and a question before what can't be undone. All else works without this file.
(() => {
  "use strict";
  document.addEventListener("submit", (event) => {
    const question = event.submitter?.dataset.confirm;
    if (question && !window.confirm(question)) event.preventDefault();
  });

  // A part of a page that changes by itself is asked for again, as the same page, and put in place of the old one.
  const live = document.querySelector("[data-live]");
  if (!live) return;
  async function refresh() {
    let wait = 2000;
    try {
      const answer = await fetch(location.href, { headers: { accept: "text/html" }, redirect: "error" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const next = page.querySelector("[data-live]");
      const now = document.querySelector("[data-live]");
      if (!answer.ok || !next || !now) return;
      // What has the focus stays where it is.
      if (!now.contains(document.activeElement)) now.replaceWith(next);
      if (next.dataset.live === "done") return;
    } catch {
      wait = 10000;
    }
    setTimeout(refresh, document.hidden ? 10000 : wait);
  }
  if (live.dataset.live !== "done") setTimeout(refresh, 2000);
})();
