// Digest editor: changes the list of articles without leaving the page, and moves articles by dragging their numbers.
// Everything works without this file.
(() => {
  "use strict";
  const form = () => document.getElementById("edit");
  let waiting = Promise.resolve();

  /** Submits a change as the browser would, to show the page that answers it. */
  function leave({ url, name, value }) {
    const button = Object.assign(document.createElement("button"), { type: "submit", formAction: url, name, value, hidden: true });
    form().append(button);
    button.click();
  }

  /** Replaces the parts of the page by those of a fresh one. Fields keep what is typed. */
  function show(fresh, sent) {
    for (const part of document.querySelectorAll("[data-part]")) {
      const other = fresh.getElementById(part.id);
      if (other && other.outerHTML !== part.outerHTML) part.replaceWith(other);
    }
    for (const field of form().elements) {
      if (field.type !== "hidden" && "defaultValue" in field && sent.has(field.name)) field.defaultValue = sent.get(field.name);
    }
    document.querySelector("main > .flash")?.remove();
    const flash = fresh.querySelector("main > .flash[role]");
    if (flash) document.getElementById("main").prepend(flash);
  }

  /** Focuses the button that was pressed, or another one of the same article. */
  function focus(value) {
    const article = document.getElementById(`article-${value.split(":")[1]}`);
    const buttons = [...(article?.querySelectorAll("button") ?? [])];
    (buttons.find((button) => button.value === value) ?? buttons[0])?.focus({ preventScroll: true });
  }

  async function change(action) {
    const sent = new FormData(form());
    if (action.name) sent.set(action.name, action.value);
    try {
      const answer = await fetch(action.url, { method: "POST", body: new URLSearchParams(sent), headers: { accept: "text/html" } });
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!answer.ok || !fresh.getElementById("edit")) return leave(action);
      show(fresh, sent);
      prepare();
      focus(action.value);
    } catch {
      leave(action);
    }
  }
  /** One change after the other: each sends the version of the page that the one before it led to. */
  const queue = (action) => (waiting = waiting.then(() => change(action)));

  // In the capture phase, so that no other listener takes it for leaving the page.
  document.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!button?.hasAttribute("data-in-place")) return;
    event.preventDefault();
    queue({ url: button.formAction, name: button.name, value: button.value });
  }, true);

  /** Moves an article along with the pointer, and keeps its new place when the pointer is released. */
  function drag(list, item, rank, pointer) {
    const before = [...list.children];
    const middle = (other) => other.getBoundingClientRect().top + other.offsetHeight / 2;
    const follow = ({ clientY }) => {
      const { previousElementSibling: above, nextElementSibling: below } = item;
      if (above && clientY < middle(above)) item.after(above);
      else if (below && clientY > middle(below)) item.before(below);
      if (clientY < 48) window.scrollBy(0, -16);
      else if (clientY > window.innerHeight - 48) window.scrollBy(0, 16);
    };
    const end = (event) => {
      for (const [name, listener] of listeners) document.removeEventListener(name, listener);
      item.classList.remove("dragged");
      const to = [...list.children].indexOf(item);
      if (event.type !== "pointerup") list.append(...before);
      else if (to !== before.indexOf(item)) queue({ url: list.dataset.order, name: "change", value: `to-${to}:${item.id.split("-")[1]}` });
    };
    const escape = (event) => event.key === "Escape" && end(event);
    const listeners = [["pointermove", follow], ["pointerup", end], ["pointercancel", end], ["keydown", escape]];
    for (const [name, listener] of listeners) document.addEventListener(name, listener);
    rank.setPointerCapture(pointer);
    item.classList.add("dragged");
  }

  function prepare() {
    const list = document.querySelector("[data-order]");
    if (!list || list.children.length < 2) return;
    list.classList.add("movable");
    for (const item of list.children) {
      const rank = item.querySelector(".rank");
      rank.title = list.dataset.hint;
      rank.addEventListener("pointerdown", (event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        drag(list, item, rank, event.pointerId);
      });
    }
  }
  prepare();
})();
