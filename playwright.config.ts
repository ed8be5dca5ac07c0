import { defineConfig, devices } from '@playwright/test';
import { args, findBrowser } from './scripts/browser.mjs';

const { executablePath } = findBrowser();
const port = Number(process.env.E2E_PORT ?? 4173);
const url = `http://127.0.0.1:${port}/`;
const launchOptions = executablePath ? { executablePath, args } : { args };

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  // Two engines at full speed on a small machine take each other's time; more would test the machine.
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? 'test-results/report.json' }]],
  use: {
    baseURL: url,
    // Each test would fetch the whole page again to keep it; offline.spec.ts lets it.
    serviceWorkers: 'block',
    // Recording everything would take a fifth of the time of each test; `--trace on` records one that is looked into.
    trace: 'on-first-retry',
    launchOptions,
    locale: 'en-US',
    viewport: { width: 1440, height: 900 },
  },
  projects: [
    {
      name: 'desktop',
      testIgnore: /phone|visual|budgets|work\.spec/,
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } },
    },
    { name: 'phone', testMatch: /phone/, use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } } },
    { name: 'visual', testMatch: /visual/, use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } } },
    // What the page costs is measured without a neighbour: `npm test` plays these after the others, one by one.
    { name: 'costs', testMatch: /budgets|work\.spec/, use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } } },
  ],
  // One picture for all systems: the fonts come with it.
  snapshotPathTemplate: 'e2e/pictures/{arg}{ext}',
  webServer: {
    command: `node scripts/serveTests.mjs ${port}`,
    url,
    reuseExistingServer: false,
    timeout: 180_000,
  },
});
