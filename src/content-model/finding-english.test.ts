import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { findingEnglish, formIn } from './finding-english.ts';

const strings = parse(readFileSync(new URL('../../content/strings/en.yml', import.meta.url), 'utf8')) as Record<
  string,
  string | Record<string, string>
>;

test('an editor reads in English what the command line says', () => {
  for (const [key, text] of Object.entries(findingEnglish)) {
    const expected = typeof text === 'string' ? text : { one: text[0], other: text[1] };
    expect(strings[key], `Write the same for ${key} in src/content-model/finding-english.ts and in content/strings/en.yml.`).toEqual(expected);
  }
});

test('what the pattern of a field asks for can be said in every language', () => {
  const sources = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const asked = sources.flatMap((file) => {
    const code = readFileSync(`${import.meta.dirname}/${file}`, 'utf8');
    return [...code.matchAll(/\.regex\([^\n]*\/, '((?:[^'\\]|\\.)+)'\)/g)].map((match) => match[1]!);
  });
  expect(asked.length).toBeGreaterThan(5);
  const unknown = asked.filter((english) => typeof formIn(english) === 'string');
  expect(unknown, 'Give each a key finding.form.… in finding-english.ts and string-keys/findings.ts, and a text in content/strings/*.yml.').toEqual(
    [],
  );
});
