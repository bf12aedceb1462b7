import { nearest } from '../content-model/problems.ts';
import type { Around, Node } from './nodes.ts';
import { component, componentNames, isComponent, type ComponentName } from './components.ts';
import { isHtmlName, withoutHtml } from './html-names.ts';
import type { Place, Report } from './report.ts';

/** Reports a tag that is none of the components. */
export function unknownTag(name: string, place: Place, report: Report): [] {
  if (name === '') {
    report.add(place, { found: '<>', rule: 'A tag has a name.', fix: 'Remove <> and </>. To show the sign itself, write \\<.' });
  } else if (/^[a-z]/.test(name) && (isHtmlName(name) || !nearest(name, componentNames))) {
    report.add(place, { found: `<${name}>`, rule: 'Entries hold no HTML.', fix: withoutHtml(name) });
  } else {
    const meant = nearest(name, componentNames);
    const fix = meant ? `Did you mean <${meant}>?` : isHtmlName(name) ? withoutHtml(name) : 'Use one of them, or remove the tag and keep the words.';
    report.add(place, { found: `<${name}>`, rule: `The components are ${componentNames.join(', ')}.`, fix });
  }
  return [];
}

interface Standing {
  around: Around;
  parent: Node;
  place: Place;
  report: Report;
}

/** Whether a component may stand where it stands, and holds what it may hold; what does not fit is reported. */
export function fits(name: ComponentName, node: Node, { around, parent, place, report }: Standing): boolean {
  const { inline, within, children } = component(name);
  const filled = (node.children ?? []).some((child) => child.type !== 'text' || child.value?.trim() !== '');
  const refuse = (found: string, rule: string, fix: string) => {
    report.add(place, { found, rule, fix });
    return false;
  };
  if (!children && filled)
    return refuse(`<${name}> with text inside`, `${name} holds no text.`, `Write <${name} … /> and put the text before or after it.`);
  if (children && !filled) {
    report.add(place, {
      severity: 'warning',
      found: `<${name}> with nothing inside`,
      rule: `${name} holds text.`,
      fix: `Write the text before </${name}>, or remove it.`,
    });
  }
  if (around.heading) return refuse(`<${name}> in a heading`, 'A heading holds words only.', `Put <${name}> into the text below it.`);
  if (around.link) return refuse(`<${name}> in a link`, 'A link holds words only.', 'Put it before or after the link.');
  if (within && around.parent !== within)
    return refuse(
      `<${name}> outside <${within}>`,
      `${name} stands directly in <${within}>.`,
      `Write <${within}> before it and </${within}> after the last one.`,
    );
  const only = around.parent && component(around.parent).only;
  if (only && name !== only)
    return refuse(`<${name}> directly in <${around.parent}>`, `${around.parent} holds only <${only}>.`, `Put it into a <${only}>.`);
  if (inline || standsAlone(node, parent, around)) return true;
  return refuse(`<${name}> within a sentence`, `${name} stands on lines of its own.`, 'Put an empty line before and after it.');
}

/** Whether blocks may stand here and no words stand beside it in the same paragraph or list item. */
function standsAlone(node: Node, parent: Node, around: Around): boolean {
  if (!around.flow) return false;
  if (node.type === 'mdxJsxFlowElement' || parent.tagName === 'p') return true;
  return (parent.children ?? []).every(
    (child) =>
      (child.type === 'text' && child.value?.trim() === '') ||
      child.type === 'element' ||
      (child.name && isComponent(child.name) && !component(child.name).inline),
  );
}

/** Reports what stands directly in a component that holds only another component, as words in <Steps>. */
export function onlyComponents(name: ComponentName, node: Node, { place, report }: { place: (node: Node) => Place; report: Report }): void {
  const { only } = component(name);
  if (!only) return;
  for (const child of node.children ?? []) {
    if (child.type.startsWith('mdx') || (child.type === 'text' && child.value?.trim() === '')) continue;
    if (child.tagName === 'p' && child.children?.every((inner) => inner.type.startsWith('mdxJsx') || inner.value?.trim() === '')) continue;
    report.add(place(child), {
      found: `Text directly in <${name}>`,
      rule: `${name} holds only <${only}>.`,
      fix: `Write <${only} title="…"> before it and </${only}> after it.`,
    });
  }
}
