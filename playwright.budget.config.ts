import base from '/work/main/playwright.config.ts';
export default { ...base, testDir: '/work/main/e2e', outputDir: '/tmp/budget/results', reporter: [['list']], webServer: { ...(base.webServer as object), command: `cd /work/main && npx vite preview --outDir /tmp/dist-budget --host 127.0.0.1 --port ${process.env.E2E_PORT} --strictPort`, cwd: '/work/main' } };
