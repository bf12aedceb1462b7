import { z } from 'zod';
import { colour, field, group, id, languageTag, localised, maybe, text, webAddress } from './field.ts';

const origin = () => z.string().regex(/^https?:\/\/[^/\s]+$/, 'an address without a path, such as https://welcome.city.example');
const href = () => z.string().regex(/^(https?:\/\/|mailto:|tel:|\/)\S+$/, 'a link: https://…, mailto:…, tel:… or /path/');

/** `settings/site.yml`: the city and how its site is run. */
const site = group({
  name: field(text(60), { label: 'Name of the site', hint: 'Shown beside the logo and in titles.' }),
  city: field(localised(60), { label: 'The city', hint: 'Its name in each language, as on a street sign.' }),
  origin: field(origin(), { label: 'Address of the site', hint: 'Starting with https://, without a path.' }),
  cmsOrigin: field(origin(), { label: 'Address of the editor', hint: 'Another host than the site’s, so that the site carries no cookie.' }),
  languages: field(
    z
      .array(
        group({
          id: field(languageTag(), { label: 'Language', hint: 'A language tag such as en or ar.' }),
          name: field(text(40), { label: 'Name', hint: 'Its name in itself: Українська.' }),
        }),
      )
      .min(1),
    { label: 'Languages', hint: 'The languages of the site, in the order in which they are offered.' },
  ),
  defaultLanguage: field(languageTag(), { label: 'Default language', hint: 'The one for readers whose language the site does not have.' }),
  localLanguage: field(languageTag(), { label: 'Language of the place', hint: 'The language spoken in the city; signs are written in it.' }),
  timeZone: field(text(60), { label: 'Time zone', hint: 'Decides when a day begins: Europe/Amsterdam.' }),
  sign: field(colour(), { label: 'Colour of the sign', hint: 'The colour of the city’s street sign; white must be readable on it.' }),
  stories: field(
    z
      .array(field(id(), { label: 'Story', hint: 'The slug of a story.', refersTo: 'stories' }))
      .max(6)
      .default([]),
    {
      label: 'Stories at the door',
      hint: 'Up to six stories whose lines meet on the home page. Left empty, the newest are taken.',
    },
  ),
  figures: field(
    z
      .array(field(id(), { label: 'Fact', hint: 'The slug of a fact.', refersTo: 'facts' }))
      .max(3)
      .default([]),
    {
      label: 'Figures on the sign',
      hint: 'Up to three facts shown beside the city’s name on the home page.',
    },
  ),
  runBy: field(localised(400), {
    label: 'Who runs it',
    hint: 'Who runs and pays for the site, and that they do not read stories before they are published.',
  }),
  contact: field(
    group({
      email: maybe(field(z.email(), { label: 'E-mail', hint: 'Where readers write.' })),
      phone: maybe(field(text(40), { label: 'Telephone', hint: 'With the country code.' })),
      hours: maybe(field(localised(200), { label: 'Hours', hint: 'When somebody answers, and in which languages.' })),
    }),
    { label: 'Contact', hint: 'How readers reach a person.' },
  ),
  alert: maybe(
    field(
      group({
        text: field(localised(400), { label: 'Text', hint: 'What everybody must know now.' }),
        link: maybe(field(href(), { label: 'Link', hint: 'Where to read more.' })),
        until: field(z.iso.date(), { label: 'Until', hint: 'The last day on which it is shown.' }),
      }),
      { label: 'Alert', hint: 'Shown at the top of every page.' },
    ),
  ),
});

const icons = ['housing', 'papers', 'work', 'study', 'health', 'people', 'money', 'daily', 'user', 'hand', 'family', 'shop', 'flag', 'door'] as const;
const term = {
  id: field(id(), { label: 'Id', hint: 'A short name that never changes; entries refer to it.' }),
  label: field(localised(80), { label: 'Label', hint: 'What readers see, in each language.' }),
};
const icon = field(z.enum(icons), { label: 'Icon', hint: 'The sign that stands for it.' });

/** `settings/topics.yml`: what entries are about, each with its colour. */
const topics = z
  .array(
    group({ ...term, icon, colour: field(colour(), { label: 'Colour', hint: 'The colour of its lines. It must stand out from white at 3 : 1.' }) }),
  )
  .min(1);
/** `settings/audiences.yml`: the readers. */
const audiences = z.array(
  group({
    ...term,
    icon,
    line: field(localised(80), { label: 'In the reader’s words', hint: '"I am coming to study".' }),
    door: field(z.boolean().default(false), { label: 'A door of its own', hint: 'Whether the home page asks for it.' }),
  }),
);
/** `settings/stages.yml`: where on the way a reader is. */
const stages = z.array(group({ ...term, line: field(localised(160), { label: 'What it is about', hint: 'A few words under the label.' }) }));
/** `settings/organisations.yml`: who owns entries and whom readers can go to. */
const organisations = z.array(
  group({
    id: term.id,
    name: field(text(120), { label: 'Name', hint: 'As it calls itself.' }),
    voice: field(z.enum(['official', 'organisation', 'resident', 'student']), { label: 'Voice', hint: 'What kind of voice it is.' }),
    link: maybe(field(webAddress(), { label: 'Link', hint: 'Its site.' })),
    contact: maybe(field(text(160), { label: 'Contact', hint: 'An e-mail address or telephone number that readers may use.' })),
    where: maybe(field(localised(200), { label: 'Where', hint: 'Address and hours.' })),
    languages: field(z.array(languageTag()).default([]), { label: 'Languages', hint: 'The languages in which it helps.' }),
  }),
);
/** `settings/desks.yml`: who edits what. */
const desks = z.array(
  group({
    id: term.id,
    name: field(text(120), { label: 'Name', hint: 'What the desk is called.' }),
    link: maybe(field(webAddress(), { label: 'Link', hint: 'Its page.' })),
    contact: field(text(160), { label: 'Contact', hint: 'How its editors are reached.' }),
  }),
);
/** `settings/navigation.yml`: the links at the top of every page. */
const navigation = z
  .array(
    group({
      label: maybe(field(localised(40), { label: 'Label', hint: 'What readers see; for pages of the site it may be left out.' })),
      to: field(z.union([z.enum(['stories', 'guides', 'practices', 'home']), z.string().regex(/^pages\/[a-z0-9-]+$/), webAddress()]), {
        label: 'To',
        hint: 'stories, guides, practices, pages/<slug>, or a web address.',
      }),
    }),
  )
  .min(1);

/** The files of `content/settings/`, by name without `.yml`. */
export const settingsSchemas = { site, topics, audiences, stages, organisations, desks, navigation } as const;
export type SettingsName = keyof typeof settingsSchemas;
export type Settings = { [Name in SettingsName]: z.output<(typeof settingsSchemas)[Name]> };
export type Localised = Record<string, string>;
