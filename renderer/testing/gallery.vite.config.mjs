import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The gallery, for looking at the page in a browser: `npx vite --config renderer/testing/gallery.vite.config.mjs`. */
export default defineConfig({
  root: 'renderer',
  plugins: [react()],
  cacheDir: '../node_modules/.vite-gallery',
  server: { host: '127.0.0.1', port: 5199 },
});
