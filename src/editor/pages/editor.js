// Sends what is typed while it is typed, and shows what is found and how the documents look. The pages work without it: then a button saves.
//
// 1. A change of the form is sent as the form itself is sent; what comes back are values, by which parts of the page are renewed.
// 2. The document beside the form is loaded anew, and stays where it was scrolled to.
// 3. The answer in focus is looked for in the document; a click on a sentence asks where it comes from.
"use strict";

const form = document.getElementById("form");
const saving = document.getElementById("saving");
const frame = document.getElementById("pages");

// --- Sending ---------------------------------------------------------------------------------------------------------------------------

// Whoever types on and on is saved all the same: a change waits no longer than this for those after it, in milliseconds.
const PAUSE = 10;
let timer = 0;
let sending = null;
let again = false;

function say(words, failed) {
  saving.textContent = words;
  saving.classList.toggle("failed", Boolean(failed));
}

function changed() {
  if (!timer) timer = setTimeout(send, PAUSE);
}

async function send() {
  clearTimeout(timer);
  timer = 0;
  if (sending) {
    again = true;
    return sending;
  }
  sending = sendOnce();
  await sending;
  sending = null;
  if (again) {
    again = false;
    await send();
  }
}

async function sendOnce() {
  let values;
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
    values = await answer.json();
  } catch {
    say("Not saved: the editor does not answer. Is its window still open? What you wrote is still on this page.", true);
    return;
  }
  if (values.problem) {
    say(`Not saved. ${values.problem}`, true);
    return;
  }
  form.elements._version.value = values.version;
  show(values);
  if (values.stale) await takeUp();
  say(values.clash ? "Not everything is saved: see above." : "Saved.", Boolean(values.clash));
}

function show(values) {
  const summary = document.getElementById("summary");
  const open = [...summary.querySelectorAll("details[open]")].map((one) => one.dataset.of);
  summary.innerHTML = values.summary;
  summary.querySelectorAll("details").forEach((one) => { one.open = open.includes(one.dataset.of); });
  for (const place of form.querySelectorAll('[id$="-found"]')) {
    const markup = values.fields[place.id.slice(0, -"-found".length)] ?? "";
    if (place.innerHTML.trim() !== markup.trim()) place.innerHTML = markup;
  }
  for (const [section, markup] of Object.entries(values.sections)) {
    const place = document.getElementById(`open-${section}`);
    if (place) place.innerHTML = markup;
  }
  document.getElementById("clash").innerHTML = values.clash;
  // Whoever types on waits for no document: that of the last change is the one that counts.
  if (!timer && !again) renew();
}

// Takes up what another window or program has written: in every question but the one in focus. What is typed meanwhile stays.
async function takeUp() {
  const answer = await fetch(location.pathname + location.search);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("form");
  if (!fresh || timer) return;
  const names = (one) => [...one.elements].map((field) => field.name).filter((name) => name && !name.startsWith("_"));
  for (const field of form.elements) {
    const other = field.name && !field.name.startsWith("_") ? fresh.elements[field.name] : null;
    if (other && "value" in other && field !== document.activeElement && field.value !== other.value) field.value = other.value;
  }
  form.elements._version.value = fresh.elements._version.value;
  if (names(form).join() !== names(fresh).join()) {
    document.getElementById("clash").innerHTML = "<p>Another window or program has changed a list of this page. <a href=\"\">Load the page again</a> to see it.</p>";
  }
}

// --- The document beside the form ------------------------------------------------------------------------------------------------------

let scrolled = null;

function inside() {
  try {
    return frame?.contentDocument ?? null;
  } catch {
    return null;
  }
}

function renew() {
  const shown = inside();
  if (!shown?.scrollingElement) return;
  scrolled = shown.scrollingElement.scrollTop;
  frame.contentWindow.location.reload();
}

function folded(words) {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

const BLOCKS = "p, li, td, th, dd, dt, h1, h2, h3, h4, h5, h6, blockquote, figcaption";

function settle() {
  const shown = inside();
  if (!shown?.body) return;
  if (scrolled !== null) {
    shown.scrollingElement.scrollTop = scrolled;
    scrolled = null;
  }
  shown.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link && !link.getAttribute("href").startsWith("#")) event.preventDefault();
    if (link) return;
    const block = event.target.closest(BLOCKS);
    if (block) whence(block.textContent);
  });
}

async function whence(words) {
  const place = document.getElementById("origin");
  const address = `${form.dataset.origin}?words=${encodeURIComponent(words.trim().slice(0, 1500))}`;
  try {
    const answer = await fetch(address, { headers: { Accept: "application/json" } });
    place.innerHTML = await answer.text();
  } catch {
    place.textContent = "The editor does not answer. Is its window still open?";
  }
}

// Scrolls the document to where an answer is printed: to its very words, or else to the heading of its clause.
function follow(field) {
  const shown = inside();
  if (!shown?.body) return;
  const words = folded(field.value ?? "").slice(0, 60);
  const blocks = words.length > 5 ? [...shown.querySelectorAll(BLOCKS)] : [];
  const place = field.dataset.place ?? "";
  const [page, anchor] = place.split("#");
  const found = blocks.find((block) => folded(block.textContent).includes(words))
    ?? (anchor && frame.contentWindow.location.pathname.endsWith(page) ? shown.getElementById(anchor) : null);
  if (!found) return;
  const top = found.getBoundingClientRect().top + shown.scrollingElement.scrollTop;
  shown.scrollingElement.scrollTop = Math.max(0, top - frame.clientHeight / 4);
}

function look(place) {
  form.requestSubmit(place.querySelector("button"));
}

// --- To a question ---------------------------------------------------------------------------------------------------------------------

function go(id) {
  // An entry that is not on the page any more leads to its list.
  let place = document.getElementById(id);
  while (!place && id.includes("-")) {
    id = id.slice(0, id.lastIndexOf("-"));
    place = document.getElementById(id);
  }
  place?.closest("details")?.setAttribute("open", "");
  place?.focus();
  place?.scrollIntoView({ block: "center" });
}

// --- What happens ----------------------------------------------------------------------------------------------------------------------

if (form) {
  form.addEventListener("input", changed);
  form.addEventListener("focusin", (event) => { if (event.target.name) follow(event.target); });
  // A button saves what was typed just now with it; nothing is to be sent twice.
  form.addEventListener("submit", (event) => { if (!event.submitter?.formTarget) clearTimeout(timer); });
  // How an answer looks is shown as soon as it is asked for, and anew while its words change.
  for (const button of form.querySelectorAll(".look button")) button.hidden = true;
  form.addEventListener("toggle", (event) => { if (event.target.matches?.(".look[open]")) look(event.target); }, true);
  form.addEventListener("change", (event) => {
    const open = event.target.closest(".question")?.querySelector(".look[open]");
    if (open) look(open);
  });
  document.getElementById("summary").addEventListener("submit", async (event) => {
    if (!timer && !sending) return;
    event.preventDefault();
    const gone = event.target;
    await send();
    document.querySelector(`#summary form[action="${gone.getAttribute("action")}"]`)?.submit();
  });
  addEventListener("pagehide", () => {
    // What was typed in the last moment goes with the page.
    if (timer) fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" }, keepalive: true });
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-to]");
    if (!link || new URL(link.href).pathname !== location.pathname) return;
    event.preventDefault();
    go(link.dataset.to);
  });
  // Another window, or another program, may have changed the profile.
  addEventListener("focus", async () => {
    const mine = form.elements._version.value;
    try {
      const { version } = await (await fetch(form.dataset.version)).json();
      const isStill = form.elements._version.value === mine && !timer && !sending;
      if (version !== mine && isStill) await takeUp();
    } catch {
      // The editor is not running: whoever types is told.
    }
  });
  frame?.addEventListener("load", settle);
  settle();
  if (location.hash) go(location.hash.slice(1));
}

for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset.copy);
    const said = document.getElementById(`${button.dataset.copy}-copied`);
    try {
      await navigator.clipboard.writeText(text.value);
      said.textContent = "Copied.";
    } catch {
      text.select();
      said.textContent = "Selected: press Ctrl and C to copy it.";
    }
  });
}
