import { build, type Plugin, type Rolldown } from 'vite';

const parts = ['list', 'number', 'object', 'select'];
const plain = ['boolean', 'string', 'text'];
const core = 'decap-cms-core/dist/esm';

const entry = [
  `export { validateConfig } from '${core}/constants/configSchema.js';`,
  `import { registerWidget } from '${core}/lib/registry.js';`,
  ...parts.map((part) => `import ${part} from 'decap-cms-widget-${part}/dist/esm/schema.js';`),
  `const schemas = { ${parts.join(', ')}, ${plain.map((part) => `${part}: {}`).join(', ')} };`,
  'for (const [name, schema] of Object.entries(schemas)) registerWidget({ name, controlComponent: () => null, schema });',
].join('\n');

/** What is bundled: the check and its schemas, without the state of Decap’s running interface, which wants a browser and is not asked. */
const modules: Plugin = {
  name: 'modules',
  enforce: 'pre',
  resolveId: (source) => (source === 'entry' ? '\0entry' : source.endsWith('/reducers/collections') ? '\0state' : null),
  load: (id) => (id === '\0entry' ? entry : id === '\0state' ? 'export const selectEntrySlug = () => "";' : null),
};

/** What the bundle exports. */
export interface DecapSchema {
  /** Throws with every problem of a configuration. */
  validateConfig: (config: object) => void;
}

/** Decap's own check of configurations with the schemas of its own inputs, for tests: a module's code. Its files are written for bundlers, so they are bundled. */
export async function decapSchemaCode(root: string): Promise<string> {
  const { output } = (await build({
    configFile: false,
    root,
    logLevel: 'silent',
    ssr: { noExternal: true },
    plugins: [modules],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { ssr: true, write: false, minify: false, rollupOptions: { input: 'entry' } },
  })) as Rolldown.RolldownOutput;
  return output[0].code;
}
