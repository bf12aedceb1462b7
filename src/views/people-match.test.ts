import { describe, expect, it } from 'vitest';
import { peopleLikeMe, readTellers, type Shares, type Teller } from './people-match.ts';

const teller = (name: string, shares: Shares, voice = 'resident'): Teller => ({
  href: `/en/stories/${name.toLowerCase()}/`,
  name,
  title: `The story of ${name}`,
  initial: name[0]!,
  topic: 'people',
  voice,
  shares,
});
const oksana = teller('Oksana', { country: ['UA'], cameFor: ['refuge'], household: ['children'], languages: ['uk', 'nl'], stages: ['arriving'] });
const bohdan = teller('Bohdan', { country: ['UA'], cameFor: ['love'], household: ['joined'], languages: ['uk', 'nl'], stages: ['staying'] });
const huda = teller('Huda', { country: ['SY'], cameFor: ['refuge'], household: ['children'], languages: ['ar', 'nl'], stages: ['arriving'] });
const efua = teller('Efua', { country: ['GH'], cameFor: ['study'], household: ['alone'], languages: ['ak', 'en'], stages: ['arriving'] }, 'student');
const marcela = teller('Marcela', { country: ['CO'], cameFor: ['family'], household: ['partner', 'children'], languages: ['es', 'nl'], stages: [] });
/** Newest first. */
const everybody = [efua, bohdan, oksana, huda, marcela];

const names = (chosen: Shares, tellers: readonly Teller[] = everybody) => peopleLikeMe(tellers, chosen).alike.map(({ teller: { name } }) => name);
const different = (chosen: Shares, tellers: readonly Teller[] = everybody) => peopleLikeMe(tellers, chosen).different?.name;

describe('people like me', () => {
  it('finds those who share something, with everything they share', () => {
    const { alike } = peopleLikeMe(everybody, { country: ['UA'], household: ['children'] });
    expect(alike[0]).toEqual({
      teller: oksana,
      shared: [
        { facet: 'country', value: 'UA' },
        { facet: 'household', value: 'children' },
      ],
    });
    expect(alike.map(({ teller: { name } }) => name)).toEqual(['Oksana', 'Bohdan', 'Huda', 'Marcela']);
  });

  it('puts who shares more first, and a country before a stage that many tell of', () => {
    expect(names({ cameFor: ['refuge'], languages: ['ar'] })).toEqual(['Huda', 'Oksana']);
    expect(names({ country: ['CO'], stages: ['arriving'] })).toEqual(['Marcela', 'Efua', 'Oksana', 'Huda']);
  });

  it('of equals takes the newer story first', () => {
    expect(names({ cameFor: ['refuge'] })).toEqual(['Oksana', 'Huda']);
    expect(names({ cameFor: ['refuge'] }, everybody.toReversed())).toEqual(['Huda', 'Oksana']);
  });

  it('takes each of several values by itself: whoever came with a partner and children is closest to a reader who did', () => {
    const { alike } = peopleLikeMe(everybody, { household: ['partner', 'children'] });
    expect(alike[0]).toMatchObject({ teller: marcela, shared: [{ value: 'partner' }, { value: 'children' }] });
    expect(alike.slice(1).map(({ teller: { name } }) => name)).toEqual(['Oksana', 'Huda']);
  });

  it('shows five at most', () => {
    const many = Array.from({ length: 12 }, (_, index) => ({ ...huda, name: `Huda ${index}` }));
    expect(names({ country: ['SY'] }, many)).toHaveLength(5);
  });
});

describe('the different voice', () => {
  it('is who shares least, and of those who is of another voice, country and reason than the closest', () => {
    expect(different({ country: ['UA'], cameFor: ['refuge'] })).toBe('Efua');
    expect(different({ household: ['alone'] })).toBe('Bohdan');
    // Marcela and Efua share nothing with this reader; Marcela's voice is that of the closest.
    expect(different({ languages: ['uk'] }, [marcela, oksana, efua])).toBe('Efua');
  });

  it('is never among those who are alike, even where everybody shares something', () => {
    const { alike, different: other } = peopleLikeMe([oksana, huda], { cameFor: ['refuge'] });
    expect(alike.map(({ teller: { name } }) => name)).toEqual(['Oksana']);
    expect(other).toBe(huda);
  });

  it('is there where nobody shares anything, too', () => {
    expect(names({ country: ['-'] })).toEqual([]);
    expect(different({ country: ['-'] })).toBe('Efua');
  });

  it('is missing only where there is nobody else', () => {
    expect(peopleLikeMe([oksana], { country: ['UA'] })).toEqual({ alike: [{ teller: oksana, shared: [{ facet: 'country', value: 'UA' }] }] });
    expect(peopleLikeMe([], { country: ['UA'] })).toEqual({ alike: [] });
  });
});

describe('an index of tellers', () => {
  it('is read as it was written', () => {
    expect(readTellers(JSON.parse(JSON.stringify({ tellers: everybody })))).toEqual(everybody);
  });

  it('is refused where it is not one, or leads elsewhere than to a story of the site', () => {
    for (const index of [null, 'painting', [], {}, { tellers: 'x' }, { tellers: [null] }, { tellers: [{ ...huda, shares: undefined }] }])
      expect(readTellers(index)).toBeUndefined();
    for (const href of ['javascript:alert(1)', '//elsewhere.example/en/stories/x/', 'https://elsewhere.example/en/stories/x/'])
      expect(readTellers({ tellers: [{ ...huda, href }] })).toBeUndefined();
  });
});
