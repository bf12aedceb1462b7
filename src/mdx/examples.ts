import type { ComponentName } from './components.ts';

/**
 * A state of a component, as a writer types it. `$story`, `$guide`, `$fact`, `$facts`, `$expired`, `$organisation` and `$picture` stand for what
 * the city at hand has; where it has none, the example is left out.
 */
export interface Example {
  component: ComponentName;
  /** What is special about this state. */
  name: string;
  mdx: string;
}

/** One example for each state of each component: they feed the handbook, the tests and the checks for accessibility. */
export const examples: readonly Example[] = [
  {
    component: 'Callout',
    name: 'A note',
    mdx: `<Callout>

The counter is closed on the last Friday of the month.

</Callout>`,
  },
  {
    component: 'Callout',
    name: 'A warning, with a title and a list',
    mdx: `<Callout kind="stop" title="Stop if">

- money is asked before a viewing
- you may not register at the address

</Callout>`,
  },
  {
    component: 'Callout',
    name: 'A tip',
    mdx: `<Callout kind="tip">

Tuesday mornings are quiet.

</Callout>`,
  },
  {
    component: 'Quote',
    name: 'In another language, translated',
    mdx: `<Quote lang="de" by="Jonas, 22" translation="The photos were real. Only, the flat was in Rotterdam.">Die Fotos waren echt. Nur die Wohnung war in Rotterdam.</Quote>`,
  },
  {
    component: 'Quote',
    name: 'From right to left, and from a story',
    mdx: `<Quote lang="ar" story="$story" translation="I was the first in the queue.">كنت الأولى في الصف.</Quote>`,
  },
  { component: 'Quote', name: 'In the language of the page', mdx: `<Quote lang="en">Ask twice. The second answer is the real one.</Quote>` },
  {
    component: 'Figure',
    name: 'With a caption',
    mdx: `<Figure file="$picture" alt="What the picture shows, in one sentence" credit="Who made it" licence="CC0" caption="What to know about it" />`,
  },
  {
    component: 'Figure',
    name: 'Without a caption',
    mdx: `<Figure file="$picture" alt="What the picture shows" credit="Who made it" licence="CC0" />`,
  },
  {
    component: 'Steps',
    name: 'Two things to do',
    mdx: `<Steps>

<Step title="Make an appointment">

Ring, or use the form. It takes a week.

</Step>

<Step title="Bring your passport">

The original, not a copy.

</Step>

</Steps>`,
  },
  { component: 'Fact', name: 'Within a sentence', mdx: `It was <Fact id="$fact" /> when it was last looked up.` },
  { component: 'Fact', name: 'One that must be checked again', mdx: `It was <Fact id="$expired" /> when it was last looked up.` },
  {
    component: 'For',
    name: 'Two ways that follow one another make a fork',
    mdx: `<For audience="student">

The university registers you on the first day.

</For>

<For audience="professional, researcher">

Your employer makes the appointment.

</For>`,
  },
  { component: 'For', name: 'For some readers only', mdx: `<For audience="family">Children come along, whatever their age.</For>` },
  { component: 'Story', name: 'Leads to a story', mdx: `<Story id="$story" />` },
  { component: 'Guide', name: 'Leads to a guide', mdx: `<Guide id="$guide" />` },
  {
    component: 'Phrase',
    name: 'With how it sounds',
    mdx: `<Phrase lang="nl" say="Mag ik het contract eerst lezen?" sounds="makh ik het kon-TRAKT eerst LAY-zuh" means="May I read the contract first?" />`,
  },
  { component: 'Phrase', name: 'Without', mdx: `<Phrase lang="nl" say="Doe maar gewoon" means="Just act normal" />` },
  { component: 'Contact', name: 'An organisation of the settings', mdx: `<Contact id="$organisation" />` },
  { component: 'Numbers', name: 'Facts, large', mdx: `<Numbers ids="$facts" />` },
];
