/** The built page, served on this machine: what a person gets, for programs that look at it or measure it. */
import { build, preview } from 'vite';

export interface BuiltPage {
  readonly url: string;
  close(): Promise<void>;
}

/** Builds the app and serves it, in a browser window if asked; the port is the first free one from 4310 on. */
export async function serveBuiltPage(open = false): Promise<BuiltPage> {
  await build({ logLevel: 'warn' });
  const server = await preview({ preview: { host: '127.0.0.1', port: 4310, open }, logLevel: 'warn' });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('internal: the preview server has no address');
  return { url, close: () => server.close() };
}
