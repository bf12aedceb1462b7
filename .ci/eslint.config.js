import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';
import { environmentModules, folders } from './folders.js';
import { folderImports } from './folder-imports.js';

const where = (test) => Object.keys(folders).filter((name) => test(folders[name]));
const tests = ['**/*.test.ts', '**/*.long.ts', '**/*.journey.ts'];
/** A script inside an .astro file: it runs in the reader's browser, where there is a clock. */
const browserScripts = ['**/*.astro/*.ts', '**/*.astro/*.js'];

const clock =
  'Time is an input: take the day as a parameter (a view gets it as `day`), so that the same content on the same day gives the same page.';
const chance = 'Chance is an input: take the value as a parameter, so that the same content gives the same page.';
const view = 'A page knows its view and nothing else: put this into the view (src/views), and read it from there.';
const html = 'Only src/components/Html.astro may insert HTML as it is: write <Html html={…} />, and give it HTML that src/mdx or src/figures made.';
const environment = `Only ${environmentModules.join(' and ')} read the environment: add the variable to the schema there, and take its value as a parameter.`;

const clockSyntax = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clock },
  { selector: "CallExpression[callee.name='Date']", message: clock },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: clock },
  { selector: "MemberExpression[object.name='Temporal'][property.name='Now']", message: clock },
  { selector: 'CallExpression[callee.property.name=/^format(ToParts)?$/][arguments.length=0]', message: clock },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: chance },
];
const aboutTheRequest = '/^(url|request|site|cookies|session|clientAddress|originPathname|glob)$/';
const markupSyntax = [
  { selector: `MemberExpression[object.name='Astro'][property.name=${aboutTheRequest}]`, message: view },
  { selector: `VariableDeclarator[init.name='Astro'] > ObjectPattern > Property[key.name=${aboutTheRequest}]`, message: view },
  { selector: "MemberExpression[object.type='MetaProperty'][property.name='env']", message: view },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: chance },
];
const htmlSyntax = [
  { selector: "JSXAttribute[name.namespace.name='set'][name.name.name='html']", message: html },
  { selector: "Property[key.value='set:html']", message: html },
];

export default defineConfig(
  globalIgnores(['**/dist/', '.doorstep/', '.data/', '.astro/', '.screenshots/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.recommended,
  astro.configs['flat/recommended'],
  {
    rules: {
      // TypeScript knows every name; this rule knows neither Node's nor Astro's.
      'no-undef': 'off',
      'prefer-const': 'error',
      'no-var': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-explicit-any': ['error', { fixToUnknown: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: environment }],
      'no-restricted-imports': [
        'error',
        { paths: ['process', 'node:process'].map((name) => ({ name, importNames: ['env'], message: environment })) },
      ],
    },
  },
  { files: environmentModules, rules: { 'no-restricted-properties': 'off' } },
  {
    // A promise that nobody waits for loses its error; only the types know which call returns one.
    files: ['src/**/*.ts', 'cms/**/*.ts'],
    ignores: browserScripts,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: `${import.meta.dirname}/..` } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,astro}', 'cms/**/*.{ts,tsx,js}'],
    plugins: { folders: folderImports },
    rules: { 'folders/imports': 'error' },
  },
  {
    files: where((row) => row.pure).map((name) => `${name}/**/*.ts`),
    ignores: [...tests, ...browserScripts],
    rules: {
      'no-restricted-globals': ['error', { name: 'performance', message: clock }],
      'no-restricted-syntax': ['error', ...clockSyntax],
    },
  },
  {
    files: where((row) => row.markup).map((name) => `${name}/**/*.{ts,astro}`),
    ignores: [...tests, ...browserScripts],
    rules: {
      'no-restricted-globals': ['error', { name: 'Date', message: view }, { name: 'performance', message: clock }],
      'no-restricted-syntax': ['error', ...markupSyntax, ...htmlSyntax],
    },
  },
  { files: ['**/Html.astro'], rules: { 'no-restricted-syntax': ['error', ...markupSyntax] } },
);
