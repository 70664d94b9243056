import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  plugins: [react()],
  define: { global: 'globalThis' },
  resolve: {
    alias: { 'maplibre-gl/dist/maplibre-gl.css': new URL('app/theme/empty.css', import.meta.url).pathname },
  },
  worker: { format: 'es' },
  build: { assetsInlineLimit: 0, target: 'es2022' },
});
