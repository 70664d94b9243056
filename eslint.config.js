import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Numbers in, numbers out: the same call gives the same answer. */
const impure = [
  { object: 'Math', property: 'random', message: 'engine/ draws from a seeded generator.' },
  { object: 'Date', property: 'now', message: 'engine/ knows no clock.' },
];
const impureGlobals = ['Date', 'performance', 'crypto', 'window', 'document', 'self', 'setTimeout', 'fetch'];

export default tseslint.config(
  { ignores: ['**/*.as.ts', 'dist', '.cache', 'coverage', 'playwright-report', 'test-results', 'public'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // slow; there are no enums here, and no class stands in for another
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // numbers in messages read well as they are
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // a list typed over its closed list of names is a mapped type
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      // short arrows for handlers; objects here are closures, so their functions need no `this`
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['engine/**/*.ts'],
    ignores: ['**/*.test.ts', '**/testing/**'],
    rules: {
      'no-restricted-properties': ['error', ...impure],
      'no-restricted-globals': ['error', ...impureGlobals],
      // numeric loops index typed arrays
      '@typescript-eslint/prefer-for-of': 'off',
    },
  },
  {
    files: ['app/**/*.tsx'],
    extends: [jsxA11y.flatConfigs.strict, reactHooks.configs.flat.recommended],
    rules: { 'jsx-a11y/label-has-associated-control': ['error', { assert: 'either', depth: 4 }] },
  },
  {
    files: ['app/**/*.ts'],
    extends: [reactHooks.configs.flat.recommended],
  },
  {
    files: ['**/*.test.{ts,tsx}', '**/testing/**', 'e2e/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      // characters of links are plain ASCII
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  {
    // command-line programs speak by printing
    files: ['scripts/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
);
