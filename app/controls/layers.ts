/** What floats above the page. Its code comes beside the first paint, not before it. */
export { MenuLayer } from './MenuLayer.tsx';
export { PopoverLayer } from './PopoverLayer.tsx';
export { Tips } from './Tips.tsx';
