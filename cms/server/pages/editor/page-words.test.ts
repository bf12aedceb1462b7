import { expect, test } from 'vitest';
import { fixtureSource } from '../../../../src/fixture-city/fixture-city.ts';
import { contentOf } from '../../../../src/graph/content.ts';
import { component, componentNames } from '../../../../src/mdx/components.ts';
import { pageWords } from './page-words.ts';

test('the editor has a word for whatever can be chosen in a component, in every language', async () => {
  const { graph } = contentOf(await fixtureSource());
  const choices = componentNames.flatMap((name) => Object.values(component(name).attributes).flatMap((attribute) => attribute.choices ?? []));
  expect(choices).toContain('stop');
  for (const [lang, texts] of graph!.strings) {
    const words = pageWords(texts);
    for (const choice of choices) expect([lang, choice, typeof words[`callout.${choice}`]]).toEqual([lang, choice, 'string']);
  }
});
