// Administration: live progress and a question before what can't be undone. All else works without this file.
(() => {
  "use strict";
  document.addEventListener("submit", (event) => {
    const question = event.submitter?.dataset.confirm;
    if (question && !window.confirm(question)) event.preventDefault();
  });

  // Parts of a page that change by themselves are asked for again, as the same page, and put in place of the old ones.
  const parts = (page) => [...page.querySelectorAll("[data-live]")];
  const isDone = (page) => parts(page).every((part) => part.dataset.live === "done");
  if (isDone(document)) return;
  async function refresh() {
    let wait = 2000;
    try {
      const answer = await fetch(location.href, { headers: { accept: "text/html" }, redirect: "error" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const [old, fresh] = [parts(document), parts(page)];
      if (!answer.ok || old.length !== fresh.length) return;
      const done = isDone(page);
      // What has the focus stays where it is.
      old.forEach((part, at) => part.contains(document.activeElement) || part.replaceWith(fresh[at]));
      if (done) return;
    } catch {
      wait = 10000;
    }
    setTimeout(refresh, document.hidden ? 10000 : wait);
  }
  setTimeout(refresh, 2000);
})();
