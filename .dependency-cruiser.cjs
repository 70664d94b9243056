/** The arrows of ARCHITECTURE.md: engine ← workers ← app; e2e touches only the page. */

const TEST = ['\\.test\\.tsx?$', '/testing/'];

/** What the page may take from the engine: types, lists, names, data and validation. */
const PUBLIC_ENGINE = [
  '^engine/(experiment|data)/',
  '^engine/(activations|losses|curvature|uses/optimisers)/index\\.ts$',
  '^engine/curvature/matrix\\.ts$',
  '^engine/network/(topology|parameterNames)\\.ts$',
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Imports of values never run in a circle.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'engine-imports-engine-only',
      comment: 'The mathematics knows neither workers, page nor tools.',
      severity: 'error',
      from: { path: '^engine/', pathNot: TEST },
      to: { path: '^(workers|app|e2e|scripts)/' },
    },
    {
      name: 'engine-is-pure',
      comment: 'Numbers in, numbers out: no DOM, React, Comlink or Node.',
      severity: 'error',
      from: { path: '^engine/', pathNot: TEST },
      to: {
        path: 'node_modules/(react|react-dom|comlink|zustand|zundo|idb-keyval|plotly\\.js|katex|radix-ui|lucide-react)/',
      },
    },
    {
      name: 'engine-without-node',
      severity: 'error',
      from: { path: '^(engine|workers|app)/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'workers-do-not-know-the-page',
      severity: 'error',
      from: { path: '^workers/' },
      to: { path: '^(app|e2e|scripts)/|node_modules/(react|react-dom|zustand)/' },
    },
    {
      name: 'app-takes-only-public-engine',
      comment: 'Types, lists, names, data and validation; passes, products and matrices run in the workers.',
      severity: 'error',
      from: { path: '^app/', pathNot: TEST },
      to: { path: '^engine/', pathNot: PUBLIC_ENGINE },
    },
    {
      name: 'app-knows-no-tools',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^(e2e|scripts)/' },
    },
    {
      name: 'comlink-in-two-files',
      comment: 'The pool and the worker file are the only importers of comlink.',
      severity: 'error',
      from: { pathNot: '^workers/(pool|engine\\.worker)\\.ts$' },
      to: { path: 'node_modules/comlink/' },
    },
    {
      name: 'e2e-touches-only-the-page',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^(engine|workers|app)/' },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: { pathNot: TEST },
      to: { path: TEST },
    },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(worker|url|raw)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.app.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'browser', 'default', 'types'] },
  },
};
,
  '^engine/curvature/matrix\\.ts
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Imports of values never run in a circle.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'engine-imports-engine-only',
      comment: 'The mathematics knows neither workers, page nor tools.',
      severity: 'error',
      from: { path: '^engine/', pathNot: TEST },
      to: { path: '^(workers|app|e2e|scripts)/' },
    },
    {
      name: 'engine-is-pure',
      comment: 'Numbers in, numbers out: no DOM, React, Comlink or Node.',
      severity: 'error',
      from: { path: '^engine/', pathNot: TEST },
      to: {
        path: 'node_modules/(react|react-dom|comlink|zustand|zundo|idb-keyval|plotly\\.js|katex|radix-ui|lucide-react)/',
      },
    },
    {
      name: 'engine-without-node',
      severity: 'error',
      from: { path: '^(engine|workers|app)/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'workers-do-not-know-the-page',
      severity: 'error',
      from: { path: '^workers/' },
      to: { path: '^(app|e2e|scripts)/|node_modules/(react|react-dom|zustand)/' },
    },
    {
      name: 'app-takes-only-public-engine',
      comment: 'Types, lists, names, data and validation; passes, products and matrices run in the workers.',
      severity: 'error',
      from: { path: '^app/', pathNot: TEST },
      to: { path: '^engine/', pathNot: PUBLIC_ENGINE },
    },
    {
      name: 'app-knows-no-tools',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^(e2e|scripts)/' },
    },
    {
      name: 'comlink-in-two-files',
      comment: 'The pool and the worker file are the only importers of comlink.',
      severity: 'error',
      from: { pathNot: '^workers/(pool|engine\\.worker)\\.ts$' },
      to: { path: 'node_modules/comlink/' },
    },
    {
      name: 'e2e-touches-only-the-page',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^(engine|workers|app)/' },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: { pathNot: TEST },
      to: { path: TEST },
    },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(worker|url|raw)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.app.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'browser', 'default', 'types'] },
  },
};
,
  '^engine/network/(topology|parameterNames)\\.ts
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Imports of values never run in a circle.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'engine-imports-engine-only',
      comment: 'The mathematics knows neither workers, page nor tools.',
      severity: 'error',
      from: { path: '^engine/', pathNot: TEST },
      to: { path: '^(workers|app|e2e|scripts)/' },
    },
    {
      name: 'engine-is-pure',
      comment: 'Numbers in, numbers out: no DOM, React, Comlink or Node.',
      severity: 'error',
      from: { path: '^engine/', pathNot: TEST },
      to: {
        path: 'node_modules/(react|react-dom|comlink|zustand|zundo|idb-keyval|plotly\\.js|katex|radix-ui|lucide-react)/',
      },
    },
    {
      name: 'engine-without-node',
      severity: 'error',
      from: { path: '^(engine|workers|app)/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'workers-do-not-know-the-page',
      severity: 'error',
      from: { path: '^workers/' },
      to: { path: '^(app|e2e|scripts)/|node_modules/(react|react-dom|zustand)/' },
    },
    {
      name: 'app-takes-only-public-engine',
      comment: 'Types, lists, names, data and validation; passes, products and matrices run in the workers.',
      severity: 'error',
      from: { path: '^app/', pathNot: TEST },
      to: { path: '^engine/', pathNot: PUBLIC_ENGINE },
    },
    {
      name: 'app-knows-no-tools',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^(e2e|scripts)/' },
    },
    {
      name: 'comlink-in-two-files',
      comment: 'The pool and the worker file are the only importers of comlink.',
      severity: 'error',
      from: { pathNot: '^workers/(pool|engine\\.worker)\\.ts$' },
      to: { path: 'node_modules/comlink/' },
    },
    {
      name: 'e2e-touches-only-the-page',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^(engine|workers|app)/' },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: { pathNot: TEST },
      to: { path: TEST },
    },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(worker|url|raw)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.app.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'browser', 'default', 'types'] },
  },
};
,
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Imports of values never run in a circle.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'engine-imports-engine-only',
      comment: 'The mathematics knows neither workers, page nor tools.',
      severity: 'error',
      from: { path: '^engine/', pathNot: TEST },
      to: { path: '^(workers|app|e2e|scripts)/' },
    },
    {
      name: 'engine-is-pure',
      comment: 'Numbers in, numbers out: no DOM, React, Comlink or Node.',
      severity: 'error',
      from: { path: '^engine/', pathNot: TEST },
      to: {
        path: 'node_modules/(react|react-dom|comlink|zustand|zundo|idb-keyval|plotly\\.js|katex|radix-ui|lucide-react)/',
      },
    },
    {
      name: 'engine-without-node',
      severity: 'error',
      from: { path: '^(engine|workers|app)/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'workers-do-not-know-the-page',
      severity: 'error',
      from: { path: '^workers/' },
      to: { path: '^(app|e2e|scripts)/|node_modules/(react|react-dom|zustand)/' },
    },
    {
      name: 'app-takes-only-public-engine',
      comment: 'Types, lists, names, data and validation; passes, products and matrices run in the workers.',
      severity: 'error',
      from: { path: '^app/', pathNot: TEST },
      to: { path: '^engine/', pathNot: PUBLIC_ENGINE },
    },
    {
      name: 'app-knows-no-tools',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^(e2e|scripts)/' },
    },
    {
      name: 'comlink-in-two-files',
      comment: 'The pool and the worker file are the only importers of comlink.',
      severity: 'error',
      from: { pathNot: '^workers/(pool|engine\\.worker)\\.ts$' },
      to: { path: 'node_modules/comlink/' },
    },
    {
      name: 'e2e-touches-only-the-page',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^(engine|workers|app)/' },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: { pathNot: TEST },
      to: { path: TEST },
    },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(worker|url|raw)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.app.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'browser', 'default', 'types'] },
  },
};
, '/testing/'];

/** What the page may take from the engine: types, lists, names, data and validation. */
const PUBLIC_ENGINE = [
  '^engine/(experiment|data)/',
  '^engine/(activations|losses|curvature|uses/optimisers)/index\\.ts
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Imports of values never run in a circle.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'engine-imports-engine-only',
      comment: 'The mathematics knows neither workers, page nor tools.',
      severity: 'error',
      from: { path: '^engine/', pathNot: TEST },
      to: { path: '^(workers|app|e2e|scripts)/' },
    },
    {
      name: 'engine-is-pure',
      comment: 'Numbers in, numbers out: no DOM, React, Comlink or Node.',
      severity: 'error',
      from: { path: '^engine/', pathNot: TEST },
      to: {
        path: 'node_modules/(react|react-dom|comlink|zustand|zundo|idb-keyval|plotly\\.js|katex|radix-ui|lucide-react)/',
      },
    },
    {
      name: 'engine-without-node',
      severity: 'error',
      from: { path: '^(engine|workers|app)/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'workers-do-not-know-the-page',
      severity: 'error',
      from: { path: '^workers/' },
      to: { path: '^(app|e2e|scripts)/|node_modules/(react|react-dom|zustand)/' },
    },
    {
      name: 'app-takes-only-public-engine',
      comment: 'Types, lists, names, data and validation; passes, products and matrices run in the workers.',
      severity: 'error',
      from: { path: '^app/', pathNot: TEST },
      to: { path: '^engine/', pathNot: PUBLIC_ENGINE },
    },
    {
      name: 'app-knows-no-tools',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^(e2e|scripts)/' },
    },
    {
      name: 'comlink-in-two-files',
      comment: 'The pool and the worker file are the only importers of comlink.',
      severity: 'error',
      from: { pathNot: '^workers/(pool|engine\\.worker)\\.ts$' },
      to: { path: 'node_modules/comlink/' },
    },
    {
      name: 'e2e-touches-only-the-page',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^(engine|workers|app)/' },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: { pathNot: TEST },
      to: { path: TEST },
    },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(worker|url|raw)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.app.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'browser', 'default', 'types'] },
  },
};
,
  '^engine/curvature/matrix\\.ts
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Imports of values never run in a circle.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'engine-imports-engine-only',
      comment: 'The mathematics knows neither workers, page nor tools.',
      severity: 'error',
      from: { path: '^engine/', pathNot: TEST },
      to: { path: '^(workers|app|e2e|scripts)/' },
    },
    {
      name: 'engine-is-pure',
      comment: 'Numbers in, numbers out: no DOM, React, Comlink or Node.',
      severity: 'error',
      from: { path: '^engine/', pathNot: TEST },
      to: {
        path: 'node_modules/(react|react-dom|comlink|zustand|zundo|idb-keyval|plotly\\.js|katex|radix-ui|lucide-react)/',
      },
    },
    {
      name: 'engine-without-node',
      severity: 'error',
      from: { path: '^(engine|workers|app)/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'workers-do-not-know-the-page',
      severity: 'error',
      from: { path: '^workers/' },
      to: { path: '^(app|e2e|scripts)/|node_modules/(react|react-dom|zustand)/' },
    },
    {
      name: 'app-takes-only-public-engine',
      comment: 'Types, lists, names, data and validation; passes, products and matrices run in the workers.',
      severity: 'error',
      from: { path: '^app/', pathNot: TEST },
      to: { path: '^engine/', pathNot: PUBLIC_ENGINE },
    },
    {
      name: 'app-knows-no-tools',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^(e2e|scripts)/' },
    },
    {
      name: 'comlink-in-two-files',
      comment: 'The pool and the worker file are the only importers of comlink.',
      severity: 'error',
      from: { pathNot: '^workers/(pool|engine\\.worker)\\.ts$' },
      to: { path: 'node_modules/comlink/' },
    },
    {
      name: 'e2e-touches-only-the-page',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^(engine|workers|app)/' },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: { pathNot: TEST },
      to: { path: TEST },
    },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(worker|url|raw)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.app.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'browser', 'default', 'types'] },
  },
};
,
  '^engine/network/(topology|parameterNames)\\.ts
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Imports of values never run in a circle.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'engine-imports-engine-only',
      comment: 'The mathematics knows neither workers, page nor tools.',
      severity: 'error',
      from: { path: '^engine/', pathNot: TEST },
      to: { path: '^(workers|app|e2e|scripts)/' },
    },
    {
      name: 'engine-is-pure',
      comment: 'Numbers in, numbers out: no DOM, React, Comlink or Node.',
      severity: 'error',
      from: { path: '^engine/', pathNot: TEST },
      to: {
        path: 'node_modules/(react|react-dom|comlink|zustand|zundo|idb-keyval|plotly\\.js|katex|radix-ui|lucide-react)/',
      },
    },
    {
      name: 'engine-without-node',
      severity: 'error',
      from: { path: '^(engine|workers|app)/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'workers-do-not-know-the-page',
      severity: 'error',
      from: { path: '^workers/' },
      to: { path: '^(app|e2e|scripts)/|node_modules/(react|react-dom|zustand)/' },
    },
    {
      name: 'app-takes-only-public-engine',
      comment: 'Types, lists, names, data and validation; passes, products and matrices run in the workers.',
      severity: 'error',
      from: { path: '^app/', pathNot: TEST },
      to: { path: '^engine/', pathNot: PUBLIC_ENGINE },
    },
    {
      name: 'app-knows-no-tools',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^(e2e|scripts)/' },
    },
    {
      name: 'comlink-in-two-files',
      comment: 'The pool and the worker file are the only importers of comlink.',
      severity: 'error',
      from: { pathNot: '^workers/(pool|engine\\.worker)\\.ts$' },
      to: { path: 'node_modules/comlink/' },
    },
    {
      name: 'e2e-touches-only-the-page',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^(engine|workers|app)/' },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: { pathNot: TEST },
      to: { path: TEST },
    },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(worker|url|raw)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.app.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'browser', 'default', 'types'] },
  },
};
,
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Imports of values never run in a circle.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'engine-imports-engine-only',
      comment: 'The mathematics knows neither workers, page nor tools.',
      severity: 'error',
      from: { path: '^engine/', pathNot: TEST },
      to: { path: '^(workers|app|e2e|scripts)/' },
    },
    {
      name: 'engine-is-pure',
      comment: 'Numbers in, numbers out: no DOM, React, Comlink or Node.',
      severity: 'error',
      from: { path: '^engine/', pathNot: TEST },
      to: {
        path: 'node_modules/(react|react-dom|comlink|zustand|zundo|idb-keyval|plotly\\.js|katex|radix-ui|lucide-react)/',
      },
    },
    {
      name: 'engine-without-node',
      severity: 'error',
      from: { path: '^(engine|workers|app)/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'workers-do-not-know-the-page',
      severity: 'error',
      from: { path: '^workers/' },
      to: { path: '^(app|e2e|scripts)/|node_modules/(react|react-dom|zustand)/' },
    },
    {
      name: 'app-takes-only-public-engine',
      comment: 'Types, lists, names, data and validation; passes, products and matrices run in the workers.',
      severity: 'error',
      from: { path: '^app/', pathNot: TEST },
      to: { path: '^engine/', pathNot: PUBLIC_ENGINE },
    },
    {
      name: 'app-knows-no-tools',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^(e2e|scripts)/' },
    },
    {
      name: 'comlink-in-two-files',
      comment: 'The pool and the worker file are the only importers of comlink.',
      severity: 'error',
      from: { pathNot: '^workers/(pool|engine\\.worker)\\.ts$' },
      to: { path: 'node_modules/comlink/' },
    },
    {
      name: 'e2e-touches-only-the-page',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^(engine|workers|app)/' },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: { pathNot: TEST },
      to: { path: TEST },
    },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(worker|url|raw)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.app.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'browser', 'default', 'types'] },
  },
};
