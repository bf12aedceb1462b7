import { resolve } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: resolve(import.meta.dirname, 'eslint.config.js'),
  // The snippets are no files of the project, so the compiler knows no types for them.
  overrideConfig: [{ ...tseslint.configs.disableTypeChecked, files: ['**/*.ts'] }],
});

/** `rule: message` of each problem found in a snippet, as if it stood in that file. */
async function problems(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: resolve(root, filePath) });
  return result!.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

const page = (frontmatter: string, markup = '<p>Hello</p>') => `---\n${frontmatter}\n---\n${markup}\n`;

/** File, code, the rule that refuses it, and words its message must contain: what to do instead. */
const refused: [string, string, string, string][] = [
  ['src/content-model/x.ts', "import { parse } from 'yaml';\nexport const x = parse;", 'folders/imports', 'zod and no other package'],
  ['src/content-model/x.ts', "import { x } from '../mdx/body.ts';\nexport const y = x;", 'folders/imports', 'no other folder'],
  ['src/content-model/x.ts', "import { createHash } from 'node:crypto';\nexport const y = createHash;", 'folders/imports', 'pass the result in'],
  ['src/content-model/x.ts', 'export const today = () => Date.now();', 'no-restricted-syntax', 'take the day as a parameter'],
  ['src/mdx/x.ts', "import { x } from '../graph/graph.ts';\nexport const y = x;", 'folders/imports', 'Move what both need'],
  ['src/mdx/x.ts', "import fs from 'node:fs';\nexport const y = fs;", 'folders/imports', 'pass the result in'],
  ['src/graph/x.ts', "import { readFileSync } from 'node:fs';\nexport const y = readFileSync;", 'folders/imports', 'src/graph/read*.ts'],
  ['src/graph/x.ts', "import type { View } from '../views/view.ts';\nexport type X = View;", 'folders/imports', 'Move what both need'],
  ['src/graph/read.ts', 'export const now = new Date();', 'no-restricted-syntax', 'take the day as a parameter'],
  ['src/checks/x.ts', "import { readFile } from 'node:fs/promises';\nexport const y = readFile;", 'folders/imports', 'pass the content in'],
  ['src/checks/x.ts', "export { x } from '../views/story.ts';", 'folders/imports', 'It may import'],
  ['src/views/x.ts', "import { x } from '../release/serve.ts';\nexport const y = x;", 'folders/imports', 'take it as a parameter'],
  ['src/views/x.ts', "export const x = () => import('../release/serve.ts');", 'folders/imports', 'take it as a parameter'],
  ['src/views/x.ts', "export type X = import('../release/serve.ts').X;", 'folders/imports', 'take it as a parameter'],
  ['src/views/x.ts', "import { getImage } from 'astro:assets';\nexport const y = getImage;", 'folders/imports', 'Return plain data'],
  ['src/views/x.ts', 'export const now = new Date();', 'no-restricted-syntax', 'take the day as a parameter'],
  ['src/views/x.ts', 'export const now = new Intl.DateTimeFormat("en").format();', 'no-restricted-syntax', 'take the day as a parameter'],
  ['src/views/x.ts', 'export const x = Math.random();', 'no-restricted-syntax', 'as a parameter'],
  ['src/views/x.ts', 'export const x = performance.now();', 'no-restricted-globals', 'as a parameter'],
  ['src/feeds/x.ts', "import { x } from '../pages/x.ts';\nexport const y = x;", 'folders/imports', 'It may import'],
  ['src/search/x.ts', "import { x } from '../checks/x.ts';\nexport const y = x;", 'folders/imports', 'It may import'],
  ['src/images/x.ts', "import { x } from '../release/x.ts';\nexport const y = x;", 'folders/imports', 'It may import'],
  ['src/release/x.ts', "import { x } from '../cli/x.ts';\nexport const y = x;", 'folders/imports', 'It may import'],
  ['src/release/x.ts', "import { x } from '../../cms/server/store.ts';\nexport const y = x;", 'folders/imports', 'does not know its CMS'],
  ['src/e2e/x.test.ts', "import { x } from '../../cms/server/store.ts';\nexport const y = x;", 'folders/imports', 'does not know its CMS'],
  ['src/cli/x.ts', 'export const x = process.env.PORT;', 'no-restricted-properties', 'add the variable to the schema'],
  ['src/cli/x.ts', 'const { env } = process;\nexport const x = env;', 'no-restricted-properties', 'add the variable to the schema'],
  ['src/bench/x.ts', "import { env } from 'node:process';\nexport const x = env;", 'no-restricted-imports', 'add the variable to the schema'],
  ['src/drawer/x.ts', "import { z } from 'zod';\nexport const x = z;", 'folders/imports', 'no row in .ci/folders.js'],
  ['src/pages/[lang]/x.astro', page("import { serve } from '../../release/serve.ts';\nserve();"), 'folders/imports', 'take it as a parameter'],
  ['src/pages/[lang]/x.astro', page("import fs from 'node:fs';\nfs.readdirSync('.');"), 'folders/imports', 'pass the content in'],
  [
    'src/pages/x.astro',
    page("const all = import.meta.glob('../../content/**/*.mdx');", '<p>{all}</p>'),
    'folders/imports',
    'may not import content/',
  ],
  ['src/pages/x.astro', page('const path = Astro.url.pathname;', '<p>{path}</p>'), 'no-restricted-syntax', 'put this into the view'],
  ['src/pages/x.astro', page('const { url } = Astro;', '<p>{url}</p>'), 'no-restricted-syntax', 'put this into the view'],
  ['src/layouts/x.astro', page('', '<p>{Astro.request.url}</p>'), 'no-restricted-syntax', 'put this into the view'],
  ['src/layouts/x.astro', page('const year = new Date(2026, 1, 1);', '<p>{year}</p>'), 'no-restricted-globals', 'put this into the view'],
  ['src/components/X.astro', page('', '<p>{import.meta.env.PROD}</p>'), 'no-restricted-syntax', 'put this into the view'],
  ['src/components/X.astro', page('const { text } = Astro.props;', '<p set:html={text} />'), 'no-restricted-syntax', 'write <Html html={…} />'],
  ['src/components/X.astro', page("const all = { 'set:html': 'x' };", '<p {...all} />'), 'no-restricted-syntax', 'write <Html html={…} />'],
  ['src/components/X.astro', page('const unused = 1;'), '@typescript-eslint/no-unused-vars', 'never used'],
  ['src/figures/x.ts', 'export const x = Date.now();', 'no-restricted-globals', 'put this into the view'],
  ['src/release/x.ts', 'export const x = (y: any) => y;', '@typescript-eslint/no-explicit-any', 'any'],
  ['src/release/x.ts', 'let x = 1;\nexport { x };', 'prefer-const', 'const'],
];

const accepted: [string, string][] = [
  ['src/content-model/x.ts', "import { z } from 'zod';\nexport const x = z.string();"],
  ['src/mdx/x.ts', "import { parse } from 'yaml';\nimport type { Root } from 'hast';\nexport const x = (y: Root) => parse(String(y));"],
  ['src/graph/read-content.ts', "import { readFile } from 'node:fs/promises';\nexport const x = readFile;"],
  ['src/views/x.ts', "import type { Graph } from '../graph/graph.ts';\nexport const x = (graph: Graph, day: string) => [graph, new Date(day)];"],
  ['src/views/x.test.ts', "import { readFile } from 'node:fs/promises';\nexport const x = [readFile, new Date()];"],
  ['src/pages/[lang]/x.astro', page("import Card from '../../components/Card.astro';\nconst { view } = Astro.props;", '<Card {view} />')],
  ['src/pages/x.astro', page("import { paths } from 'doorstep:views';\nexport const getStaticPaths = () => paths();")],
  ['src/components/X.astro', page('interface Props { name: string }\nconst { name } = Astro.props;', '<p>{name}</p>')],
  ['src/components/X.astro', page('', '<p>Hello</p>\n<script>\n  document.title = String(new Date());\n</script>')],
  ['src/components/Html.astro', page('const { html } = Astro.props;', '<Fragment set:html={html} />')],
  ['src/release/environment.ts', 'export const x = process.env;'],
  [
    'src/cli/x.ts',
    "import { readFileSync } from 'node:fs';\nimport x from '../../package.json' with { type: 'json' };\nexport const y = [readFileSync, x];",
  ],
  ['cms/server/x.ts', "import { x } from '../../src/views/x.ts';\nexport const y = x;"],
];

describe('what may not be written, and what the message proposes', () => {
  test.each(refused)('%s: %j', async (file, code, rule, words) => {
    const found = await problems(file, code);
    expect(found.find((line) => line.startsWith(`${rule}: `) && line.includes(words)) ?? found).toBeTypeOf('string');
  });
});

describe('what may be written', () => {
  test.each(accepted)('%s: %j', async (file, code) => {
    expect(await problems(file, code)).toEqual([]);
  });
});
