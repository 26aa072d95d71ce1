// Administration: live progress, a question before what can't be undone, and care for words that are not saved yet. All
// else works without this file.
(() => {
  "use strict";
  let leaving = false;
  document.addEventListener("submit", (event) => {
    const { submitter, target } = event;
    const question = submitter?.dataset.confirm;
    if (!question) return;
    if (!window.confirm(question)) return event.preventDefault();
    // Answered here: the page that asks without this file is passed by.
    const sure = Object.assign(document.createElement("input"), { type: "hidden", name: "sure", value: "yes" });
    target.append(sure);
    setTimeout(() => sure.remove());
  });
  document.addEventListener("submit", (event) => (leaving ||= !event.defaultPrevented));

  // Words in a form that is kept by hand: leaving the page without saving them is asked about.
  const isChanged = (field) =>
    field.matches("textarea, input:not([type=hidden], [data-enter])") && field.value !== field.defaultValue;
  const isUnsaved = (form) => form.dataset.keep === "unsaved" || [...form.elements].some(isChanged);
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && [...document.querySelectorAll("form[data-keep]")].some(isUnsaved)) event.preventDefault();
  });
  window.addEventListener("pageshow", () => (leaving = false));

  // Enter in a field that has a button of its own presses that one.
  document.addEventListener("keydown", (event) => {
    const button = event.key === "Enter" && document.getElementById(event.target.dataset?.enter);
    if (!button) return;
    event.preventDefault();
    button.click();
  });

  // Parts of a page that change by themselves are asked for again, as the same page; those that differ are put in place
  // of the old ones.
  const parts = (page) => [...page.querySelectorAll("[data-live]")];
  const isDone = (page) => parts(page).every((part) => part.dataset.live === "done");
  if (isDone(document)) return;
  const say = (what) => {
    for (const note of document.querySelectorAll("[data-live-note]")) note.hidden = note.dataset.liveNote !== what;
  };
  // What has the focus keeps it, or hands it to what does the same, else to the first button.
  const replace = (old, fresh) => {
    if (old.outerHTML === fresh.outerHTML) return;
    const held = old.contains(document.activeElement) && document.activeElement;
    old.replaceWith(fresh);
    if (!held) return;
    const like = (one) => one.textContent === held.textContent && one.tagName === held.tagName;
    const all = [...fresh.querySelectorAll("a, button, [tabindex]")];
    (all.find(like) ?? all[0])?.focus({ preventScroll: true });
  };
  async function refresh() {
    let wait = 2000;
    try {
      const answer = await fetch(location.href, { headers: { accept: "text/html" }, redirect: "manual" });
      if (answer.type === "opaqueredirect") return say("over");
      if (!answer.ok) throw new Error(answer.status);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const [old, fresh] = [parts(document), parts(page)];
      if (old.length !== fresh.length) return location.reload();
      const done = isDone(page);
      old.forEach((part, at) => replace(part, fresh[at]));
      say("");
      if (done) return;
    } catch {
      say("lost");
      wait = 5000;
    }
    setTimeout(refresh, document.hidden ? 10000 : wait);
  }
  setTimeout(refresh, 2000);
})();
