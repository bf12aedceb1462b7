import { matchesGlob, posix, relative, resolve, sep } from 'node:path';
import { folders } from './folders.js';

const root = resolve(import.meta.dirname, '..');
const disk = /^(node:)?(fs(\/promises)?|child_process|worker_threads|net|http2?|https|sqlite)$/;
const astro = /^(astro|@astrojs\/|astro:)/;

/** The folder of the table in which a path from the top level lies. */
const folderOf = (path) => Object.keys(folders).find((name) => path.startsWith(`${name}/`));

const mayTouchDisk = (folder, file) => {
  const allowed = folders[folder].disk ?? false;
  return Array.isArray(allowed) ? allowed.some((pattern) => matchesGlob(file, pattern)) : allowed;
};

const list = (names) => (names.length ? names.join(', ') : 'no other folder');

/** What is wrong with `file` importing `source`, as a sentence with its repair; nothing if it may. */
function importProblem({ file, source }) {
  const folder = folderOf(file);
  if (!folder) {
    if (!/^(src|cms)\/[^/]+\//.test(file)) return undefined;
    return `This folder has no row in .ci/folders.js. Add one that says what it may import.`;
  }
  const rules = folders[folder];
  const test = /\.(test|long|journey)\.ts$/.test(file);
  const specifier = source.replace(/[?#].*$/, '');

  if (/^[./]/.test(specifier)) {
    const target = specifier.startsWith('/') ? specifier.slice(1) : posix.join(posix.dirname(file), specifier);
    const other = folderOf(target);
    if (other === folder || (other && rules.imports.includes(other))) return undefined;
    if (file.startsWith('src/') && target.startsWith('cms/')) {
      return `${folder} may not import ${target}: the site does not know its CMS. Move what both need into src, and import it from there.`;
    }
    if (test) return undefined;
    if (!other && rules.disk === true) return undefined;
    return `${folder} may not import ${other ?? target}. It may import ${list(rules.imports)}. Move what both need into one of these, or take it as a parameter.`;
  }

  if (test) return undefined;
  if (rules.packages) {
    if (rules.packages.some((name) => specifier === name || specifier.startsWith(`${name}/`))) return undefined;
    return `${folder} may import ${rules.packages.join(', ')} and no other package, not "${source}". Do this in a folder further up, and pass the result in.`;
  }
  if (disk.test(specifier) && !mayTouchDisk(folder, file)) {
    return `${folder} does not touch the disk or the network ("${source}"). Only src/graph/read*.ts, src/release, src/images, the commands and cms/server do: read it there, and pass the content in.`;
  }
  if (rules.pure && astro.test(specifier)) {
    return `${folder} does not know Astro ("${source}"). Return plain data from here, and let src/pages or src/components make markup of it.`;
  }
  return undefined;
}

const rule = {
  meta: { type: 'problem', schema: [], docs: { description: 'a folder imports only what .ci/folders.js lets it' } },
  create(context) {
    const file = relative(root, context.filename).split(sep).join('/');
    const check = (node) => {
      const source = node?.value ?? node?.literal?.value ?? node?.quasis?.[0]?.value.cooked;
      if (typeof source !== 'string') return;
      const message = importProblem({ file, source });
      if (message) context.report({ node, message });
    };
    const globs = (node) => (node?.type === 'ArrayExpression' ? node.elements.forEach(check) : check(node));
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument),
      "CallExpression[callee.object.type='MetaProperty'][callee.property.name='glob']": (node) => globs(node.arguments[0]),
    };
  },
};

export const folderImports = { rules: { imports: rule } };
