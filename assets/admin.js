// Administration: live progress, confirmation of actions that cannot be undone, and a warning before unsaved text is
// lost. Everything else works without this file.
(() => {
  "use strict";
  let leaving = false;
  document.addEventListener("submit", (event) => {
    const { submitter, target } = event;
    const question = submitter?.dataset.confirm;
    if (!question) return;
    if (!window.confirm(question)) return event.preventDefault();
    // Skips the confirmation page, which is for browsers without scripts.
    const confirmed = Object.assign(document.createElement("input"), { type: "hidden", name: "sure", value: "yes" });
    target.append(confirmed);
    setTimeout(() => confirmed.remove());
  });
  document.addEventListener("submit", (event) => (leaving ||= !event.defaultPrevented));

  // Forms with a save button: the browser asks before a page with unsaved text is left.
  const isChanged = (field) =>
    field.matches("textarea, input:not([type=hidden], [data-enter])") && field.value !== field.defaultValue;
  const isUnsaved = (form) => form.dataset.keep === "unsaved" || [...form.elements].some(isChanged);
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && [...document.querySelectorAll("form[data-keep]")].some(isUnsaved)) event.preventDefault();
  });
  window.addEventListener("pageshow", () => (leaving = false));

  // Enter in a field with its own button presses that button.
  document.addEventListener("keydown", (event) => {
    const button = event.key === "Enter" && document.getElementById(event.target.dataset?.enter);
    if (!button) return;
    event.preventDefault();
    button.click();
  });

  // What is typed replaces what was chosen; the browser suggests only what contains the whole text.
  document.addEventListener("focusin", ({ target }) => target.matches("input[list]") && target.select());
  // A time zone that nobody has chosen yet is the browser's.
  for (const field of document.querySelectorAll("[data-zone]")) {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (field.value === "UTC" && zone && field.value === field.defaultValue) field.value = field.defaultValue = zone;
  }

  // Live parts: the page is fetched again, and the parts that have changed are replaced.
  const parts = (page) => [...page.querySelectorAll("[data-live]")];
  const isDone = (page) => parts(page).every((part) => part.dataset.live === "done");
  if (isDone(document)) return;
  const showNote = (name) => {
    for (const note of document.querySelectorAll("[data-live-note]")) note.hidden = note.dataset.liveNote !== name;
  };
  // Focus in a replaced part moves to the element with the same text, or else to the first control.
  const replace = (old, fresh) => {
    if (old.outerHTML === fresh.outerHTML) return;
    const focused = old.contains(document.activeElement) && document.activeElement;
    old.replaceWith(fresh);
    if (!focused) return;
    const isSame = (element) => element.textContent === focused.textContent && element.tagName === focused.tagName;
    const controls = [...fresh.querySelectorAll("a, button, [tabindex]")];
    (controls.find(isSame) ?? controls[0])?.focus({ preventScroll: true });
  };
  async function refresh() {
    let delay = 2000;
    try {
      const response = await fetch(location.href, { headers: { accept: "text/html" }, redirect: "manual" });
      if (response.type === "opaqueredirect") return showNote("over");
      if (!response.ok) throw new Error(response.status);
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const [old, fresh] = [parts(document), parts(page)];
      if (old.length !== fresh.length) return location.reload();
      const done = isDone(page);
      old.forEach((part, at) => replace(part, fresh[at]));
      showNote("");
      if (done) return;
    } catch {
      showNote("lost");
      delay = 5000;
    }
    setTimeout(refresh, document.hidden ? 10000 : delay);
  }
  setTimeout(refresh, 2000);
})();
