import { expect, test } from 'vitest';
import { inPage } from './editor-page.ts';

test('data in the editor’s page ends no element and begins no comment, and comes out as it was', () => {
  const data = { name: '</script><script>alert(1)</script><!-- <script', title: 'a\u2028b\u2029c', words: '&lt;' };
  expect(inPage(data)).not.toContain('<');
  expect(JSON.parse(inPage(data))).toEqual(data);
});
