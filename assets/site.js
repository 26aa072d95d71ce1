// Public pages: solves a form's proof of work while the reader types, and hides pictures that can't be loaded. Every
// form works without this file.
(() => {
  "use strict";
  const workerUrl = document.currentScript.dataset.worker;

  /** The value of the field `altcha`: the solved challenge as JSON in base64. */
  async function solvedChallenge(challengeUrl) {
    const response = await fetch(challengeUrl, { headers: { accept: "application/json" } });
    if (!response.ok) throw new Error("no challenge");
    const challenge = await response.json();
    const worker = new Worker(workerUrl);
    try {
      const result = await new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => (data.error ? reject(new Error(data.error)) : resolve(data));
        worker.onerror = reject;
        worker.postMessage(challenge);
      });
      return btoa(JSON.stringify({ challenge, solution: result.solution }));
    } finally {
      worker.terminate();
    }
  }

  /** Hides a picture with the frame or link that has nothing else in it, so that it leaves no hole. */
  function hide(picture) {
    (picture.closest("figure, a[aria-hidden]") ?? picture).hidden = true;
  }

  for (const picture of document.images) {
    if (picture.complete && picture.naturalWidth === 0) hide(picture);
    else picture.addEventListener("error", () => hide(picture), { once: true });
  }

  for (const form of document.querySelectorAll("form[data-challenge]")) {
    const field = form.querySelector("input[name=altcha]");
    const status = form.querySelector("[data-status]");
    const button = form.querySelector("button[type=submit]");
    let work = null;
    let sending = false;
    const begin = () => (work ??= solvedChallenge(form.dataset.challenge));

    /** Sends the form once, with its solution. Without one the server answers with a page that needs one more click. */
    async function send() {
      if (sending) return;
      sending = true;
      button.setAttribute("aria-disabled", "true");
      if (status) status.textContent = status.dataset.status;
      field.value = await begin().catch(() => "");
      form.submit();
    }

    form.addEventListener("focusin", () => begin().catch(() => {}), { once: true });
    form.addEventListener("submit", (event) => {
      if (!window.crypto?.subtle) return;
      event.preventDefault();
      send();
    });
    // A page restored from the history must not send an old solution.
    window.addEventListener("pageshow", (event) => {
      if (!event.persisted) return;
      field.value = "";
      work = null;
      sending = false;
      button.removeAttribute("aria-disabled");
      if (status) status.textContent = "";
    });
    // The page with one more click sends itself as soon as it has a solution.
    if (form.hasAttribute("data-at-once") && window.crypto?.subtle) {
      if (status) status.textContent = status.dataset.status;
      begin().then(send, () => {
        if (status) status.textContent = "";
      });
    }
  }
})();
