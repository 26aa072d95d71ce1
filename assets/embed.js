// On other sites: sends a pasted sign-up form without leaving the page. The form works without this script too.
// `solve` comes from pow.js, with which this file is served as one.
const home = new URL(document.currentScript.src).origin;

async function send(form) {
  const text = (name) => form.elements[name]?.value ?? "";
  // Only a program fills in what nobody sees.
  if (text("homepage")) return form.dataset.done;
  const options = { mode: "cors", credentials: "omit", referrerPolicy: "no-referrer" };
  const asked = await fetch(home + "/api/v1/challenge", options);
  if (!asked.ok) throw new Error("no challenge");
  const challenge = await asked.json();
  const altcha = btoa(JSON.stringify({ challenge, solution: await solve(challenge) }));
  // What the reader was shown, however the site has changed it.
  const wording = form.querySelector("[data-consent]")?.textContent.trim() ?? "";
  const fields = { email: text("email"), newsletter: text("newsletter"), name: text("name"), wording, altcha };
  const answer = await fetch(home + "/api/v1/subscriptions", {
    ...options,
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(fields),
  });
  if (answer.ok) return form.dataset.done;
  if (answer.status === 429) return form.dataset.busy;
  const problem = await answer.json();
  if (problem.errors?.[0]?.field === "email") return form.dataset.email;
  // Nothing that this form has words for: our own page says it.
  throw new Error(problem.detail);
}

function attach(form) {
  // The snippet may stand twice on a page, and with it this script.
  if (form.dataset.tidings === "attached") return;
  form.dataset.tidings = "attached";
  const status = form.querySelector("[role=status]");
  let busy = false;
  form.addEventListener("submit", async (event) => {
    // Without a secure context there is no way to solve: the browser sends the form, our page takes it from there.
    if (!status || !window.crypto?.subtle) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    status.textContent = form.dataset.wait;
    try {
      status.textContent = await send(form);
    } catch {
      // Not reachable, or this site is not allowed to read the answer.
      HTMLFormElement.prototype.submit.call(form);
    }
    busy = false;
  });
}

const attachAll = () => document.querySelectorAll("form[data-tidings]").forEach(attach);
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", attachAll);
else attachAll();
