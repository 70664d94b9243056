/** The arrows of ARCHITECTURE.md: engine ← workers ← app; e2e touches only the page. */

const TEST = ['\\.test\\.tsx?$', '/testing/'];

/** What the page may take from the engine: types, lists, names, data and validation. */
const PUBLIC_ENGINE = [
  '^engine/(experiment|data|notebook)/',
  '^engine/(activations|layers|losses|curvature|uses/optimisers|uses/race|uses/pruning)/index\\.ts$',
  '^engine/layers/layer\\.ts$',
  '^engine/curvature/matrix\\.ts$',
  '^engine/network/(topology|parameterNames|groups)\\.ts$',
];

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    rule('no-cycles', 'Imports, of types too, never run in a circle.', {}, { circular: true }),
    rule(
      'engine-imports-engine-only',
      'The mathematics knows neither workers, page nor tools.',
      { path: '^engine/', pathNot: TEST },
      { path: '^(workers|app|e2e|scripts)/' },
    ),
    rule(
      'engine-is-pure',
      'Numbers in, numbers out: no DOM, React or Comlink.',
      { path: '^engine/', pathNot: TEST },
      {
        path: 'node_modules/(react|comlink|zustand|zundo|idb-keyval|plotly\\.js|katex|radix-ui|lucide-react)',
      },
    ),
    rule(
      'no-node-in-the-browser',
      'What the page loads runs without Node.',
      { path: '^(engine|workers|app)/', pathNot: TEST },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'workers-do-not-know-the-page',
      'Workers run the engine for whoever asks.',
      { path: '^workers/' },
      { path: '^(app|e2e|scripts)/|node_modules/(react|zustand)' },
    ),
    rule(
      'app-takes-only-the-public-engine',
      'Types, lists, names, data and validation; passes, products and matrices run in the workers.',
      { path: '^app/', pathNot: TEST },
      { path: '^engine/', pathNot: PUBLIC_ENGINE },
    ),
    rule(
      'figures-do-not-know-the-notebook',
      'Panels, lenses and studies stand in pages; they know nothing of them.',
      { path: '^app/(anatomy|charts|controls|explorer|lenses|studies)/', pathNot: TEST },
      { path: '^app/notebook/' },
    ),
    rule(
      'app-knows-no-tools',
      'The page is not its own test.',
      { path: '^app/' },
      { path: '^(e2e|scripts)/' },
    ),
    rule(
      'comlink-in-two-files',
      'The pool and the worker file are the only importers of comlink.',
      { pathNot: ['^workers/(pool|engine\\.worker)\\.ts$', ...TEST] },
      { path: 'node_modules/comlink/' },
    ),
    rule(
      'e2e-touches-only-the-page',
      'A person sees the page, not its modules; texts to try it with may be shared.',
      { path: '^e2e/' },
      { path: '^(engine|workers|app)/', pathNot: '^app/notebook/text/testing/hostile\\.ts$' },
    ),
    rule(
      'tests-are-not-imported',
      'Helpers of tests live in testing/.',
      { pathNot: [...TEST, '^e2e/'] },
      { path: TEST },
    ),
    rule(
      'nothing-unresolvable',
      'Every import is there.',
      {},
      { couldNotResolve: true, pathNot: '\\?(worker|url|raw)' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.app.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
    },
  },
};
