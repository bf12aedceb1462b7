import type { ConfigData } from 'html-validate/browser';

/**
 * What html-validate looks for: everything it recommends for whole documents, and attributes and elements that HTML does not know. What is switched
 * off or loosened says nothing to browsers and readers, or is told by a check of our own.
 */
export const htmlRules: ConfigData = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  elements: [
    'html5',
    {
      // RDFa's `property`, in which Open Graph is written.
      meta: { inherit: 'meta', attributes: { property: {} } },
      // SVG has attributes of its own, of which html-validate knows one.
      svg: { inherit: 'svg', attributes: { '*': {} } },
    },
  ],
  rules: {
    'no-unknown-attributes': 'error',
    'no-unknown-elements': 'error',

    // Told by our own checks: `images`, `document`, `resources`.
    'wcag/h37': 'off',
    'heading-level': ['error', { allowMultipleH1: true }],
    'require-sri': 'off',

    // html-validate wants letters, digits, dash and underscore; HTML allows everything but spaces, and Arabic headings have combining marks.
    'valid-id': ['error', { relaxed: true }],
    // HTML refuses a bare `&` only where it could be the beginning of a character's name, and `>` nowhere in text.
    'no-raw-characters': ['error', { relaxed: true }],
    // Search engines cut long titles off; a person's own words stay as they are.
    'long-title': 'off',
    // How a telephone number is divided into lines is for the styles.
    'tel-non-breaking': 'off',

    // How the source is written: the same to browsers, and nobody reads it.
    'attr-case': 'off',
    'attr-delimiter': 'off',
    'attr-quotes': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'element-case': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
  },
};

/** A rule in words, and what to do about it. */
interface Wording {
  rule: string;
  fix: string;
}

const closing: Wording = {
  rule: 'Every element is closed inside the one it was opened in.',
  fix: 'Close it where it ends. Tags that do not match are made by a component, never by the text of an entry.',
};
const place: Wording = {
  rule: 'HTML says which element may stand in which.',
  fix: 'Take it out, or use the element that belongs there.',
};
const attribute: Wording = {
  rule: 'An element has the attributes that HTML knows for it, each once and with a value it knows.',
  fix: 'Correct the attribute, or take it out.',
};
const name: Wording = {
  rule: 'A name for screen readers (aria-label) is heard on links, fields, landmarks and pictures only.',
  fix: 'Write it as text, or name the element around it.',
};
const words: Wording = {
  rule: 'Headings, links, buttons and fields have words that can be read aloud.',
  fix: 'Write what it is or does, as text or as the alt text of its picture.',
};

/** The wording of rules that say more to people when it is ours. */
export const htmlWordings: Readonly<Record<string, Wording>> = {
  'close-order': closing,
  'no-implicit-close': closing,
  'no-self-closing': closing,
  'void-content': closing,
  'parser-error': {
    rule: 'A page can be read from its first tag to its last.',
    fix: 'Look for a < or a quotation mark that was not encoded just before.',
  },
  'element-permitted-content': place,
  'element-permitted-occurrences': place,
  'element-permitted-order': place,
  'element-permitted-parent': place,
  'element-required-ancestor': place,
  'element-required-content': place,
  'attribute-allowed-values': attribute,
  'attribute-misuse': attribute,
  'element-required-attributes': attribute,
  'no-deprecated-attr': attribute,
  'no-dup-attr': attribute,
  'no-unknown-attributes': attribute,
  'no-dup-id': {
    rule: 'An id is on a page once: a link to it leads to the first.',
    fix: 'Give the second another id; of two headings with the same words, change one.',
  },
  'heading-level': {
    rule: 'Headings go down one level at a time: they are the contents of the page for who hears it.',
    fix: 'Make it one level below the heading before it.',
  },
  'aria-label-misuse': name,
  'empty-heading': words,
  'text-content': words,
  'wcag/h30': words,
  'input-missing-label': words,
  'no-inline-style': { rule: 'The page’s security policy lets no style stand in an attribute.', fix: 'Use a class.' },
  'no-missing-references': {
    rule: 'What a label, a list or an aria attribute refers to by id is on the page.',
    fix: 'Correct the id, or build what it refers to.',
  },
  'unique-landmark': {
    rule: 'Landmarks of one kind (navigation, complementary parts) are told apart by their names.',
    fix: 'Give each an aria-label of its own.',
  },
};

/** Any other rule: html-validate's own page says more. */
export const wordingOf = (ruleId: string, ruleUrl = 'https://html-validate.org/rules/'): Wording =>
  htmlWordings[ruleId] ?? {
    rule: `Pages are valid HTML, so that browsers, screen readers and search engines agree on what they say (${ruleId}).`,
    fix: `Mend it as ${ruleUrl} says.`,
  };
