import type { PlantedFault } from './planted-faults.ts';

const server = 'cms/server';

/** Faults of the editor of texts, of what stands beside it and of what is sent from it. */
export const editorFaults: readonly PlantedFault[] = [
  {
    name: 'a translation counts as rendered what its translator never saw',
    patches: [
      {
        file: `${server}/translating/record-revision.ts`,
        find: 'const seen = await seenText(original, said, call);',
        replace: 'const seen = (await seenText(original, {}, call)) ?? (await seenText(original, said, call));',
      },
    ],
    check: { tests: `${server}/translating/record-revision.test.ts` },
  },
  {
    name: 'nobody remembers that the weekly mail was sent',
    patches: [
      { file: `${server}/reminders/sent.ts`, find: 'WHERE sent IS NULL AND begun < ?`', replace: 'WHERE begun <= ?`' },
      {
        file: `${server}/reminders/sent.ts`,
        find: 'isDone: (week) => Boolean(sentAt(week, everybody)),',
        replace: 'isDone: (week) => week === everybody,',
      },
    ],
    check: { tests: `${server}/reminders/reminders.test.ts` },
  },
  {
    name: 'the rich text writes every block anew, touched or not',
    patches: [
      {
        file: 'cms/admin/rich-text/mdx/to-mdx.ts',
        find: 'const writer = new BlockWriter(memory);',
        replace: 'const writer = new BlockWriter(null);',
      },
    ],
    check: { tests: 'cms/admin/rich-text/mdx/round-trip.test.ts' },
  },
  {
    name: 'a form writes every field anew, changed or not',
    patches: [
      {
        file: 'cms/admin/format/fields-text.ts',
        find: 'return isSame(before[name], after[name]) ? [field] : [{ name, lead, text: rewriteField(field.text, name, after[name]!) }];',
        replace: 'return [{ name, lead, text: (rewriteField, isSame, writeFields)({ [name]: after[name]! }) }];',
      },
    ],
    check: { tests: 'cms/admin/format/entry-format.test.ts' },
  },
  {
    name: 'after a save of one’s own the next one is refused as stale',
    patches: [{ file: 'cms/admin/revisions.ts', find: '  after.set(keyOf(path, from), to);\n', replace: '' }],
    check: { tests: 'cms/admin/revisions.test.ts' },
  },
  {
    name: 'mails about a draft reach people who may not read it',
    patches: [
      {
        file: `${server}/review/addressees.ts`,
        find: "return (await rights.mayWith(person, 'read', standing)) && (",
        replace: 'return standing !== undefined && (',
      },
    ],
    check: { tests: `${server}/review/review-letters.test.ts` },
  },
  {
    name: 'the preview of a draft is for everybody who is signed in',
    patches: [{ file: `${server}/preview/preview-routes.ts`, find: "await rights.require(person, 'read', standing);", replace: 'void standing;' }],
    check: { tests: `${server}/preview/preview-pages.test.ts` },
  },
  {
    name: 'scripts run in a preview',
    patches: [
      { file: `${server}/http/security-headers.ts`, find: '`sandbox ${sandbox}`,', replace: '`sandbox allow-scripts ${sandbox}`,' },
      {
        file: `${server}/http/security-headers.ts`,
        find: `      "default-src 'none'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      "font-src 'self'",
      "form-action 'none'",`,
        replace: `      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      "font-src 'self'",
      "form-action 'none'",`,
      },
    ],
    check: { tests: `${server}/preview/preview-pages.test.ts` },
  },
];
