/** `npm start`: builds the app, serves it on this machine and opens it where there is a desktop. */
import { serveBuiltPage } from './builtPage.ts';

const hasDesktop =
  ['darwin', 'win32'].includes(process.platform) ||
  process.env.DISPLAY !== undefined ||
  process.env.WAYLAND_DISPLAY !== undefined;

const { url } = await serveBuiltPage(hasDesktop);
console.log(`Hessian Notebook is open at ${url}\nPress Ctrl+C to stop.`);
