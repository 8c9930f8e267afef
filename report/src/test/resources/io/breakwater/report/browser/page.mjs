// node page.mjs REPORT.html PACKAGES CHROMIUM: what a person does with the page. Prints one line for each thing that is wrong.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
const [page, packages, executablePath] = process.argv.slice(2);
const require = createRequire(packages + "/");
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const wrong = (what) => console.log("WRONG " + what);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const url = "file://" + page;
const visit = async (options, hash) => {
  const context = await browser.newContext(options), tab = await context.newPage();
  tab.on("pageerror", (e) => wrong("script: " + e.message));
  tab.on("console", (m) => { if (m.type() === "error") wrong("console: " + m.text()); });
  tab.on("dialog", (d) => { wrong("a finding ran a script"); d.dismiss(); });
  tab.on("request", (r) => { if (!r.url().startsWith("file:")) wrong("request: " + r.url()); });
  await tab.goto(url + hash);
  await tab.waitForSelector("html[data-ready]");
  return tab;
};
const key = "CVE-2021-44228~maven/log4j-core";
for (const colorScheme of ["light", "dark"]) {
  for (const width of [1440, 390]) {
    for (const hash of ["", "#open=" + key, "#tab=layers", "#tab=components", "#tab=more"]) {
      const tab = await visit({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true }, hash);
      if (await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1)) wrong(`${width} ${hash}: scrolls sideways`);
      await tab.addScriptTag({ content: axe });
      const found = await tab.evaluate(() => axe.run());
      for (const v of found.violations) if (["serious", "critical"].includes(v.impact)) wrong(`axe ${colorScheme} ${width} ${hash}: ${v.id} ${v.nodes[0].html.slice(0, 120)}`);
      await tab.context().close();
    }
  }
}
const tab = await visit({ viewport: { width: 1440, height: 900 } }, "");
const expect = async (what, actual, wanted) => { const is = await actual; if (is !== wanted) wrong(`${what}: ${is} instead of ${wanted}`); };
const count = () => tab.evaluate(() => +document.getElementById("count").textContent.match(/\d+/)[0]);
await expect("all findings", count(), 13);
await tab.keyboard.press("/");
await tab.keyboard.type("log4j");
await expect("search", count(), 1);
await expect("search in the address", tab.evaluate(() => location.hash), "#q=log4j");
await tab.keyboard.press("Escape");
await tab.keyboard.press("j");
await tab.keyboard.press("o");
await expect("o opens", tab.locator("#detail h2").innerText(), "Remote code execution in Log4j 2");
await expect("no link but of the web", tab.locator("#detail a[href^='javascript']").count(), 0);
await expect("nothing unreadable", tab.evaluate(() => document.body.innerText.includes("[object")), false);
await tab.keyboard.press("o");
await expect("o closes", tab.locator("#detail").count(), 0);
await tab.goto(url + "#severity=critical&origin=own");
await expect("filters of the address", count(), 4);
await tab.goto(url + "#fix=1&kind=secret");
await expect("two filters", count(), 2);
await tab.getByRole("button", { name: "中文" }).click();
await expect("Chinese", tab.evaluate(() => document.documentElement.lang), "zh");
await expect("Chinese words", tab.locator("#tab-findings").innerText(), "发现 13");
await tab.keyboard.press("?");
await expect("? shows keys", tab.locator("dialog[open]").count(), 1);
await browser.close();
