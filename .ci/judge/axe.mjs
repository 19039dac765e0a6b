// Runs axe-core over web pages in a real Chromium, so that contrast and sizes are what a reader sees.
// A page with boxes that scroll is used first: sorted and filtered by the keyboard.
// In: where npm installed, an empty folder, files. Out: JSON on stdout, one object a violation or a result that axe leaves open.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [installed, empty, ...files] = process.argv.slice(2);
const require = createRequire(join(installed, "package.json"));
const { chromium } = require("playwright-core");
const axe = require.resolve("axe-core/axe.min.js");

const widths = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 900 } };
const browser = await chromium.launchPersistentContext(join(empty, "browser"), {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  headless: true,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
const judge = readFileSync(axe, "utf8");
const found = [];

// Sorts and filters as a reader does with the keyboard alone, and fails where nothing comes of it.
async function use(page, file) {
  const must = (is, what) => { if (!is) throw new Error(`${file}: ${what}`); };
  const heading = page.locator("#schools thead th").first();
  await heading.getByRole("button").focus();
  const names = () => page.locator("#schools tbody th").allTextContents();
  const before = await names();
  await page.keyboard.press("Enter");
  must(await heading.getAttribute("aria-sort") === "ascending", "a heading does not sort");
  await page.keyboard.press("Space");
  must(await heading.getAttribute("aria-sort") === "descending", "a heading does not sort the other way");
  must((await names()).length === before.length, "sorting loses rows");
  await page.locator("#find").fill(before[0]);
  const status = await page.locator("#shown").textContent();
  must(/^\d+ of \d+ shown$/.test(status) && !status.startsWith(`${before.length} `), `the filter says ${status}`);
  await page.locator("#find").fill("");
}

for (const file of files) {
  for (const [width, viewport] of Object.entries(widths)) {
    const page = await browser.newPage();
    await page.setViewportSize(viewport);
    await page.goto(pathToFileURL(file).href);
    // The page's own policy lets nothing be fetched, so the judge is handed in and not linked.
    await page.evaluate(judge);
    const boxes = await page.locator(".scroll").count();
    const judged = async (how, rules) => {
      const result = await page.evaluate((rules) => axe.run(document, { resultTypes: ["violations", "incomplete"], rules }), rules);
      if (result.passes.length === 0) throw new Error(`axe judged nothing in ${file}`);
      for (const kind of ["violations", "incomplete"]) {
        for (const rule of result[kind]) {
          for (const node of rule.nodes) {
            found.push({ file, rule: rule.id, says: `${kind} at ${how}: ${rule.help}: ${node.target} ${node.failureSummary ?? ""}` });
          }
        }
      }
    };
    if (boxes === 0) {
      await judged(`${width} width`, {});
    } else {
      // Contrast cannot be measured of what a scrolling box hides: it is judged with the boxes open, in light and in dark.
      await judged(`${width} width`, { "color-contrast": { enabled: false } });
      await use(page, file);
      await page.evaluate(() => {
        document.body.style.width = "max-content";
        for (const box of document.querySelectorAll(".scroll")) Object.assign(box.style, { overflow: "visible", maxHeight: "none" });
        for (const cell of document.querySelectorAll("th")) cell.style.position = "static";
        for (const school of document.querySelectorAll(".school")) school.style.contentVisibility = "visible";
      });
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        await judged(`${width} width in ${colorScheme}`, {});
      }
    }
    await page.close();
  }
}
await browser.close();
console.log(JSON.stringify(found));
