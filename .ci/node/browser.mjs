import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Starts the browser with a fresh profile, hands it on and ends it. Without a browser it says so; continuous integration must have one. */
export async function withBrowser(tally, action) {
  if (!existsSync(EXECUTABLE)) {
    const text = `no browser at ${EXECUTABLE} (Debian: apt-get install chromium)`;
    if (process.env.CI === 'true') tally.check('there is a browser', false, text);
    else console.log(`SKIP  browser tests: ${text}`);
    return;
  }
  const browser = await chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
  try {
    await action(browser);
  } finally {
    await browser.close();
  }
}

/** A page that must stay quiet: `trouble` lists errors, warnings and requests of anything but files. */
export async function quietPage(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN', ...options });
  const page = await context.newPage();
  const trouble = [];
  context.on('console', message => ['error', 'warning'].includes(message.type()) && trouble.push(`${message.type()}: ${message.text()}`));
  context.on('weberror', error => trouble.push(String(error.error())));
  context.on('requestfailed', request => trouble.push(`failed: ${request.url()}`));
  context.on('request', request => request.url().startsWith('file:') || trouble.push(`request: ${request.url()}`));
  page.on('dialog', dialog => {
    trouble.push(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  return { context, page, trouble };
}

/** What axe finds against WCAG 2.2 AA, in the page's present state. */
export async function accessibility(page) {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    // Colours on their way to others are nobody's choice.
    await Promise.all(document.getAnimations().map(animation => animation.finished));
    // Style sheets are not fetched anew: the pages' policy forbids fetching.
    return (await window.axe.run({ preload: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).violations;
  });
  return violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target} ${n.failureSummary.replaceAll('\n', ' ')}`));
}

/** By how much the page is wider than the window. */
export const overflow = page => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
