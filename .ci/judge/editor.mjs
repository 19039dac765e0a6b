// Drives the editor in a real Chromium, as somebody does who has never seen it.
// In: where npm installed, an empty folder, the program, the folder of starters, a folder for pictures. Out: JSON on stdout, what axe finds; a step
// of which nothing comes is an error.
import { spawn, execFileSync } from "node:child_process";
import { request } from "node:http";
import { createRequire } from "node:module";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync, existsSync } from "node:fs";
import { join } from "node:path";

const [installed, empty, program, starters, pictures] = process.argv.slice(2);
const require = createRequire(join(installed, "package.json"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const DAY = "2026-09-01";
const found = [];
mkdirSync(pictures, { recursive: true });

function must(is, what) {
  if (!is) throw new Error(what);
}

// The program serves a folder; out comes its address, and what ends it.
const children = [];
process.on("exit", () => children.forEach((child) => child.kill("SIGKILL")));

async function serve(folder, ...more) {
  const child = spawn(program, ["edit", folder, "--no-open", "--as-of", DAY, ...more], { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  let said = "";
  const address = await new Promise((resolve, reject) => {
    child.stdout.on("data", (words) => {
      said += words;
      const found = said.match(/http:\/\/\S+/);
      if (found && said.includes("To stop")) resolve(found[0]);
    });
    child.on("exit", () => reject(new Error(`the editor did not begin: ${said}`)));
  });
  return { address, kill: (signal) => new Promise((resolve) => { child.on("exit", resolve); child.kill(signal); }) };
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  headless: true,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

async function begin(address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options });
  const page = await context.newPage();
  page.on("pageerror", (error) => { throw error; });
  page.on("console", (message) => { if (message.type() === "error" && !/40[349]|421|ERR_CONNECTION/.test(message.text())) throw new Error(message.text()); });
  page.on("request", (request) => must(new URL(request.url()).hostname === "127.0.0.1" || request.url().startsWith("data:"), `asks elsewhere: ${request.url()}`));
  await page.goto(address);
  return page;
}

async function judged(page, what) {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(axe);
    const result = await page.evaluate(() => axe.run(document, {
      resultTypes: ["violations", "incomplete"],
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      // The documents beside the form are judged by themselves.
      iframes: false,
      rules: { "frame-tested": { enabled: false } },
    }));
    must(result.passes.length > 0, `axe judged nothing of ${what}`);
    for (const kind of ["violations", "incomplete"]) {
      for (const rule of result[kind]) {
        for (const node of rule.nodes) {
          found.push({ file: what, rule: rule.id, says: `${kind} in ${colorScheme}: ${rule.help}: ${node.target} ${node.failureSummary ?? ""}` });
        }
      }
    }
  }
  await page.emulateMedia({ colorScheme: null });
}

// --- By the keyboard alone -------------------------------------------------------------------------------------------------------------

const focused = (page) => page.evaluate(() => ({ id: document.activeElement?.id ?? "", words: document.activeElement?.textContent?.trim() ?? "", tag: document.activeElement?.tagName ?? "" }));

// Presses Tab until something is in focus, as somebody does who cannot use a mouse.
async function tabTo(page, is, what, most = 600) {
  for (let at = 0; at < most; at++) {
    const now = await focused(page);
    if (is(now)) return now;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the keyboard does not reach ${what}`);
}

const saved = (page) => page.waitForFunction(() => document.getElementById("saving")?.textContent === "Saved.", null, { timeout: 60000 });

async function novice() {
  const folder = join(empty, "novice");
  mkdirSync(folder);
  const editor = await serve(folder);
  const page = await begin(editor.address);
  await judged(page, "the folder, empty");
  await tabTo(page, ({ id }) => id === "setting", "the kind of institution");
  await page.keyboard.type("Academy");
  await tabTo(page, ({ id }) => id === "name", "the name");
  await page.keyboard.type("Fell End Academy");
  await tabTo(page, ({ id }) => id === "years", "the years");
  await page.keyboard.type("7-11");
  await tabTo(page, ({ words, tag }) => tag === "BUTTON" && words === "Begin", "the button");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.pathname !== "/");
  must(/fell-end-academy\.yaml/.test(page.url()), `no profile is begun: ${await page.locator("main").textContent()}`);
  const answers = {
    "q-provider_access-compliance": "Every pupil meets two providers by February of Year 9, and two more by February of Year 11.",
    "q-provider_access-contact-name": "Priya Nair",
    "q-provider_access-contact-email": "careers@fell-end.example",
    "q-provider_access-procedure": "Write to our careers leader with the date and the year group you have in mind.",
    "q-provider_access-grounds_to_grant": "the visit tells pupils about technical education or apprenticeships",
    "q-provider_access-grounds_to_refuse": "the date clashes with examinations",
    "q-provider_access-times": "Monday to Friday, 8.45am to 3.15pm, in tutor time and assemblies",
    "q-provider_access-premises": "The main hall, and classrooms with a screen.",
    "q-provider_access-url": "https://www.fell-end.example/provider-access",
  };
  // What is needed is followed from the summary to its question, answered, and gone.
  for (let step = 0; step < 20; step++) {
    const left = await page.locator("#summary ul.entries li.law a").count();
    if (left === 0) break;
    const first = await page.locator("#summary ul.entries li.law a").first();
    const words = await first.textContent();
    const to = await first.getAttribute("data-to");
    await page.evaluate(() => { document.activeElement?.blur(); scrollTo(0, 0); });
    // What is needed in other sections is a press away.
    if (!(await first.isVisible())) {
      await tabTo(page, ({ words: now, tag }) => tag === "SUMMARY" && now.startsWith("Needed in other sections"), "what is needed elsewhere");
      await page.keyboard.press("Enter");
    }
    await tabTo(page, ({ words: now, tag }) => tag === "A" && now === words.trim(), words);
    await page.keyboard.press("Enter");
    await page.waitForFunction((id) => document.activeElement?.id === id, to);
    must(answers[to], `a question that a novice is not told of: ${to}`);
    await page.keyboard.type(answers[to]);
    if (to === "q-provider_access-contact-name") {
      await tabTo(page, ({ id }) => id === "q-provider_access-contact-email", "the email address");
      await page.keyboard.type(answers["q-provider_access-contact-email"]);
    }
    await page.waitForFunction((words) => !document.querySelector("#summary li.mistake")
      && ![...document.querySelectorAll("#summary li.law a")].some((one) => one.textContent === words), words, { timeout: 60000 });
    await saved(page);
  }
  await page.locator("#summary .ready").waitFor({ timeout: 60000 }).catch(async () => {
    throw new Error(`something is still needed: ${await page.locator("#summary").textContent()}; ${await page.locator("#saving").textContent()}`);
  });
  await page.evaluate(() => { document.activeElement?.blur(); scrollTo(0, 0); });
  await tabTo(page, ({ words, tag }) => tag === "A" && words === "Publish", "Publish");
  await page.keyboard.press("Enter");
  await page.waitForURL(/publish$/);
  await judged(page, "publishing, before");
  await tabTo(page, ({ words }) => words === "Make the documents", "the button that makes the documents");
  await page.keyboard.press("Enter");
  await page.getByText("files were written").waitFor({ timeout: 120000 });
  await judged(page, "publishing, after");
  await pictured(page, "publish");
  const pdf = "careers-policy.pdf";
  await tabTo(page, ({ words, tag }) => tag === "A" && words === pdf, pdf);
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  const bytes = readFileSync(await download.path());
  must(bytes.subarray(0, 5).toString() === "%PDF-", "the PDF is none");
  must(bytes.equals(readFileSync(join("out", "fell-end-academy", pdf))), "the PDF is not the one that was made");
  await tabTo(page, ({ id }) => id === "on", "the day of the approval");
  await page.keyboard.type("08312026");
  await tabTo(page, ({ id }) => id === "by", "who approved");
  await page.keyboard.type("Board of trustees");
  await tabTo(page, ({ id }) => id === "no-changes", "what was done");
  await page.keyboard.press("ArrowDown");
  await tabTo(page, ({ id }) => id === "summary", "what changed");
  await page.keyboard.type("First issue");
  await tabTo(page, ({ id }) => id === "author", "who changed it");
  await page.keyboard.type("Priya Nair");
  await tabTo(page, ({ words }) => words === "Record the approval", "the button for the approval");
  await page.keyboard.press("Enter");
  await page.getByText("A copy of what was approved is kept").waitFor();
  await page.goto(new URL("/", page.url()).href);
  await judged(page, "the folder");
  // The picture stands in the book, where no folder of this machine has a place.
  await page.evaluate((own) => {
    const words = document.querySelector("main p");
    words.textContent = words.textContent.replace(own, "Documents/Careers");
  }, folder);
  await pictured(page, "folder");
  await page.context().close();
  await editor.kill();
}

// --- Every kind of answer --------------------------------------------------------------------------------------------------------------

async function kinds() {
  const folder = join(empty, "kinds");
  mkdirSync(folder);
  copyFileSync(join(starters, "harbour-view-school.yaml"), join(folder, "harbour-view-school.yaml"));
  const file = join(folder, "harbour-view-school.yaml");
  const first = readFileSync(file, "utf8");
  const editor = await serve(folder);
  const page = await begin(editor.address);
  const open = (section) => page.goto(new URL(`/profile/harbour-view-school.yaml/${section}`, editor.address).href);
  const edits = [
    ["people", "#q-roles-careers_leader-0-name", "fill", "Alex Morgan"],
    ["people", "#q-roles-careers_leader-0-email", "fill", "alex@harbour-view.example"],
    ["people", "#q-roles-careers_leader-0-phone", "fill", "01632 960777"],
    ["policy", "#q-policy-next_review", "fill", "2027-05-04"],
    ["vision", "#q-vision-statement", "fill", "First.\n\n* one\n* two"],
    ["vision", "#q-vision-aims", "fill", "to see\nto do"],
    ["your-institution", "#q-setting-learner_term", "selectOption", "students"],
    ["your-institution", "#q-setting-website", "fill", "https://www.new.example"],
    ["provider-access", "#q-provider_access-notice_days", "fill", "12"],
    ["provider-access", "#q-provider_access-encounters-0-whole_cohort", "selectOption", "no"],
  ];
  for (const [section, place, how, words] of edits) {
    await open(section);
    const before = readFileSync(file, "utf8");
    const field = page.locator(place);
    const old = await field.inputValue();
    await field[how](words);
    await page.waitForFunction((before) => document.getElementById("saving").textContent === "Saved." && before, true);
    await page.waitForTimeout(50);
    must(readFileSync(file, "utf8") !== before, `${place} is not saved`);
    await page.getByRole("button", { name: /^Undo/ }).click();
    await page.waitForLoadState();
    must(readFileSync(file, "utf8") === before, `${place} is not undone`);
    must(await page.locator(place).inputValue() === old, `${place} is not what it was`);
    await page.getByRole("button", { name: /^Do again/ }).click();
    await page.waitForLoadState();
    must((await page.locator(place).inputValue()) === words, `${place} is not done again`);
    await page.getByRole("button", { name: /^Undo/ }).click();
    await page.waitForLoadState();
  }
  must(readFileSync(file, "utf8") === first, "after all is undone the file is another");
  // A list: an entry is added, the focus is in it, and it is saved when something is written.
  await open("programme");
  await page.getByRole("button", { name: "Add an entry: Activities" }).click();
  await page.waitForLoadState();
  must(await page.evaluate(() => document.activeElement?.name?.startsWith("programme.activities[")), "the focus is not in the new entry");
  // The pages beside the form are those of `build`, and follow what is written.
  await open("vision");
  const address = await page.locator(".tabs a").first().evaluate((link) => link.href);
  execFileSync(program, ["build", file, "--formats", "html", "--out", join(empty, "built"), "--as-of", DAY]);
  const shown = await (await page.request.get(address)).body();
  must(shown.equals(readFileSync(join(empty, "built", "harbour-view-school", "careers-policy.html"))), "the page beside the form is not the one that is built");
  await page.locator("#q-vision-statement").fill("Everybody leaves us with a plan of their very own.");
  const beside = page.frameLocator("#pages");
  await beside.getByText("Everybody leaves us with a plan of their very own.").first().waitFor({ timeout: 30000 });
  // One long answer is shown by itself, as soon as that is asked for and when its words change.
  await page.getByText("See how it looks").first().click();
  const alone = page.frameLocator('iframe[name="q-vision-statement-look"]');
  await alone.getByText("Everybody leaves us with a plan of their very own.").waitFor({ timeout: 30000 });
  await page.locator("#q-vision-statement").fill("Everybody leaves us with a **plan** of their very own.");
  await page.locator("#q-vision-statement").blur();
  await alone.locator("strong", { hasText: "plan" }).waitFor({ timeout: 30000 });
  await saved(page);
  await judged(page, "the section vision, with an answer by itself");
  await page.locator("#q-vision-statement").fill("Everybody leaves us with a plan of their very own.");
  await saved(page);
  // A click on a sentence leads to its answer.
  await page.waitForTimeout(300);
  await beside.getByText("Everybody leaves us with a plan of their very own.").first().click();
  await page.locator("#origin a").first().waitFor();
  must((await page.locator("#origin a").first().getAttribute("href")).includes("q-vision-statement"), "a sentence does not lead to its answer");
  // The answer in focus is in sight in the document.
  await open("provider-access");
  await page.locator(".tabs a").nth(1).click();
  await page.waitForTimeout(500);
  await page.locator("#q-provider_access-premises").focus();
  must(await page.locator("#pages").evaluate((frame) => frame.contentDocument.scrollingElement.scrollTop > 0), "the document does not follow the focus");
  for (const section of ["your-institution", "people", "programme", "provider-access", "destinations", "gatsby-benchmarks", "documents", "further"]) {
    await open(section);
    await judged(page, `the section ${section}`);
  }
  await open("provider-access");
  await pictured(page, "form");
  // At 400 % nothing is cut off: a page that is 320 dots wide scrolls one way only.
  await page.setViewportSize({ width: 320, height: 256 });
  for (const section of ["people", "programme", "provider-access"]) {
    await open(section);
    must(await page.evaluate(() => document.documentElement.scrollWidth <= 320), `${section} does not fit at 400 %`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const [name, media] of [["forced colours", { forcedColors: "active" }], ["less motion", { reducedMotion: "reduce" }]]) {
    await page.emulateMedia(media);
    await open("people");
    must(await page.locator("#q-roles-careers_leader-0-name").isVisible(), name);
  }
  await page.context().close();
  await editor.kill();
}

// --- Whoever is not let in -------------------------------------------------------------------------------------------------------------

// The status of a request as any program can send it, with its path as it is.
const status = (address, path, headers, method = "GET") => new Promise((resolve, reject) => {
  const { port } = new URL(address);
  const asked = request({ host: "127.0.0.1", port, path, headers, method }, (answer) => { answer.resume(); resolve(answer.statusCode); });
  asked.on("error", reject);
  asked.end();
});

async function strangers() {
  const folder = join(empty, "strangers");
  mkdirSync(join(folder, "inner"), { recursive: true });
  copyFileSync(join(starters, "harbour-view-school.yaml"), join(folder, "secret.yaml"));
  copyFileSync(join(starters, "harbour-view-school.yaml"), join(folder, "inner", "own.yaml"));
  const editor = await serve(join(folder, "inner"));
  const page = await begin(editor.address);
  const [{ name, value }] = await page.context().cookies();
  const cookie = { cookie: `${name}=${value}` };
  for (const [what, expected, path, headers, method] of [
    ["whoever has the cookie", 200, "/profile/own.yaml", cookie],
    ["another name", 421, "/", { ...cookie, host: "careers.example" }],
    ["no cookie", 403, "/profile/own.yaml", {}],
    ["a wrong key", 403, "/open?key=0", {}],
    ["another origin", 403, "/profile/own.yaml/bin", { ...cookie, origin: "http://careers.example" }, "POST"],
    ["another site", 403, "/profile/own.yaml/bin", { ...cookie, "sec-fetch-site": "cross-site" }, "POST"],
    ["a path upwards", 404, "/profile/../secret.yaml", cookie],
    ["a hidden path upwards", 404, "/profile/..%2Fsecret.yaml", cookie],
    ["a document upwards", 404, "/profile/own.yaml/file/..%2F..%2F..%2Fsecret.yaml", cookie],
    ["no form", 400, "/profile/own.yaml/people", cookie, "POST"],
    ["another way", 405, "/profile/own.yaml", cookie, "DELETE"],
  ]) {
    const got = await status(editor.address, path, headers, method);
    must(got === expected, `${what}: ${got} in place of ${expected}`);
  }
  must(existsSync(join(folder, "inner", "own.yaml")), "a stranger has moved a profile");
  await page.context().close();
  await editor.kill();
}

// --- Two windows, and a program that is killed -----------------------------------------------------------------------------------------

async function windows() {
  const folder = join(empty, "windows");
  mkdirSync(folder);
  const file = join(folder, "harbour-view-school.yaml");
  copyFileSync(join(starters, "harbour-view-school.yaml"), file);
  const editor = await serve(folder);
  const one = await begin(editor.address);
  const two = await one.context().newPage();
  const address = new URL("/profile/harbour-view-school.yaml/vision", editor.address).href;
  await one.goto(address);
  await two.goto(address);
  await one.locator("#q-vision-statement").fill("From the first window.");
  await saved(one);
  await two.locator("#q-vision-endorsed_by").fill("Somebody in the second window");
  await two.waitForFunction(() => document.getElementById("q-vision-statement").value === "From the first window.");
  const both = readFileSync(file, "utf8");
  must(both.includes("From the first window.") && both.includes("Somebody in the second window"), "two windows fight");
  // The same answer in both: nothing is overwritten, and both are shown.
  await one.goto(address);
  await two.goto(address);
  await one.locator("#q-vision-statement").fill("Again from the first.");
  await saved(one);
  await two.evaluate(() => {
    const field = document.getElementById("q-vision-statement");
    field.value = "Again from the second.";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  const clash = two.locator("#clash");
  await clash.getByText("Again from the first.").waitFor();
  must(readFileSync(file, "utf8").includes("Again from the first."), "the first window is overwritten");
  await judged(two, "both versions");
  await clash.getByRole("button", { name: "Use what I wrote" }).click();
  await two.waitForLoadState();
  must(readFileSync(file, "utf8").includes("Again from the second."), "the version that was chosen is not saved");
  // Another program.
  await one.goto(address);
  writeFileSync(file, readFileSync(file, "utf8").replace("Again from the second.", "From another program."));
  await one.locator("#q-vision-statement").fill("From this window.");
  await one.locator("#clash").getByText("From another program.").waitFor();
  must(readFileSync(file, "utf8").includes("From another program."), "another program's words are overwritten");
  // Killed while somebody types: the file is whole, and no more than the last words are lost.
  await one.goto(address);
  const field = one.locator("#q-vision-endorsed_by");
  await field.fill("");
  await saved(one);
  const typed = "every word of this is typed while the program is killed in the midst of it all ".repeat(20);
  let isTyping = true;
  const typing = field.pressSequentially(typed, { delay: 12 }).catch(() => {}).finally(() => { isTyping = false; });
  // However slow the machine is: some words are kept by now, and more are coming.
  while (isTyping && !readFileSync(file, "utf8").includes(typed.slice(0, 20))) await one.waitForTimeout(50);
  must(isTyping, "nothing is kept of what somebody types on and on");
  await editor.kill("SIGKILL");
  await typing;
  const left = readFileSync(file, "utf8");
  execFileSync(program, ["check", file, "--as-of", DAY, "--quiet"], { stdio: "ignore" });
  const kept = left.match(/endorsed_by: *(.*)/)?.[1] ?? "";
  must(kept.length >= 20 && typed.startsWith(kept.replaceAll('"', "").trim()), `what was typed before is lost: ${kept}`);
  must(readdirSync(folder).filter((name) => name.endsWith(".yaml")).length === 1, "files are left behind");
  await one.locator("#saving.failed").waitFor();
  must((await field.inputValue()).length > kept.length, "what was typed is gone from the page");
  await one.context().close();
}

async function pictured(page, name) {
  for (const [width, height] of [[390, 844], [1280, 900], [1920, 1080]]) {
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(200);
    await page.screenshot({ path: join(pictures, `${name}-${width}.png`) });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

process.chdir(empty);
must(!existsSync("out"), "the folder is not empty");
await novice();
await kinds();
await strangers();
await windows();
await browser.close();
console.log(JSON.stringify(found));
