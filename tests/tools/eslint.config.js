/**
 * What the compiler does not see. Formatting is Prettier's; the dependency table is tests/architecture.test.ts.
 * Run with `eslint -c tests/tools/eslint.config.js`, so that paths below are those of the project's top level.
 */
import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

const top = fileURLToPath(new URL('../../', import.meta.url));

/** Text becomes markup by Svelte's templates and by nothing else (the page's Trusted Types policy refuses the rest). */
const markupFromText = [
  'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
  "MemberExpression[object.name='document'][property.name=/^(write|writeln)$/]",
].map((selector) => ({ selector, message: 'Text from a person must not become markup: use a Svelte template.' }));

/** The calculating core is a function of its arguments: a test can repeat whatever happened. */
const impure = ['Date', 'performance', 'crypto', 'setTimeout', 'setInterval', 'queueMicrotask'];
const browser = Object.keys(globals.browser).filter((name) => !(name in globals['shared-node-browser']));

/**
 * @param {readonly string[]} names
 * @param {string} message
 * @returns {['error', ...{ name: string, message: string }[]]}
 */
const forbid = (names, message) => ['error', ...names.map((name) => ({ name, message }))];

export default defineConfig(
  { ignores: ['dist/', 'node_modules/', 'public/'] },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  ...ts.configs.stylisticTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: top, extraFileExtensions: ['.svelte'] },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...markupFromText],
      // The compiler's noFallthroughCasesInSwitch, which does not stumble over a comment between two cases.
      'no-fallthrough': 'off',
      'no-eval': 'error',
      'no-new-func': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // A number in a template is what the template is for.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => doIt()` and `return refuse(…)` say what they do; braces and a second line would say nothing more.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // `values[i] ?? 0` is noUncheckedIndexedAccess speaking, and typed arrays look certain to this rule.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Indexed maps by name are common in tests and in the message tables.
      '@typescript-eslint/dot-notation': 'off',
      // It asks for `!`, which another rule forbids; `values[i] as number` is for hot loops over typed arrays.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/prefer-for-of': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser }, globals: globals.browser },
    rules: {
      'svelte/no-at-html-tags': 'error',
      // State is replaced, not changed in place: a Set or Map in a `$state.raw` field is read-only.
      'svelte/prefer-svelte-reactivity': 'off',
      // `let { a, b }: Props = $props()` is how Svelte is written, though `a` never changes.
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { excludedRunes: ['$props', '$derived'] }],
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-globals': forbid([...browser, ...impure], 'core is pure: take it as an argument.'),
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'core is pure: take a generator as an argument.' },
      ],
    },
  },
  {
    files: ['src/state/**/*.ts', 'src/i18n/**/*.ts'],
    rules: { 'no-restricted-globals': forbid(browser, 'This folder knows no browser: use a port, or the view.') },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      // In a test the failing line is the message.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/require-await': 'off',
      // Tests of the page's policy try what it forbids, and counts and sizes are printed for people to see.
      'no-restricted-syntax': 'off',
      'no-console': 'off',
    },
  },
  {
    // Programs for the command line: they print, and read JSON that other programs wrote.
    files: ['tests/tools/**', 'tests/bench/**', 'tests/golden/**/*.mjs', '**/*.{js,mjs}'],
    languageOptions: { globals: globals.node },
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
    },
  },
);
