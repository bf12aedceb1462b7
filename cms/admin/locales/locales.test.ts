import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../../src/release/root.ts';
import ar from './ar.ts';
import de from './de.ts';
import en from './en.ts';
import nl from './nl.ts';
import { phrasesIn, type Phrases } from './phrases.ts';
import uk from './uk.ts';

/** How many plural forms Polyglot, which Decap speaks with, takes in each language. */
const pluralForms = { en: 2, nl: 2, de: 2, uk: 3, ar: 6 } as const;
type Lang = keyof typeof pluralForms;
const langs = Object.keys(pluralForms) as Lang[];

const flat = (phrases: Phrases, before = ''): [string, string][] =>
  Object.entries(phrases).flatMap(([name, phrase]) => (typeof phrase === 'string' ? [[before + name, phrase]] : flat(phrase, `${before}${name}.`)));
const phrasesOf = async (lang: Lang) => new Map(flat((await phrasesIn(lang))!));
const theirs = async (lang: Lang): Promise<Map<string, string>> =>
  lang === 'ar' ? new Map() : new Map(flat((await import(`decap-cms-locales/dist/esm/${lang}/index.js`)).default as Phrases));
const ours: Readonly<Record<Lang, Phrases>> = { en, nl, de, uk, ar };

const decap = await theirs('en');
const forms = (phrase: string) => phrase.split('||||');
const placeholders = (text: string) => [...new Set(text.match(/%\{\w+\}/g))].sort();
const withoutCount = (text: string) => placeholders(text).filter((one) => one !== '%{smart_count}');

it('knows the phrases of Decap', () => {
  expect(decap.size).toBeGreaterThan(200);
});

it.each(langs)('says in “%s” each phrase that Decap has, and no other', async (lang) => {
  const phrases = await phrasesOf(lang);
  expect({
    missing: [...decap.keys()].filter((name) => !phrases.get(name)?.trim()),
    unknown: [...phrases.keys()].filter((name) => !decap.has(name)),
  }).toEqual({ missing: [], unknown: [] });
});

it.each(langs)('keeps in “%s” the places that Decap fills in', async (lang) => {
  const wrong = [...(await phrasesOf(lang))].flatMap(([name, phrase]) => {
    const wanted = decap.get(name)!;
    // In “one entry” the number is a word, so a form may go without it; the last form is for all other numbers.
    const right =
      forms(phrase).every((form) => `${withoutCount(form)}` === `${withoutCount(wanted)}`) &&
      `${placeholders(forms(phrase).at(-1)!)}` === `${placeholders(wanted)}`;
    const broken = /%(?!\{\w+\})|\{(?<!%\{)/.test(phrase);
    return right && !broken ? [] : [`${name}: “${phrase}” must fill in ${placeholders(wanted).join(', ') || 'nothing'}`];
  });
  expect(wrong).toEqual([]);
});

it.each(langs)('has in “%s” as many plural forms as the language, where there are plural forms', async (lang) => {
  const wrong = [...(await phrasesOf(lang))].flatMap(([name, phrase]) => {
    const wanted = forms(decap.get(name)!).length > 1 ? pluralForms[lang] : 1;
    return forms(phrase).length === wanted ? [] : [`${name} must have ${wanted}, has ${forms(phrase).length}`];
  });
  expect(wrong).toEqual([]);
});

it.each(langs)('replaces in “%s” only what it says otherwise than Decap', async (lang) => {
  const before = await theirs(lang);
  expect(
    flat(ours[lang])
      .filter(([name, phrase]) => before.get(name) === phrase)
      .map(([name]) => name),
  ).toEqual([]);
});

it.each(langs)('calls in “%s” the states of a draft what our own pages call them', async (lang) => {
  const strings = parse(await readFile(join(root, `content/strings/${lang}.yml`), 'utf8')) as Record<string, string>;
  const phrases = await phrasesOf(lang);
  const state = (name: string) => strings[`cms.review.status.${name}`];
  const said = (...names: string[]) => names.map((name) => phrases.get(name));
  expect(said('editor.editorToolbar.draft', 'workflow.workflowList.draftHeader')).toEqual([state('draft'), state('draft')]);
  expect(said('editor.editorToolbar.inReview', 'workflow.workflowList.inReviewHeader')).toEqual([state('pending_review'), state('pending_review')]);
  expect(said('editor.editorToolbar.ready', 'workflow.workflowList.readyHeader')).toEqual([state('pending_publish'), state('pending_publish')]);
  expect(phrases.get('editor.editor.onPublishingNotReady')).toContain(state('pending_publish'));
  expect(phrases.get('editor.editorToolbar.statusInfoTooltipDraft')).toContain(state('pending_review'));
});

it.each(langs)('speaks in “%s” no word of git, servers or files of settings', async (lang) => {
  const foreign = /\b(git\w*|branch|repository|commit|deploy|backend|config\.yml|cach\w*|i18n|widgets?|url|path|gateway|markdown)\b/i;
  // Ways in that Decap has and this editor does not: they are named for what they are.
  const shown = [...(await phrasesOf(lang))].filter(([name]) => !name.startsWith('auth.'));
  const said = shown.map(([name, phrase]): [string, string] => [name, phrase.replace(/%\{\w+\}/g, '')]);
  expect(said.filter(([, phrase]) => foreign.test(phrase))).toEqual([]);
});

it('says nothing in a language that Decap does not speak', async () => {
  expect(await phrasesIn('tlh')).toBeUndefined();
  expect(await phrasesIn('toString')).toBeUndefined();
});
