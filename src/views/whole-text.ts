import type { Body } from '../mdx/body.ts';
import { resolveBody, type ResolvedSegment } from './body.ts';
import type { FactView } from './fact-view.ts';
import type { PictureUse } from './pictures.ts';
import type { Reading } from './reading.ts';

/** A body as running text: what stands before the first heading, then each section under its own. */
export interface TextView {
  intro: ResolvedSegment[];
  sections: { id: string; title: string; segments: ResolvedSegment[] }[];
  forks: boolean;
}

export function wholeText(body: Body, { entry, reading: { site, lang } }: { entry: { lang: string; data: object }; reading: Reading }) {
  const resolve = (segments: Body['intro']) => resolveBody(site, { segments, entry, lang, notes: true });
  const intro = resolve(body.intro);
  const sections = body.sections.map(({ id, title, segments }) => ({ id, title, resolved: resolve(segments) }));
  const parts = [intro, ...sections.map(({ resolved }) => resolved)];
  const facts: FactView[] = parts.flatMap((part) => part.facts);
  const pictures: PictureUse[] = parts.flatMap((part) => part.pictures);
  const view: TextView = {
    intro: intro.segments,
    sections: sections.map(({ id, title, resolved }) => ({ id, title, segments: resolved.segments })),
    forks: parts.some(({ segments }) => hasFork(segments)),
  };
  return { view, pictures, facts: onceEach(facts) };
}

/** Whether a reader can choose among variants somewhere in it. */
export const hasFork = (segments: readonly ResolvedSegment[]): boolean =>
  segments.some(
    (segment) => 'component' in segment && ((segment.component === 'Fork' && segment.props.branches.length > 1) || hasFork(segment.children)),
  );

/** Each fact once, at its first place. */
export const onceEach = (facts: readonly FactView[]): FactView[] =>
  [...new Map(facts.toReversed().map((fact) => [fact.slug, fact])).values()].toReversed();
