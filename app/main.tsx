import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import 'katex/dist/katex.min.css';
import './theme/tokens.css';
import './theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { keepForOffline } from './shell/offline.ts';
import { followNetwork } from './state/followNetwork.ts';
import { explorer } from './state/lab.ts';
import { startSession } from './state/session.ts';
import { followTheme } from './theme/theme.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('internal: the page has no #root');

followTheme();
followNetwork(explorer);
void startSession();
keepForOffline();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
