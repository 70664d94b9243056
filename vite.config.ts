import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { assemblyScript } from './scripts/assemblyScript.ts';
import { offline } from './scripts/offline/plugin.ts';

/** The built page keeps its Content-Security-Policy; hot reloading needs inline scripts and a socket. */
const withoutPolicyWhileDeveloping: Plugin = {
  name: 'without-policy-while-developing',
  apply: 'serve',
  transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
};

/** What is needed at once comes in one file, not in one for every set of pages that share it. */
const atStart = { name: 'start', tags: ['$initial' as const] };

export default defineConfig({
  base: './',
  plugins: [react(), assemblyScript(), withoutPolicyWhileDeveloping, offline()],
  // a missing file is missing: no page in its place
  appType: 'mpa',
  // plotly.js reads `global`
  define: { global: 'globalThis' },
  resolve: {
    alias: { 'maplibre-gl/dist/maplibre-gl.css': new URL('app/theme/empty.css', import.meta.url).pathname },
  },
  worker: {
    format: 'es',
    plugins: () => [assemblyScript()],
    rolldownOptions: { output: { codeSplitting: { groups: [atStart] } } },
  },
  // a font inlined as data: would break font-src 'self'
  // sizes are budgeted in .size-limit.js
  build: {
    assetsInlineLimit: 0,
    target: 'es2022',
    manifest: true,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { output: { codeSplitting: { groups: [atStart] } } },
  },
});
