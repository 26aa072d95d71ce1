// For other sites: sends a pasted sign-up form without leaving the page. The form works without this script, too.
// This file is served together with pow.js, which has `solve`.
const home = new URL(document.currentScript.src).origin;

async function send(form) {
  const text = (name) => form.elements[name]?.value ?? "";
  // A honeypot: only programs fill in the hidden field.
  if (text("homepage")) return form.dataset.done;
  const options = { mode: "cors", credentials: "omit", referrerPolicy: "no-referrer" };
  const response = await fetch(home + "/api/v1/challenge", options);
  if (!response.ok) throw new Error("no challenge");
  const challenge = await response.json();
  const altcha = btoa(JSON.stringify({ challenge, solution: await solve(challenge) }));
  // The sentence that the reader saw; the site may have changed it.
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
  // The form has no message for this; Tidings' own page has.
  throw new Error(problem.detail);
}

function attach(form) {
  // The page may have the snippet, and so this script, twice.
  if (form.dataset.tidings === "attached") return;
  form.dataset.tidings = "attached";
  const status = form.querySelector("[role=status]");
  let busy = false;
  form.addEventListener("submit", async (event) => {
    // Outside a secure context the browser sends the form, and Tidings' own page continues.
    if (!status || !window.crypto?.subtle) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    status.textContent = form.dataset.wait;
    try {
      status.textContent = await send(form);
    } catch {
      // Tidings is not reachable, or does not allow this site to read its answers.
      HTMLFormElement.prototype.submit.call(form);
    }
    busy = false;
  });
}

const attachAll = () => document.querySelectorAll("form[data-tidings]").forEach(attach);
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", attachAll);
else attachAll();
