import { readCmsEnvironment, wantedVariables } from '../server/environment.ts';
import { bytesInWords, fullBelow } from '../server/keep/disk.ts';
import { limitTable } from '../server/http/limits.ts';
import { allowances, documentActions, needsPasskey, relations, roles, siteActions, type Role } from '../server/roles.ts';
import { collections } from '../../src/content-model/collections.ts';
import { commands } from './commands/run-command.ts';

/** Parts of hand-written documents that are made from the code, by file and by the name between their markers. */
export const generatedDocs: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  'cms/README.md': { roles: roleTable, limits: limitsTable },
  'docs/for-administrators.md': { variables: variableTable, commands: commandList, full: () => bytesInWords(fullBelow) },
};

const marks = (name: string) => [`<!-- generated: ${name} -->`, `<!-- end: ${name} -->`] as const;

/** A document with its generated parts as they are now. Throws where a marker is missing. */
export function withGeneratedParts(file: string, text: string): string {
  return Object.entries(generatedDocs[file] ?? {}).reduce((document, [name, make]) => {
    const [begin, end] = marks(name);
    const [from, to] = [document.indexOf(begin), document.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`${file} needs the lines ${begin} and ${end}; what is between them is generated.`);
    const made = make();
    const between = made.includes('\n') ? `\n\n${made}\n\n` : made;
    return `${document.slice(0, from + begin.length)}${between}${document.slice(to)}`;
  }, text);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = head.map((_, column) => Math.max(3, ...all.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(all[0]!), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...all.slice(1).map(line)].join('\n');
}

/** The first two are joined by `and`; a list that is whole is said as such. */
const listed = (names: readonly string[], whole: readonly string[], all: string) => (names.length === whole.length ? all : names.join(', '));

function roleTable(): string {
  const rows = roles.flatMap((role) => rowsOf(role));
  return table(['Role', 'Signs in with', 'May', 'Of', 'Whose'], rows);
}

const whoseInWords = { own: 'own', desk: 'of their desks', other: 'of others' } as const;

function rowsOf(role: Role): string[][] {
  const { documents, site } = allowances[role];
  const head = [`**${role}**`, needsPasskey(role) ? 'link, passkey' : 'link'];
  const of = (names: readonly string[]) => {
    const rest = names.filter((name) => !(collections as readonly string[]).includes(name));
    return names.length - rest.length === collections.length ? ['all entries', ...rest].join(', ') : names.join(', ');
  };
  const rows = documents.map(({ may, of: of_, kinds, whose }) => [
    listed(may, documentActions, 'everything'),
    `${of(of_)}${kinds.length === 1 ? ` (${kinds[0]}s)` : ''}`,
    whose.length === relations.length ? "everybody's" : whose.map((relation) => whoseInWords[relation]).join(', '),
  ]);
  if (site.length > 0) rows.push([listed(site, siteActions, siteActions.join(', ')), 'the site', '']);
  return rows.map((row, index) => [...(index === 0 ? head : ['', '']), ...row]);
}

function limitsTable(): string {
  return table(
    ['What', 'At most'],
    Object.entries(limitTable).map(([name, { times, seconds }]) => [name, `${times} in ${seconds / 60} minutes`]),
  );
}

function variableTable(): string {
  const without: Partial<Record<string, unknown>> = readCmsEnvironment({});
  return table(
    ['Variable', 'What it is', 'Without it'],
    wantedVariables.map(([name, wanted]) => [
      `\`${name}\``,
      wanted.replaceAll('<', '&lt;'),
      without[name] === undefined ? '' : `\`${String(without[name])}\``,
    ]),
  );
}

function commandList(): string {
  return table(
    ['`npm run cms -- …`', 'What it does'],
    Object.values(commands).map(({ usage, does }) => [`\`${usage}\``, does]),
  );
}
