/** `npm start`: builds the app, serves it on this machine and opens it where there is a desktop. */
import { build, preview } from 'vite';

const hasDesktop =
  ['darwin', 'win32'].includes(process.platform) ||
  process.env.DISPLAY !== undefined ||
  process.env.WAYLAND_DISPLAY !== undefined;

await build({ logLevel: 'warn' });
const server = await preview({ preview: { open: hasDesktop } });
console.log(`\nHessian Notebook is open at ${server.resolvedUrls?.local[0] ?? 'an unknown address'}`);
console.log('Press Ctrl+C to stop.');
