// Which Chromium do the browser tests drive? One answer, used by playwright.config.ts, test.mjs and shots.mjs.
// Order: $E2E_CHROMIUM, Playwright's own version-matched build if it was downloaded, the system's Chromium or Chrome.
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const programs = process.env.PROGRAMFILES;
const programs86 = process.env['PROGRAMFILES(X86)'];
// Debian's headless shell is the build Playwright itself uses for headless runs, and starts faster than the full browser.
// The test runner's child processes load the config again without these flags: hence the variable, which they inherit.
if (['--headed', '--ui', '--debug'].some((flag) => process.argv.includes(flag)) || process.env.PWDEBUG) process.env.E2E_HEADED = '1';
const headlessShell = process.env.E2E_HEADED ? [] : ['/usr/bin/chromium-headless-shell'];
const chromiums = {
  linux: [...headlessShell, '/usr/bin/chromium', '/usr/bin/google-chrome-stable', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'],
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
  win32: [`${programs}\\Google\\Chrome\\Application\\chrome.exe`, `${programs86}\\Microsoft\\Edge\\Application\\msedge.exe`],
};
const firefoxes = {
  linux: ['/usr/bin/firefox-esr', '/usr/bin/firefox'],
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: [`${programs}\\Mozilla Firefox\\firefox.exe`],
};
const firstThere = (paths = []) => paths.find((path) => existsSync(path));

/** Beyond Playwright's own quiet start: no graphics card, no QUIC. Harmless on an open network, needed on a closed one. */
export const args = ['--disable-gpu', '--disable-quic'];

export function findBrowser() {
  if (process.env.E2E_CHROMIUM) return { from: 'env', executablePath: process.env.E2E_CHROMIUM };
  if (existsSync(chromium.executablePath())) return { from: 'playwright' };
  const executablePath = firstThere(chromiums[process.platform]);
  return executablePath ? { from: 'system', executablePath } : { from: 'none' };
}

/**
 * Starts it once: a file that exists may still lack shared libraries, or be a stub; and with only the headless shell
 * downloaded (`playwright install --only-shell`) executablePath() names a file that is not there while launch() works.
 */
export async function tryBrowser() {
  const { from, executablePath } = findBrowser();
  try {
    const browser = await chromium.launch({ executablePath, args, timeout: 60_000 });
    const version = browser.version();
    await browser.close();
    return { ok: true, from: from === 'none' ? 'playwright' : from, executablePath, version };
  } catch (error) {
    return { ok: false, from, executablePath, why: String(error).split('\n').slice(0, 4).join('\n') };
  }
}

/** A second engine for the check that numbers are the same everywhere; undefined where there is none. */
export function findFirefox() {
  return process.env.E2E_FIREFOX ?? firstThere(firefoxes[process.platform]);
}

/**
 * A browser with windows, whose tabs can be hidden by others: the headless shell has none, and shows every page as seen.
 * Undefined where there is only the shell.
 */
export function findWholeBrowser() {
  const own = chromium.executablePath().replace(/chromium_headless_shell|chrome-headless-shell/g, '');
  return firstThere(
    [process.env.E2E_WHOLE_CHROMIUM, own, ...chromiums[process.platform].filter((path) => !headlessShell.includes(path))].filter(Boolean),
  );
}
