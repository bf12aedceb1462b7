/**
 * Who may import whom: the one table behind the lint rule, and the picture in docs/architecture.md.
 *
 * - `imports`: other folders it may import; its own files always.
 * - `packages`: the only packages it may import, Node's own modules among them; left out, any package.
 * - `pure`: what it computes depends on what it is given alone: no clock, no chance.
 * - `markup`: it turns a view into markup and knows nothing but the view.
 * - `disk`: it may read and write files. `true`, or the files that may.
 */
const model = ['src/content-model'];
const graph = [...model, 'src/mdx', 'src/graph'];
const views = [...graph, 'src/views'];
const markup = [...views, 'src/search', 'src/pages', 'src/layouts', 'src/components', 'src/figures', 'src/styles', 'src/handbook'];
const released = [...markup, 'src/checks', 'src/feeds', 'src/images', 'src/release'];
const commands = [...released, 'src/fixture-city', 'src/cli', 'src/e2e', 'src/bench'];

/** @type {Record<string, {imports: string[], packages?: string[], pure?: boolean, markup?: boolean, disk?: boolean | string[]}>} */
export const folders = {
  'src/content-model': { imports: [], packages: ['zod'], pure: true },
  'src/mdx': { imports: model, packages: ['satteri', 'hast-util-to-html', 'yaml', 'hast', 'zod'], pure: true },
  'src/graph': { imports: [...model, 'src/mdx'], pure: true, disk: ['src/graph/read*.ts'] },
  'src/checks': { imports: graph, pure: true },
  'src/views': { imports: graph, pure: true },
  'src/pages': { imports: markup, markup: true },
  'src/layouts': { imports: markup, markup: true },
  'src/components': { imports: markup, markup: true },
  'src/figures': { imports: markup, markup: true },
  'src/styles': { imports: markup },
  'src/handbook': { imports: markup },
  'src/feeds': { imports: views, pure: true },
  'src/search': { imports: views, pure: true },
  'src/images': { imports: views, disk: true },
  'src/release': { imports: released, disk: true },
  'src/fixture-city': { imports: released, disk: true },
  'src/cli': { imports: commands, disk: true },
  'src/e2e': { imports: commands, disk: true },
  'src/bench': { imports: commands, disk: true },
  'cms/config': { imports: [...released, 'cms/server', 'cms/admin'] },
  'cms/admin': { imports: [...released, 'cms/config', 'cms/server'] },
  'cms/server': { imports: [...released, 'cms/config', 'cms/admin'], disk: true },
  'cms/cli': { imports: [...released, 'src/cli', 'cms/config', 'cms/admin', 'cms/server'], disk: true },
  'cms/faults': { imports: [...commands, 'cms/config', 'cms/admin', 'cms/server', 'cms/cli', 'cms/e2e'], disk: true },
  'cms/e2e': { imports: [...commands, 'cms/config', 'cms/admin', 'cms/server', 'cms/cli', 'cms/faults'], disk: true },
};

/** The only modules that read the environment, one in each half of the house. */
export const environmentModules = ['src/release/environment.ts', 'cms/server/environment.ts'];
