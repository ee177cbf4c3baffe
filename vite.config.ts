import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

const server = `http://127.0.0.1:${process.env['PORT'] ?? '8790'}`

/* What only the desk or the page of parts needs goes into a folder of its own, which phones never fetch. */
const APART =
  /\/src\/app\/(desk|parts|ui\/desk)\/|\/i18n\/(words\/[^/]+\/)?(desk|parts)|\/node_modules\/(antd|@ant-design|@rc-component|dayjs)\//

const folderOf = (sources: readonly string[]): string =>
  sources.some(source => APART.test(`/${source}`)) ? 'assets/apart' : 'assets'

/* The version a device reports, with the build's mark where there is one: 0.1.0+59e6a45. */
function appVersion(): string {
  const { version }: { readonly version: string } = JSON.parse(readFileSync('package.json', 'utf8'))
  return [version, process.env['WUXIN_BUILD'] ?? commit()].filter(part => part !== '').join('+')
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim()
  } catch {
    return ''
  }
}

export default defineConfig({
  define: { WUXIN_APP: JSON.stringify(appVersion()) },
  publicDir: 'src/app/public',
  plugins: [
    react(),
    VitePWA({
      strategies: 'generateSW',
      registerType: 'prompt',
      injectRegister: false,
      manifest: false,
      workbox: {
        globPatterns: ['**/*.{html,js,css,svg,png,webmanifest,wasm}'],
        globIgnores: ['assets/apart/**', 'icons/*-512.png', '**/*.map'],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/api(\/|$)/, /^\/k(\/|$)/, /\.[^/]+$/],
        cleanupOutdatedCaches: true,
        inlineWorkboxRuntime: true,
        importScripts: ['/woken.js'],
      },
    }),
  ],
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    target: ['chrome90', 'safari15'],
    cssTarget: ['chrome90', 'safari15'],
    assetsInlineLimit: 0,
    manifest: true,
    rolldownOptions: {
      output: {
        chunkFileNames: chunk => `${folderOf(chunk.moduleIds)}/[name]-[hash].js`,
        assetFileNames: asset => `${folderOf(asset.originalFileNames)}/[name]-[hash][extname]`,
        codeSplitting: {
          groups: [
            { name: 'react', test: /\/node_modules\/(react|react-dom|scheduler|wouter|regexparam)\// },
            { name: 'argon2', test: /\/node_modules\/hash-wasm\// },
            { name: 'ui', test: /\/src\/app\/(ui\/(?!desk\/)|i18n\/(?!words\/|desk|parts)).*\.tsx?$/ },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': server, '/k': server, '^/r$': server } },
  preview: { host: '127.0.0.1' },
})
