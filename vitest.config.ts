import { defineConfig } from 'vitest/config'

/* The suffix of a test tells what it needs (style.md 18): nothing, PostgreSQL, or a browser. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          testTimeout: 30_000,
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['**/*.pg.test.ts', '**/*.web.test.ts', 'test/journeys/**', 'node_modules/**'],
        },
      },
      {
        test: {
          name: 'postgres',
          include: ['src/**/*.pg.test.ts', 'test/**/*.pg.test.ts'],
          globalSetup: ['test/postgres/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['src/**/*.web.test.ts', 'test/**/*.web.test.ts'],
          globalSetup: ['test/postgres/global-setup.ts', 'test/browser/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
