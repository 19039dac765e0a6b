// Runs axe-core over web pages in a real Chromium, so that contrast and sizes are what a reader sees.
// In: where npm installed, an empty folder, files. Out: JSON on stdout, one object a violation or a result that axe leaves open.
import { createRequire } from "node:module";
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
const found = [];
for (const file of files) {
  for (const [width, viewport] of Object.entries(widths)) {
    const page = await browser.newPage();
    await page.setViewportSize(viewport);
    await page.goto(pathToFileURL(file).href);
    await page.addScriptTag({ path: axe });
    const result = await page.evaluate(() => axe.run(document, { resultTypes: ["violations", "incomplete"] }));
    if (result.passes.length === 0) throw new Error(`axe judged nothing in ${file}`);
    for (const kind of ["violations", "incomplete"]) {
      for (const rule of result[kind]) {
        for (const node of rule.nodes) {
          found.push({ file, rule: rule.id, says: `${kind} at ${width} width: ${rule.help}: ${node.target} ${node.failureSummary ?? ""}` });
        }
      }
    }
    await page.close();
  }
}
await browser.close();
console.log(JSON.stringify(found));
