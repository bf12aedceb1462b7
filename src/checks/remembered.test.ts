import { expect, test } from 'vitest';
import { contentOf } from '../graph/content.ts';
import { smallCity, smallContent, smallMedia } from './small-city.ts';
import { remembered } from './remembered.ts';

test('what was worked out about an entry is not worked out again while the entry stays', () => {
  const asked: string[] = [];
  const titleOf = remembered(({ slug }: { slug: string }) => {
    asked.push(slug);
    return slug.toUpperCase();
  });
  const groups = (content: ReturnType<typeof smallContent>) => [...content.graph!.groups.guides.values()];
  const before = smallContent();
  expect(groups(before).map(titleOf)).toEqual(['FIND-A-ROOM', 'REGISTER']);
  const text = `${smallCity().get('guides/en/find-a-room.mdx')!}\nOne more line.\n`;
  const after = contentOf({ texts: smallCity({ 'guides/en/find-a-room.mdx': text }), media: smallMedia }, before);
  expect(groups(after).map(titleOf)).toEqual(['FIND-A-ROOM', 'REGISTER']);
  expect(asked).toEqual(['find-a-room', 'register', 'find-a-room']);
});

test('nothing is an answer too', () => {
  let asked = 0;
  const none = remembered((_about: object) => void asked++);
  const about = {};
  expect([none(about), none(about), asked]).toEqual([undefined, undefined, 1]);
});
