// Types into the editor and takes the time until the page shows what comes of it.
// In: where npm installed, an empty folder, the program, the folder of starters. Out: a table on stdout, in milliseconds and MiB.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [installed, empty, program, starters] = process.argv.slice(2);
const { chromium } = createRequire(join(installed, "package.json"))("playwright-core");
const KEYS = Number(process.env.KEYS ?? 200);
const EDITS = Number(process.env.EDITS ?? 2000);

// The starter names packs beside the folder of the profiles.
cpSync(starters, join(empty, "profiles"), { recursive: true });
cpSync(join(starters, "..", "packs"), join(empty, "packs"), { recursive: true });
const child = spawn(program, ["edit", join(empty, "profiles"), "--no-open", "--as-of", "2026-09-01"], { stdio: ["ignore", "pipe", "inherit"], cwd: empty });
process.on("exit", () => child.kill("SIGKILL"));
const address = await new Promise((resolve) => {
  let said = "";
  child.stdout.on("data", (words) => {
    said += words;
    if (said.includes("To stop")) resolve(said.match(/http:\/\/\S+/)[0]);
  });
});
const memory = () => Number(readFileSync(`/proc/${child.pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/)[1]) / 1024;

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
await page.goto(address);
await page.goto(new URL("/profile/oakfield-academy.yaml/vision", address).href);
await page.locator("#q-vision-statement").click();

// The page itself takes the times: from the input to the new summary, and to the loaded document.
await page.evaluate(() => {
  window.times = { findings: [], document: [] };
  let begun = 0;
  document.getElementById("form").addEventListener("input", () => { begun = performance.now(); }, true);
  new MutationObserver(() => { if (begun) window.times.findings.push(performance.now() - begun); }).observe(document.getElementById("summary"), { childList: true });
  document.getElementById("pages").addEventListener("load", () => { if (begun) window.times.document.push(performance.now() - begun); begun = 0; });
});
for (let at = 0; at < KEYS; at++) {
  await page.keyboard.type("a");
  await page.waitForFunction((count) => window.times.document.length > count, at, { polling: 5 });
}
const times = await page.evaluate(() => window.times);
const show = (name, all) => {
  all.sort((a, b) => a - b);
  const at = (part) => all[Math.min(all.length - 1, Math.floor(all.length * part))].toFixed(0);
  console.log(`${name}: median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, of ${all.length}`);
};
show("keystroke to findings", times.findings);
show("keystroke to document", times.document);

// Many edits, sent as the page's script sends them.
const before = memory();
const row = [];
for (let at = 0; at < EDITS; at++) {
  await page.evaluate(async (at) => {
    const form = document.getElementById("form");
    form.elements["vision.statement"].value = `Edit number ${at}.`;
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
    form.elements._version.value = (await answer.json()).version;
  }, at);
  if (at % 250 === 249) row.push(memory().toFixed(0));
}
console.log(`MiB of the program before ${EDITS} edits ${before.toFixed(0)}, after each 250: ${row.join(", ")}`);
await browser.close();
child.kill();
