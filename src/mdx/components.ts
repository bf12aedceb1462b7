import type { Reference } from '../content-model/field.ts';

/** What a writer can say in one attribute of a component. */
export interface Attribute {
  kind: 'text' | 'id' | 'url' | 'file' | 'list' | 'lang' | 'number' | 'choice';
  /** What can be chosen, for the kind `choice`. */
  choices?: readonly string[];
  /** What holds when it is left out. */
  default?: string;
  required: boolean;
  /** What the value, or each id of a list, names. */
  refersTo?: Reference;
  label: string;
  hint: string;
  /** A translator writes it anew. */
  translated?: boolean;
  /** Readers see the words, so they count as text of the page. */
  shown?: boolean;
}

export interface Component {
  label: string;
  hint: string;
  /** May stand within a sentence; all others stand on lines of their own. */
  inline: boolean;
  /** Holds text between an opening and a closing tag. */
  children: boolean;
  /** The only component that may stand directly in it. */
  only?: ComponentName;
  /** The only component it may stand in. */
  within?: ComponentName;
  attributes: Readonly<Record<string, Attribute>>;
}

export type ComponentName = 'Callout' | 'Quote' | 'Figure' | 'Steps' | 'Step' | 'Fact' | 'For' | 'Story' | 'Guide' | 'Phrase' | 'Contact' | 'Numbers';

/** Every component an entry may use, and every attribute of it: the parser, the editor and the handbook read this one table. */
export const components = {
  Callout: {
    label: 'Callout',
    hint: 'A few sentences set apart: a note, a warning or a tip.',
    inline: false,
    children: true,
    attributes: {
      kind: {
        kind: 'choice',
        choices: ['note', 'stop', 'tip'],
        default: 'note',
        required: false,
        label: 'Kind',
        hint: '"note" to know, "stop" before it goes wrong, "tip" that helps.',
      },
      title: { kind: 'text', required: false, label: 'Title', hint: 'A few words above it.', translated: true, shown: true },
    },
  },
  Quote: {
    label: 'Quote',
    hint: 'What somebody said, in the language in which it was said.',
    inline: false,
    children: true,
    attributes: {
      lang: { kind: 'lang', required: true, label: 'Language', hint: 'The language of the words: uk, ar, nl.' },
      by: { kind: 'text', required: false, label: 'By', hint: 'Who said it.', shown: true },
      story: { kind: 'id', required: false, refersTo: 'stories', label: 'Story', hint: 'The story it is from.' },
      translation: {
        kind: 'text',
        required: false,
        label: 'Translation',
        hint: 'The same words in the language of this page.',
        translated: true,
        shown: true,
      },
    },
  },
  Figure: {
    label: 'Picture',
    hint: 'A picture of content/media/ with what it shows and whose it is.',
    inline: false,
    children: false,
    attributes: {
      file: { kind: 'file', required: true, refersTo: 'media', label: 'File', hint: 'The picture in content/media/: places/harbour.jpg.' },
      alt: {
        kind: 'text',
        required: true,
        label: 'What it shows',
        hint: 'One sentence for people who cannot see it. Empty (alt="") only if it adds nothing to the text.',
        translated: true,
      },
      credit: { kind: 'text', required: true, label: 'Credit', hint: 'Who made it.' },
      licence: { kind: 'text', required: true, label: 'Licence', hint: 'Under which terms it may be used: CC0.' },
      caption: { kind: 'text', required: false, label: 'Caption', hint: 'What stands below it.', translated: true, shown: true },
    },
  },
  Steps: {
    label: 'Steps',
    hint: 'What to do, one thing after another.',
    inline: false,
    children: true,
    only: 'Step',
    attributes: {},
  },
  Step: {
    label: 'Step',
    hint: 'One thing to do.',
    inline: false,
    children: true,
    within: 'Steps',
    attributes: {
      title: { kind: 'text', required: true, label: 'Title', hint: 'What to do, beginning with a verb.', translated: true, shown: true },
    },
  },
  Fact: {
    label: 'Fact',
    hint: 'A figure or rule that is kept in one place, shown within a sentence.',
    inline: true,
    children: false,
    attributes: {
      id: { kind: 'id', required: true, refersTo: 'facts', label: 'Fact', hint: 'The slug of the fact.' },
    },
  },
  For: {
    label: 'For some readers',
    hint: 'Text that holds for some readers only; it is marked so, and readers can choose.',
    inline: false,
    children: true,
    attributes: {
      audience: {
        kind: 'list',
        required: true,
        refersTo: 'audiences',
        label: 'Audience',
        hint: 'Audiences, or variants of this guide, separated by commas: student, researcher.',
      },
    },
  },
  Story: {
    label: 'Story',
    hint: 'Leads to a story.',
    inline: false,
    children: false,
    attributes: { id: { kind: 'id', required: true, refersTo: 'stories', label: 'Story', hint: 'The slug of the story.' } },
  },
  Guide: {
    label: 'Guide',
    hint: 'Leads to a guide.',
    inline: false,
    children: false,
    attributes: { id: { kind: 'id', required: true, refersTo: 'guides', label: 'Guide', hint: 'The slug of the guide.' } },
  },
  Phrase: {
    label: 'Phrase',
    hint: 'A phrase in the local language: how it is written, how it sounds, what it means.',
    inline: false,
    children: false,
    attributes: {
      say: { kind: 'text', required: true, label: 'Say', hint: 'The phrase in the local language.', shown: true },
      sounds: { kind: 'text', required: false, label: 'Sounds', hint: 'How it sounds, written for the reader.', translated: true, shown: true },
      means: { kind: 'text', required: true, label: 'Means', hint: 'What it means.', translated: true, shown: true },
      lang: { kind: 'lang', required: false, label: 'Language', hint: 'The language of the phrase, if not the city’s own.' },
    },
  },
  Contact: {
    label: 'Contact',
    hint: 'How to reach an organisation.',
    inline: false,
    children: false,
    attributes: {
      id: { kind: 'id', required: true, refersTo: 'organisations', label: 'Organisation', hint: 'Its id in settings/organisations.yml.' },
    },
  },
  Numbers: {
    label: 'Numbers',
    hint: 'Several facts, large, side by side.',
    inline: false,
    children: false,
    attributes: {
      ids: { kind: 'list', required: true, refersTo: 'facts', label: 'Facts', hint: 'Slugs of facts, separated by commas.' },
    },
  },
} as const satisfies Record<ComponentName, Component>;

export const componentNames = Object.keys(components) as ComponentName[];
export const isComponent = (name: string): name is ComponentName => Object.hasOwn(components, name);
/** The description of a component, as the general type. */
export const component = (name: ComponentName): Component => components[name];
